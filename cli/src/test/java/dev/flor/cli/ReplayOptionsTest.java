package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
  void whatIsNotUnderstoodIsSaidBeforeAnythingIsPlanned() {
    Given given = recorded();

    given.flor("replay", "state", "--epoch", "x").exits(2);
    given.flor("replay", "state", "--turns", "epoch=3..1").exits(2).says("is not understood");
    given.flor("replay", "state", "--where", "lr <").exits(2).says("is not understood");
    given.flor("replay", "state", "--since", "yesterday").exits(2).says("is no date");
    given.flor("replay", "state", "--sample", "0").exits(2).says("at least 1");
    given
        .flor("replay", "state", "--runs", "nope", "--dry-run")
        .exits(1)
        .says("no recorded run nope");
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
