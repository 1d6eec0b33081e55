package dev.flor.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files that are not as the index says, split into those to take and those to leave out. A name is
 * a character for each byte, as git told it.
 */
final class Changes {
  /** Larger files are data, not code, and would stay in the repository for ever. */
  private static final long LARGEST = 50L << 20;

  private final Path project;
  private final Consumer<String> note;
  private final List<String> taken = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  private Changes(Path project, Consumer<String> note) {
    this.project = project;
    this.note = note;
  }

  /** Sorts the names that {@code git ls-files -z} told; what is left out is named to {@code note}. */
  static Changes of(Path project, String names, Consumer<String> note) {
    Changes changes = new Changes(project, note);
    Set<String> distinct = new LinkedHashSet<>(List.of(names.split("\0", -1)));
    distinct.remove("");
    for (String name : distinct) {
      changes.sort(name);
    }
    return changes;
  }

  byte[] taken() {
    return zeroTerminated(taken);
  }

  /** Those that the index must not have either: it has another content of theirs. */
  byte[] left() {
    return zeroTerminated(left);
  }

  private void sort(String name) {
    Path file = path(name);
    boolean nested = name.endsWith("/"); // a repository of its own: its commit is kept, as git does
    if (nested && Head.of(file).isEmpty()) {
      leave(name, "is a repository without a commit");
    } else if (nested) {
      taken.add(name.substring(0, name.length() - 1));
    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file)) {
      leave(name, "cannot be read");
    } else if (size(file) > LARGEST) {
      leave(
          name,
          "has " + (size(file) >> 20) + " MB; ignore it, or commit it, to have it said no more");
    } else {
      taken.add(name);
    }
  }

  /** Where a name that this JVM cannot express is, git alone knows: then it is the project's folder. */
  private Path path(String name) {
    try {
      return project.resolve(text(name));
    } catch (InvalidPathException e) {
      return project;
    }
  }

  private void leave(String name, String why) {
    note.accept("the source snapshot leaves out " + text(name) + ": it " + why);
    if (!name.endsWith("/")) {
      left.add(name);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // gone in this moment: git sees that, too
    }
  }

  private static byte[] zeroTerminated(List<String> names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      all.append(name).append('\0');
    }
    return all.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(String name) {
    return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
