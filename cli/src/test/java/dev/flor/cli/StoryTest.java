package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.demo.SeenByGit;
import dev.flor.cli.io.ExitCode;
import dev.flor.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does from day to day, on a small project, with real processes. */
class StoryTest {
  @TempDir
  Path temporary;

  @Test
  void aRunIsRecordedAndItsValuesAreShown() {
    Given given = TinyProject.committed(temporary);
    given.flor("run", "--arg", "epochs=2").exits(ExitCode.DONE).says("flor: recorded run ");
    String csv = given
        .flor("dataframe", "loss", "epochs", "--format", "csv")
        .exits(ExitCode.DONE)
        .out();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv.lines().findFirst().orElseThrow())
        .startsWith("version,run,epoch,")
        .contains("loss", "epochs", "source");
    assertThat(csv)
        .contains("0.25", ",2,")
        .contains(given.git("rev-parse", "HEAD").substring(0, 7));
    given.flor("runs").exits(ExitCode.DONE).prints("recorded", "completed", "tiny.Train");
    given
        .flor("sql", "select count(*) as n from run", "--json")
        .exits(ExitCode.DONE)
        .prints("1");
  }

  @Test
  void rowsAreChosenOrderedCountedAndPutTogether() {
    Given given = TinyProject.committed(temporary);
    given.flor("run", "--arg", "epochs=2").exits(ExitCode.DONE);
    given.flor("run", "--arg", "epochs=3").exits(ExitCode.DONE);
    String few = given
        .flor(
            "dataframe",
            "loss",
            "--where",
            "epochs = 3",
            "--order-by",
            "loss desc",
            "--limit",
            "2",
            "--format",
            "csv")
        .exits(ExitCode.DONE)
        .out();
    assertThat(few.lines()).hasSize(3);
    assertThat(few.lines().findFirst().orElseThrow()).contains("loss").doesNotContain("epochs");
    String counts = given
        .flor("dataframe", "loss", "--agg", "count", "--format", "csv")
        .exits(ExitCode.DONE)
        .out();
    assertThat(counts.lines().map(line -> line.split(",", -1)[2]).toList())
        .hasSize(3)
        .startsWith("loss");
    given
        .flor("dataframe", "loss", "--agg", "median")
        .failsInTwoLines(ExitCode.USAGE, "max, min", "hint");
    given.flor("dataframe", "--agg", "max").failsInTwoLines(ExitCode.USAGE, "names", "hint");
    given
        .flor("dataframe", "loss", "--limit", "-1")
        .failsInTwoLines(ExitCode.USAGE, "limit", "hint");
    given
        .flor("dataframe", "loss", "--where", "epochs >")
        .failsInTwoLines(ExitCode.FAILED, "epochs >", "write it like");
    given
        .flor("dataframe", "loss", "--where", "epochz = 3")
        .failsInTwoLines(ExitCode.FAILED, "epochz", "did you mean");
  }

  @Test
  void aValueThatWasNeverLoggedIsFilledIn() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"double\", 2 * state[0]);"));
    Object before = SeenByGit.of(given.path(""));

    given
        .flor("propagate", "double", "--diff")
        .exits(ExitCode.DONE)
        .prints("double: inserted at src/tiny/Train.java:15", "+        Flor.log(\"double\"");
    given
        .flor("replay", "double", "--dry-run")
        .exits(ExitCode.DONE)
        .prints("skipping step")
        .says("1 of 1 to run");
    given
        .flor("replay", "double", "--commits", "main", "--yes")
        .exits(ExitCode.DONE)
        .prints("replayed", "skipping step")
        .says("3 values compared with those logged then, 0 differ");
    given
        .flor("dataframe", "double", "loss", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints("8.0,0.25,both,verified", "14.0,", "20.0,");

    assertThat(SeenByGit.of(given.path(""))).isEqualTo(before);
    int runs = runs(given);
    given
        .flor("replay", "double", "--commits", "main", "--yes", "--json")
        .exits(ExitCode.DONE)
        .prints("\"outcome\" : \"cached\"", "\"started\" : 0")
        .says("no process was started");
    assertThat(runs(given)).isEqualTo(runs);
  }

  @Test
  void aVersionThatCannotHaveTheValueIsPartlyDoneWithAReasonAndAPlace() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.file("src/tiny/Train.java", TinyProject.WITH_VELOCITY).commit("Momentum");
    given.flor("run").exits(ExitCode.DONE);
    given.file(
        "src/tiny/Train.java",
        TinyProject.with(TinyProject.WITH_VELOCITY, "Flor.log(\"speed\", velocity);"));
    given
        .flor("propagate", "speed")
        .exits(ExitCode.PARTLY)
        .prints("speed: refused at src/tiny/Train.java:", "speed: inserted at src/tiny/Train.java:")
        .says("2 versions: 1 statement inserted, 0 present, 1 refused");
    given
        .flor("replay", "speed", "--yes")
        .exits(ExitCode.PARTLY)
        .prints("refused", "replayed")
        .says(" refused at src/tiny/Train.java:", "unbound-name", "velocity");
    String old = given.git("rev-parse", "main~1").substring(0, 7);
    given
        .flor("dataframe", "speed", "loss")
        .exits(ExitCode.DONE)
        .prints(old)
        .says("note: " + old + " has no speed: refused at src/tiny/Train.java:", "unbound-name");
  }

  @Test
  void theJournalIsPrintedAsJsonLines() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    String run = RunDirectory.all(given.path(".flor")).get(0).runId();
    Given.Answer answer = given.flor("journal", "cat", run).exits(ExitCode.DONE);
    assertThat(answer.out().lines().toList().get(0)).startsWith("{\"record\":\"run-started\"");
    assertThat(answer.out())
        .contains(
            "{\"record\":\"arg\",\"name\":\"epochs\",\"value\":3}",
            "\"name\":\"loss\",\"ordinal\":0,\"value\":0.25}",
            "{\"record\":\"run-ended\",\"status\":\"completed\"}");
  }

  @Test
  void theStoreCanBeRebuiltFromTheJournals() throws IOException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    String before = given.flor("dataframe", "loss").exits(ExitCode.DONE).out();
    Files.delete(given.path(".flor/flor.mv.db"));
    given.flor("store", "rebuild").exits(ExitCode.DONE).says("rebuilt from 1 journals: ");
    assertThat(given.flor("dataframe", "loss").exits(ExitCode.DONE).out()).isEqualTo(before);
  }

  @Test
  void aLongPlanAsksAndNobodyThereMeansYesIsNeeded() {
    Given given = TinyProject.committed(temporary);
    for (int i = 0; i < 40; i++) {
      given.file("src/tiny/Train.java", TinyProject.TRAIN + "// " + i + "\n").commit("v" + i);
    }
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"double\", 2 * state[0]);"));
    given
        .flor("replay", "double", "--commits", "main~39..main", "--jobs", "1")
        .failsInTwoLines(ExitCode.USAGE, "nobody can be asked", "add --yes");
    given
        .typing("n\n")
        .flor("replay", "double", "--commits", "main~39..main", "--jobs", "1")
        .exits(ExitCode.INTERRUPTED)
        .says("Go on? [y/N]");
  }

  private static int runs(Given given) {
    return RunDirectory.all(given.path(".flor")).size();
  }
}
