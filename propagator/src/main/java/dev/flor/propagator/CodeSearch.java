package dev.flor.propagator;

import dev.flor.differ.Content;
import dev.flor.differ.SoughtCode;
import dev.flor.differ.SoughtFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Finds files by what they hold, in one version after the other. What a content has of a piece of code is found out once: from one
 * version to the next most files are the same, so that a search costs as much as there are files that changed. For several threads.
 */
public final class CodeSearch {
  /** Eight bytes for each. */
  private static final long MOST_WORDS = 6_000_000;

  /** Some hundred bytes for each. */
  private static final int MOST_FOUND = 400_000;

  private static final long MOST_SOUGHT = 1_000;

  private final Memo<String, Content> contents = new Memo<>(MOST_WORDS, Content::size);
  private final Memo<String, SoughtCode> codes = new Memo<>(MOST_SOUGHT, code -> 1);
  private final Memo<Sought, SoughtFile> sought = new Memo<>(MOST_SOUGHT, file -> 1);
  private final Finds<In, SoughtCode.Found> found = new Finds<>(MOST_FOUND);
  private final Finds<In, Double> likeness = new Finds<>(MOST_FOUND);

  /** The files of a version. */
  public interface Files {
    /** In order. */
    SortedSet<String> paths();

    /** Equal for equal contents; nothing where there is no file that can be read. */
    Optional<String> id(String path);

    /** The text of a file that has an id. */
    String text(String path);
  }

  private record Sought(String path, String text) {}

  /** What is sought, and a content. */
  private record In(Object what, String id) {}

  /** See {@link SearchedTree#holding}. */
  public List<String> holding(String code, Files files) {
    SoughtCode wanted = codes.of(code, () -> new SoughtCode(code));
    Map<String, SoughtCode.Found> byPath = new LinkedHashMap<>();
    for (String path : files.paths()) {
      files
          .id(path)
          .ifPresent(id -> byPath.put(path, in(wanted, new Held(id, () -> files.text(path)))));
    }
    return wanted.best(byPath, files.paths().size());
  }

  /** See {@link SearchedTree#alike}. */
  public List<String> alike(String path, String text, Files files) {
    SoughtFile wanted = sought(path, text);
    Map<String, Double> byPath = new LinkedHashMap<>();
    for (String other : files.paths()) {
      files
          .id(other)
          .ifPresent(id -> byPath.put(
              other,
              likeness.of(
                  new In(wanted, id),
                  () -> wanted.likeness(content(id, () -> files.text(other))))));
    }
    return wanted.elsewhere(byPath);
  }

  /** Whether {@link #holding} gives the same if a file has one content or another, and all else is equal. */
  public boolean sameHolding(String code, Held one, Held other) {
    SoughtCode wanted = codes.of(code, () -> new SoughtCode(code));
    return in(wanted, one).equals(in(wanted, other));
  }

  /** Whether {@link #alike} gives the same if the file at {@code at} has one content, another or, where that is empty, is not there. */
  public boolean sameAlike(
      String path, String text, String at, Optional<Held> one, Optional<Held> other) {
    SoughtFile wanted = sought(path, text);
    return counting(wanted, at, one).equals(counting(wanted, at, other));
  }

  private Optional<Double> counting(SoughtFile wanted, String at, Optional<Held> content) {
    return content
        .map(held -> likeness.of(
            new In(wanted, held.id()), () -> wanted.likeness(content(held.id(), held.text()))))
        .filter(alike -> wanted.isElsewhere(at, alike));
  }

  private SoughtCode.Found in(SoughtCode wanted, Held content) {
    return found.of(
        new In(wanted, content.id()), () -> wanted.in(content(content.id(), content.text())));
  }

  /**
   * A content.
   *
   * @param id equal for equal contents
   * @param text read only if nothing is known of it
   */
  public record Held(String id, Supplier<String> text) {}

  SoughtFile sought(String path, String text) {
    return sought.of(new Sought(path, text), () -> new SoughtFile(path, text));
  }

  Content content(String id, Supplier<String> text) {
    return contents.of(id, () -> new Content(text.get()));
  }
}
