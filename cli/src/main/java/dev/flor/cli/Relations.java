package dev.flor.cli;

import dev.flor.store.FlorStore;
import java.util.List;

/** The tables and views that a query can name, and their columns, as the database tells them. */
final class Relations {
  private Relations() {}

  /** Their names, in upper case as H2 has them, sorted. */
  static List<String> of(FlorStore store) {
    return texts(
        store, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
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
