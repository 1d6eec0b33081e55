package dev.flor.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packs that were moved into a repository, before refs lead to what is in them. Until this is closed each has a {@code .keep} file, as a
 * pack has that git fetches: a {@code git repack -a -d} that began before would take it away else.
 */
final class KeptPacks implements AutoCloseable {
  private static final Pattern OWNER = Pattern.compile("flor (\\d+)\\s*");

  private final List<Path> keeps = new ArrayList<>();

  private KeptPacks() {}

  /** Moves all packs of a folder into another one. */
  static KeptPacks move(Path from, Path to) throws IOException {
    KeptPacks kept = new KeptPacks();
    try {
      Files.createDirectories(to);
      for (Path pack : ending(from, ".pack")) {
        kept.keep(to.resolve(pack.getFileName().toString().replace(".pack", ".keep")));
      }
      for (String ending :
          List.of(".pack", ".idx")) { // git looks for the index; it has to come last
        for (Path file : ending(from, ending)) {
          moveOne(file, to.resolve(file.getFileName()));
        }
      }
      return kept;
    } catch (IOException e) {
      try {
        kept.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /** Takes away what a process that is no more left in a folder of packs. */
  static void clear(Path packs) throws IOException {
    if (!Files.isDirectory(packs)) {
      return;
    }
    for (Path keep : ending(packs, ".keep")) {
      Matcher owner = OWNER.matcher(Files.readString(keep, StandardCharsets.ISO_8859_1));
      if (owner.matches() && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
        Files.deleteIfExists(keep);
      }
    }
  }

  private static List<Path> ending(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** One that somebody else keeps stays so. */
  private void keep(Path keep) throws IOException {
    try {
      Files.writeString(
          keep, "flor " + ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE_NEW);
      keeps.add(keep);
    } catch (FileAlreadyExistsException kept) {
      return;
    }
  }

  private static void moveOne(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      Path near = to.resolveSibling("tmp_" + to.getFileName()); // git itself clears such names away
      Files.copy(from, near, StandardCopyOption.REPLACE_EXISTING);
      Files.move(near, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** From now on they are packs like others. */
  @Override
  public void close() throws IOException {
    for (Path keep : keeps) {
      Files.deleteIfExists(keep);
    }
  }
}
