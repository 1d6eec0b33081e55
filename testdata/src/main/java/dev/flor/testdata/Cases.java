package dev.flor.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code testdata} of the source tree that the tests run in. */
public final class Cases {
  private Cases() {}

  /** All cases of {@code testdata/cases/FOLDER}, in the order of their names. */
  public static List<CaseFile> in(String folder) {
    Path cases = root().resolve("testdata").resolve("cases").resolve(folder);
    try (Stream<Path> files = Files.list(cases)) {
      return files
          .filter(file -> file.toString().endsWith(".case"))
          .sorted()
          .map(Cases::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Root of the source tree: the nearest folder, from the working directory up, that holds {@code testdata/cases}. */
  public static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("testdata").resolve("cases"))) {
        return at;
      }
    }
    throw new IllegalStateException(
        "not inside a source tree with testdata/cases: " + Path.of("").toAbsolutePath());
  }

  private static CaseFile read(Path file) {
    try {
      return CaseFile.parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
