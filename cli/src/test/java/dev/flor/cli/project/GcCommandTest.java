package dev.flor.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcCommandTest {
  /** In the middle of its run it does what {@code collect.txt} says, and only then needs a second class. */
  private static final String COLLECTING = """
      package tiny;

      import dev.flor.Flor;
      import java.nio.file.Files;
      import java.nio.file.Path;

      public class Train {
        static class Late {
          static double half(double x) {
            return x / 2;
          }
        }

        public static void main(String[] args) throws Exception {
          double[] state = {1};
          try (var ckpt = Flor.checkpointing("state", state)) {
            for (int epoch : Flor.loop("epoch", Flor.range(3))) {
              state[0] += epoch;
              if (epoch == 1) {
                Process gc = new ProcessBuilder(Files.readAllLines(Path.of("collect.txt")))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("collected.txt").toFile())
                    .start();
                Flor.log("gc", gc.waitFor());
              }
            }
          }
          Flor.log("late", Late.half(state[0]));
        }
      }
      """;

  @TempDir
  Path temporary;

  @Test
  void whatWouldGoIsShownFirstAndThenGoes() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given
        .flor("gc", "--checkpoint-count", "0", "--build-count", "0", "--dry-run")
        .exits(ExitCode.DONE)
        .prints("what", "because", "checkpoints  ", "build  ", "count")
        .says("would free ", ": 2 things; nothing was taken away");
    given
        .flor("gc", "--checkpoint-count", "0", "--build-count", "0", "--json")
        .exits(ExitCode.DONE)
        .prints("\"what\" : \"checkpoints\"", "\"because\" : \"count\"")
        .says("freed ", ": 2 things");
    given
        .flor("gc", "--checkpoint-count", "0", "--build-count", "0", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints("what,name,used,bytes,because")
        .says("freed 0 B: 0 things");
    given.flor("dataframe", "loss").exits(ExitCode.DONE).prints("0.25");
  }

  @Test
  void whatIsToBeKeptStandsInTheConfiguration() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.flor("gc").exits(ExitCode.DONE).says("freed 0 B: 0 things");
    given.file("flor.toml", TinyProject.CONFIG + "[gc]\ncheckpoint-size = \"0\"\n");
    given.flor("gc").exits(ExitCode.DONE).prints("checkpoints").says(": 1 thing");
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint-age = \"soon\",checkpoint-age in [gc],a duration such as",
    "checkpoint-size = \"much\",checkpoint-size in [gc],a size such as",
    "build-count = -1,build-count in [gc],a whole number from 0 up",
    "build-cuont = 1,there is no build-cuont in [gc],did you mean build-count?",
  })
  void whatTheConfigurationMayNotSayIsToldWithItsLine(String line, String message, String hint) {
    Given given = TinyProject.committed(temporary);
    given.file("flor.toml", TinyProject.CONFIG + "[gc]\n" + line + "\n");
    Given.Answer answer = given.file(".flor/.gitignore", "*\n").flor("gc");
    answer.failsInTwoLines(ExitCode.USAGE, message, hint).says("flor.toml:6: ");
  }

  @ParameterizedTest
  @CsvSource({
    "--checkpoint-age,never,a duration such as 90d or 12h",
    "--build-size,big,a size such as 500m or 10g",
    "--build-count,-3,it should be 0 or more",
  })
  void whatAnOptionMayNotSayIsTold(String option, String value, String hint) {
    Given given = TinyProject.committed(temporary).file(".flor/.gitignore", "*\n");
    given.flor("gc", option, value).failsInTwoLines(ExitCode.USAGE, option, hint);
  }

  @Test
  void aRunIsForgottenOnlyByName() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    String run =
        given.flor("runs", "--format", "csv").out().lines().skip(1).findFirst().orElseThrow();
    given
        .flor("gc", "--journal", run.substring(0, 36))
        .exits(ExitCode.DONE)
        .prints("journal", "named", "unreferenced");
    assertThat(given.flor("runs", "--format", "csv").exits(ExitCode.DONE).out().lines())
        .hasSize(1);
    given
        .flor("gc", "--journal", "0000")
        .failsInTwoLines(ExitCode.FAILED, "there is no run 0000", "flor runs lists them");
  }

  @Test
  void aProgramThatIsRunningKeepsItsClassesAndCheckpoints() throws Exception {
    Given given = Given.repository(temporary)
        .file("flor.toml", TinyProject.CONFIG)
        .file("src/tiny/Train.java", COLLECTING)
        .file(".gitignore", "*.txt\n")
        .commit("A program");
    given.file(
        "collect.txt",
        String.join(
            "\n",
            given.mainCommand("gc", "--checkpoint-count", "0", "--build-count", "0", "--json")));
    given.flor("run").exits(ExitCode.DONE);
    assertThat(Files.readString(given.path("collected.txt"))).contains("freed 0 B: 0 things");
    given
        .flor("dataframe", "gc", "late", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(",0,2.0,recorded");
    given
        .flor("gc", "--checkpoint-count", "0", "--build-count", "0")
        .exits(ExitCode.DONE)
        .says(": 2 things");
  }
}
