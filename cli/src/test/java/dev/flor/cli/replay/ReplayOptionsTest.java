package dev.flor.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code flor replay} that choose runs and turns. */
class ReplayOptionsTest {
  @TempDir
  Path temporary;

  private Given recorded() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(0);
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"state\", state[0]);"));
    return given;
  }

  @Test
  void theNameOfTheMainLoopIsAnOptionThatTakesTurns() {
    Given given = recorded();

    given
        .flor("replay", "state", "--epoch", "1", "--dry-run")
        .exits(0)
        .prints("turns 1..1, skipping step");
    given
        .flor("replay", "--epoch=2..", "state", "--dry-run", "--json")
        .exits(0)
        .prints("turns 2..2", "\"segments\"");
    given
        .flor("replay", "state", "--round", "1", "--dry-run")
        .exits(1)
        .says("no version has a main loop \"round\"", "hint: there is: epoch");
    given.flor("replay", "state", "--epoch", "1").exits(0).prints("replayed");
    Given.Answer values =
        given.flor("sql", "SELECT number FROM value WHERE name = 'state'", "--format", "csv");
    assertThat(values.exits(0).out().lines().skip(1)).containsExactly("7.0");
  }

  @Test
  void turnsThatARunHasNotAreNotDone() {
    Given given = recorded();
    given
        .flor("replay", "state", "--epoch", "40..50", "--force", "--yes")
        .exits(ExitCode.FAILED)
        .prints("refused")
        .says("refused: the run has 3 turns of epoch, from 0 to 2, and none of 40..50");
    given
        .flor("replay", "state", "--epoch", "2..50", "--yes")
        .exits(ExitCode.PARTLY)
        .prints("replayed")
        .says("the run has 3 turns of epoch, from 0 to 2, and not all of 2..50");
    given.flor("replay", "state", "--epoch", "1..", "--yes").exits(ExitCode.DONE);
    given
        .flor("replay", "state", "--epoch", "2..1")
        .failsInTwoLines(ExitCode.USAGE, "epoch=2..1 is not understood", "ranges go upwards");
  }

  @Test
  void aLoopThatIsNotThereIsSaidSoEvenIfNothingIsToBeRun() {
    Given given = recorded();
    given.flor("replay", "loss", "--epoch", "1").exits(ExitCode.DONE).prints("cached");
    given
        .flor("replay", "loss", "--round", "1")
        .failsInTwoLines(
            ExitCode.FAILED, "no version has a main loop \"round\"", "there is: epoch");
  }

  @Test
  void aVersionThatWasReplayedAndLoggedNothingGetsANote() {
    Given given = TinyProject.committed(temporary);
    String first = given.git("rev-parse", "HEAD").substring(0, 7);
    given.flor("run").exits(ExitCode.DONE);
    given.commit("Longer").flor("run", "--arg", "epochs=5").exits(ExitCode.DONE);
    String late = TinyProject.with("if (epoch > 3) Flor.log(\"late\", epoch);");
    given.file("src/tiny/Train.java", late);
    given.flor("replay", "late", "--yes").exits(ExitCode.DONE);
    String note = "note: " + first + " has no late: replayed, and no value was logged";
    given.flor("dataframe", "late").exits(ExitCode.DONE).says(note);
    assertThat(given.flor("dataframe", "late", "--latest").err()).doesNotContain("note:");
  }

  @Test
  void whatIsNotUnderstoodIsSaidBeforeAnythingIsPlanned() {
    Given given = recorded();

    given.flor("replay", "state", "--epoch", "x").exits(2);
    given.flor("replay", "state", "--turns", "epoch=3..1").exits(2).says("is not understood");
    given
        .flor("replay", "state", "--commits", ",")
        .failsInTwoLines(ExitCode.USAGE, "names nothing", "main~10..main");
    given.flor("replay", "state", "--commits", "main,,main~1").exits(ExitCode.USAGE);
    given.flor("replay", "state", "--where", "lr <").exits(2).says("is not understood");
    given.flor("replay", "state", "--since", "yesterday").exits(2).says("is no date");
    given.flor("replay", "state", "--sample", "0").exits(2).says("at least 1");
    given.flor("replay", "state", "--tolerance", "2").exits(2).says("it is a share");
    given
        .flor("replay", "state", "--runs", "nope", "--dry-run")
        .exits(1)
        .says("no recorded run nope");
  }

  @Test
  void theEstimateIsShownPerRunAndInTotal() throws IOException {
    Given given = recorded();
    given.git("commit", "--quiet", "--allow-empty", "--message", "Never run");

    given
        .flor("replay", "state", "--commits", "main~1,main", "--dry-run")
        .exits(0)
        .prints(" (guess)")
        .says("2 of 2 to run, about ");
    JsonNode plan = new ObjectMapper()
        .readTree(given
            .flor(
                "replay", "state", "--commits", "main~1,main", "--jobs", "1", "--dry-run", "--json")
            .exits(0)
            .out());
    assertThat(plan.get("pending").asInt()).isEqualTo(2);
    assertThat(plan.get("processes").asInt()).isEqualTo(2);
    assertThat(plan.get("tasks")).hasSize(2);
    assertThat(plan.get("tasks").get(0).get("guess").asBoolean()).isFalse();
    assertThat(plan.get("tasks").get(1).get("guess").asBoolean()).isTrue();
    long sum = 0;
    for (JsonNode task : plan.get("tasks")) {
      sum += task.get("estimateMillis").asLong();
    }
    assertThat(plan.get("estimateMillis").asLong()).isBetween(sum - 2, sum + 2);
  }

  @Test
  void whatStandsInTheWayIsNamedWithFileLineAndVariableInThePlanAndInTheReport() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.WITH_VELOCITY).commit("Momentum");
    given.flor("run").exits(0);
    given.file(
        "src/tiny/Train.java",
        TinyProject.with(TinyProject.WITH_VELOCITY, "Flor.log(\"state\", state[0]);"));
    String named = "step is executed: src/tiny/Train.java:14: velocity, ";

    given.flor("replay", "state", "--commits", "main", "--dry-run").exits(0).says("note: ", named);
    given
        .flor("replay", "state", "--commits", "main", "--yes", "--json")
        .exits(0)
        .prints(named)
        .says("note: ", named);
  }

  @Test
  void aToleranceIsAnOptionAndAKeyOfTheConfiguration() {
    Given given = TinyProject.committed(temporary);
    String unsteady = TinyProject.TRAIN.replace(
        "1 / state[0]", "(System.getProperty(\"flor.replay\") == null ? 1 : 1.0000001) / state[0]");
    given.file("src/tiny/Train.java", unsteady).commit("Is not deterministic");
    given.flor("run").exits(0);
    given.file(
        "src/tiny/Train.java",
        unsteady.replace(
            "      Flor.log(\"loss\"",
            "      Flor.log(\"state\", state[0]);\n        Flor.log(\"loss\""));

    given
        .flor("replay", "state", "--commits", "main", "--yes")
        .exits(ExitCode.DIVERGED)
        .prints("diverged")
        .says("diverged: epoch=0 loss: recorded 0.25, replayed 0.250000025");
    given
        .flor("replay", "state", "--commits", "main", "--yes", "--json")
        .exits(ExitCode.DIVERGED)
        .prints(
            "\"context\" : \"epoch=0\"",
            "\"recorded\" : \"0.25\"",
            "\"replayed\" : \"0.250000025\"");
    given.flor("dataframe", "loss", "epochs", "--format", "csv").exits(0).prints(",recorded,\n");
    given
        .flor("dataframe", "state", "--diverged", "--format", "csv")
        .exits(0)
        .prints(",4.0,replayed,diverged");
    given
        .flor(
            "sql", "SELECT DISTINCT verdict FROM logs WHERE source = 'replayed'", "--format", "csv")
        .exits(0)
        .prints("diverged");
    given.flor("runs").exits(0).prints("diverged");
    given
        .flor("replay", "state", "--commits", "main", "--yes", "--tolerance", "1e-6")
        .exits(0)
        .prints("replayed");
    given.file("flor.toml", TinyProject.CONFIG + "[replay]\ntolerance = 1e-5\n");
    given.flor("replay", "state", "--commits", "main", "--yes").exits(0).prints("replayed");
  }

  @Test
  void theFirstVersionInWhichAConditionHoldsIsFoundAndShownWithAllThatWasTried() {
    Given given = TinyProject.committed(temporary);
    for (String start : List.of("2", "3", "40", "50")) {
      given.file("src/tiny/Train.java", TinyProject.TRAIN.replace("= {1}", "= {" + start + "}"));
      given.commit("Start at " + start);
    }
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"state\", state[0]);"));
    String found = given.git("rev-parse", "main~1").strip();

    given
        .flor("replay", "--bisect", "state > 30", "--commits", "main~4..main", "--dry-run")
        .exits(0)
        .says("at most 4 of 4 to run");
    given
        .flor("replay", "state", "--bisect", "state > 30", "--commits", "main~4..main", "--yes")
        .exits(0)
        .prints("yes    49.0   replayed", "no     11.0   replayed")
        .says("state > 30 first holds in " + found.substring(0, 7) + " (Start at 40) (tried 4)");
    given
        .flor("replay", "--bisect", "state > 30", "--commits", "main~4..main", "--json")
        .exits(0)
        .prints("\"candidates\" : [ \"" + found + "\" ]", "\"monotone\" : true", "cached");
    given
        .flor("replay", "--bisect", "state > 99", "--commits", "main~4..main")
        .exits(1)
        .says("state > 99 holds in none of the versions that were tried");
    given.flor("replay", "--bisect", "state >").exits(2).says("is not understood");
    given.flor("replay").exits(2).says("no NAME is given");
  }

  @Test
  void runsAreChosenByWhatTheyHaveLogged() {
    Given given = recorded();

    given
        .flor("replay", "state", "--where", "epochs > 5", "--dry-run")
        .exits(0)
        .says("0 of 0 to run");
    given
        .flor("replay", "state", "--where", "epochs = 3 and loss > 0", "--dry-run")
        .exits(0)
        .says("1 of 1 to run");
    given.flor("replay", "state", "--yes").exits(0).prints("replayed");
    given.flor("replay", "state", "--yes").exits(0).prints("cached");
    given.flor("replay", "state", "--yes", "--force").exits(0).prints("replayed");
  }
}
