package dev.flor.cli.store;

import dev.flor.cli.io.DidYouMean;
import dev.flor.cli.io.UsageException;
import dev.flor.store.FlorStore;
import java.util.List;
import java.util.Locale;

/** The tables and views that a query can name, and their columns, as the database tells them. */
final class Relations {
  private Relations() {}

  /** Their names, in upper case as H2 has them, sorted. */
  static List<String> of(FlorStore store) {
    return texts(
        store, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
  }

  /** The one of that name, however it is written; an error that says which was meant if there is none. */
  static String known(FlorStore store, String name) {
    List<String> known = of(store);
    String wanted = name.toUpperCase(Locale.ROOT);
    if (!known.contains(wanted)) {
      List<String> lower =
          known.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
      throw new UsageException(
          "there is no table or view " + name,
          DidYouMean.among(lower, name)
              .map(near -> "did you mean " + near + "?")
              .orElse("there is: " + String.join(", ", lower)));
    }
    return wanted;
  }

  /** The names of all columns, sorted. */
  static List<String> columns(FlorStore store) {
    return texts(
        store, "SELECT column_name FROM information_schema.columns WHERE table_schema = 'PUBLIC'");
  }

  private static List<String> texts(FlorStore store, String query) {
    return store.query(query).rows().stream()
        .map(row -> (String) row.get(0))
        .distinct()
        .sorted()
        .toList();
  }
}
