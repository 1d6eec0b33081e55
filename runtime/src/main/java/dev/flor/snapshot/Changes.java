package dev.flor.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files that are not as the index says, split into those to take and those to leave out. A name is
 * a character for each byte, as git told it.
 */
final class Changes {
  /** Larger files are data, not code, and would stay in the repository for ever. */
  private static final long LARGEST = 50L << 20;

  /** What {@code git ls-files -v} says of files: modified, unmerged, or not in the index. */
  private static final String CHANGED = "CM?";

  private static final char NOT_CHECKED_OUT = 'S';

  private final Path project;
  private final Consumer<String> note;
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();

  private Changes(Path project, Consumer<String> note) {
    this.project = project;
    this.note = note;
  }

  /** Sorts the files that {@code git ls-files -z -v} told; what is left out is named to {@code note}. */
  static Changes of(Path project, String files, Consumer<String> note) {
    Changes changes = new Changes(project, note);
    for (int at = 0; at + 2 < files.length(); ) {
      int end = files.indexOf('\0', at);
      changes.told(files.charAt(at), files, at + 2, end < 0 ? files.length() : end);
      at = end < 0 ? files.length() : end + 1;
    }
    return changes;
  }

  byte[] taken() {
    return zeroTerminated(taken);
  }

  /** Those that the index must not have, or must forget first: it has another content of theirs. */
  byte[] removed() {
    return zeroTerminated(removed);
  }

  private void told(char tag, String files, int start, int end) {
    if (CHANGED.indexOf(tag) >= 0) {
      String name = files.substring(start, end);
      if (!taken.contains(name) && !removed.contains(name)) {
        sort(name);
      }
    } else if (tag == NOT_CHECKED_OUT || Character.isLowerCase(tag)) {
      unwatched(files.substring(start, end), Character.toUpperCase(tag) == NOT_CHECKED_OUT);
    }
  }

  /** The user told git not to look at it. The program may have another content of it than the index. */
  private void unwatched(String name, boolean mayBeMissing) {
    if (!mayBeMissing || Files.exists(path(name), LinkOption.NOFOLLOW_LINKS)) {
      removed.add(name);
      sort(name);
    }
  }

  private void sort(String name) {
    Path file = path(name);
    if (becameFolder(name, file)) {
      removed.add(name);
      return; // what is in it comes by itself
    }
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

  /** Whether it was a file and is a folder. A submodule is a folder, too, and one of its own. */
  private static boolean becameFolder(String name, Path file) {
    return !name.endsWith("/")
        && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.exists(file.resolve(".git"));
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
      removed.add(name);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // gone in this moment: git sees that, too
    }
  }

  private static byte[] zeroTerminated(Set<String> names) {
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
