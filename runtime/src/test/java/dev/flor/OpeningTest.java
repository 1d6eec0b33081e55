package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start of a user's program pays for: each class that is loaded before its first turn, and lambdas tenfold. */
class OpeningTest {
  private static final int MOST = 110;

  @TempDir
  Path temporary;

  @Test
  void openingARunAndGoingThroughALoopLoadsFewClassesAndLinksNoLambda() throws Exception {
    List<String> classes = loadedBy("double[] model = new double[1000];"
        + "int epochs = Flor.arg(\"epochs\", 3);"
        + "try (var checkpoints = Flor.checkpointing(\"model\", model)) {"
        + "  for (int epoch : Flor.loop(\"epoch\", Flor.range(epochs))) {"
        + "    Flor.log(\"loss\", model[epoch]);"
        + "  }"
        + "}");
    assertThat(classes).filteredOn(name -> name.contains("$$Lambda")).isEmpty();
    assertThat(classes).hasSizeLessThan(MOST).contains("dev.flor.LoopIterator");
  }

  @Test
  void whatIsDoneAheadOfTheProgramCanBeDone() {
    assertThatCode(HeadStart::go).doesNotThrowAnyException();
  }

  private List<String> loadedBy(String body) throws Exception {
    UserProgram program = new UserProgram(temporary, body);
    program
        .run("-Xlog:class+load:file=classes.txt:none", "-Dflor.snapshot=false")
        .succeeds();
    return ofFlor(program.folder().resolve("classes.txt"));
  }

  private static List<String> ofFlor(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(line -> line.split(" ", 2)[0])
        .filter(name -> name.startsWith("dev.flor."))
        .collect(Collectors.toList());
  }
}
