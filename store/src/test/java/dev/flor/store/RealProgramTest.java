package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.model.RunRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealProgramTest {
  private static final String PROGRAM = """
      import dev.flor.Flor;

      public class Train {
        public static void main(String[] args) throws Exception {
          double rate = Flor.arg("rate", 0.5);
          for (int epoch : Flor.loop("epoch", Flor.range(2))) {
            for (int step : Flor.loop("step", Flor.range(2))) {
              Flor.log("loss", rate * (10 * epoch + step));
            }
            Flor.log("correct", epoch == 1);
          }
          System.out.println("half way");
          System.in.readAllBytes();
          Flor.log("note", "done");
        }
      }
      """;
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void compile() throws IOException {
    flor = Files.createDirectories(temp.resolve("my project/.flor"));
    Path source = Files.writeString(temp.resolve("Train.java"), PROGRAM);
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", CLASS_PATH, "-d", temp.toString(), source.toString());
    assertThat(result).isZero();
  }

  private Process start(String run, String... options) throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(
        "-cp",
        CLASS_PATH + System.getProperty("path.separator") + temp,
        "-Dflor.dir=" + flor,
        "-Dflor.run.id=" + run,
        "-Dflor.snapshot=false"));
    command.addAll(List.of(options));
    command.add("Train");
    return new ProcessBuilder(command)
        .directory(flor.getParent().toFile())
        .redirectErrorStream(true)
        .start();
  }

  private RunRow run(int number) {
    try (FlorStore store = FlorStore.open(flor)) {
      assertThat(store.ingest().problems()).isEmpty();
      return store.runs().get(number);
    }
  }

  @Test
  void whatAProgramLogsIsInTheTableWhileItRunsAndAfterwards() throws Exception {
    Process program = start("run-1", "-Dflor.arg.rate=0.25");
    try (BufferedReader said = program.inputReader()) {
      assertThat(said.readLine()).isEqualTo("half way");
      RunRow running = run(0);
      assertThat(running.status()).isEqualTo("running");
      assertThat(running.values()).isEqualTo(6);
      assertThat(running.pid()).isEqualTo(program.pid());
      program.getOutputStream().close();
      assertThat(said.readLine()).isNull();
    }
    assertThat(program.waitFor()).isZero();
    assertThat(run(0).status()).isEqualTo("completed");
    assertThat(Frames.lines(flor, "rate", "loss", "correct", "note"))
        .containsExactly(
            "version | run | epoch | step | rate | loss | correct | note | source | verdict",
            "- | run-1 | 0 | 0 | 0.25 | 0.0 | false | done | recorded | -",
            "- | run-1 | 0 | 1 | 0.25 | 0.25 | false | done | recorded | -",
            "- | run-1 | 1 | 0 | 0.25 | 2.5 | true | done | recorded | -",
            "- | run-1 | 1 | 1 | 0.25 | 2.75 | true | done | recorded | -");
  }

  @Test
  void aProgramKilledHalfWayHasEveryValueItLoggedAndIsCalledCrashed() throws Exception {
    Process program = start("run-1");
    try (BufferedReader said = program.inputReader()) {
      assertThat(said.readLine()).isEqualTo("half way");
      program.destroyForcibly().waitFor();
    }
    assertThat(run(0).status()).isEqualTo("crashed");
    assertThat(run(0).values()).isEqualTo(6);
    assertThat(Frames.lines(flor, "loss")).hasSize(5);
  }
}
