package dev.flor.replay.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.differ.Span;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that were found are found again without a search, and never others. */
class KeptScansTest {
  private static final ProbeScan SCAN = new ProbeScan(
      List.of(
          new Probe(
              "src/Zug.java", 7, Optional.of("größe"), "Flor.log(\"größe\", x)", new Span(90, 112)),
          new Probe("src/A b.java", 1, Optional.empty(), "Flor.log(name, x)", new Span(0, 17))),
      List.of(new Diagnostic("src/Bad.java", 3, 4, "unexpected }")));
  private static final ProbeScan NONE = new ProbeScan(List.of(), List.of());

  @TempDir
  Path folder;

  private final AtomicInteger searches = new AtomicInteger();

  private Path home() {
    return folder.resolve(".flor/propagations/1");
  }

  private ProbeScan scan(String id, boolean writable, ProbeScan found) {
    return new KeptScans(folder.resolve(".flor"), home(), writable).of(id, () -> {
      searches.incrementAndGet();
      return found;
    });
  }

  @Test
  void theSameFilesAreSearchedOnce() {
    assertThat(scan("a", true, SCAN)).isEqualTo(SCAN);
    assertThat(scan("a", true, NONE)).isEqualTo(SCAN);
    assertThat(scan("b", true, NONE)).isEqualTo(NONE);
    assertThat(searches).hasValue(2);
  }

  @Test
  void whatWasSpoiltIsSearchedForAgain() throws IOException {
    scan("a", true, SCAN);
    Path file = home().resolve("a.statements");
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut < whole.length; cut += 7) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertThat(scan("a", true, SCAN)).isEqualTo(SCAN);
      byte[] other = whole.clone();
      other[cut] ^= 1;
      Files.write(file, other);
      assertThat(scan("a", true, SCAN)).isEqualTo(SCAN);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    assertThat(searches).hasValue(1 + 2 * ((whole.length + 6) / 7));
  }

  @Test
  void whereNothingMayBeWrittenNothingIs() {
    assertThat(scan("a", false, SCAN)).isEqualTo(SCAN);
    assertThat(folder.resolve(".flor")).doesNotExist();
  }

  @Test
  void whereNoFolderCanBeThereIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("README.md"), "a file");
    ProbeScan found =
        new KeptScans(file, file.resolve("propagations/1"), false).of("a", () -> SCAN);
    assertThat(found).isEqualTo(SCAN);
    assertThat(file).hasContent("a file");
  }

  @Test
  void aVersionWithoutStatementsLeavesNoTrace() throws IOException {
    scan("a", true, NONE);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
