package dev.flor.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.checkpoint.CheckpointFile;
import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointCommandTest {
  @TempDir
  Path temporary;

  private Given given;
  private String slow;
  private String fast;

  /** Two runs: the loss falls, of the second one further. */
  @BeforeEach
  void recorded() {
    given = TinyProject.committed(temporary);
    given.flor("run", "--arg", "epochs=2").exits(ExitCode.DONE);
    given.flor("run", "--arg", "epochs=4").exits(ExitCode.DONE);
    var runs = given.flor("runs", "--format", "csv").out().lines().skip(1).toList();
    slow = runs.get(0).substring(0, 36);
    fast = runs.get(1).substring(0, 36);
  }

  @Test
  void theBestRunIsShownWithItsPlaceItsCheckpointAndItsArgs() {
    String head = given.git("rev-parse", "main").substring(0, 7);
    given
        .flor("best", "loss", "--min", "--limit", "5", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(
            "run,version,loss,at,source,checkpoint,args",
            fast + "," + head + ",0.07692307692307693,epoch=3,recorded,epoch=3,epochs=4",
            slow + "," + head + ",0.14285714285714285,epoch=1,recorded,epoch=1,epochs=2");
    assertThat(given.flor("best", "loss", "--max", "--format", "csv").out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(slow + "," + head + ",0.25,epoch=0,recorded,epoch=0,");
  }

  @Test
  void aReplayedMetricCountsForTheRunThatWasRepeated() {
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"double\", 2 * state[0]);"));
    given.flor("replay", "double", "--yes").exits(ExitCode.DONE);
    given
        .flor("best", "double", "--max", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(fast, ",26.0,epoch=3,replayed,epoch=3,epochs=4");
  }

  @Test
  void infinityIsTheLargestAndWhatIsNoNumberDoesNotCount() {
    String program = TinyProject.with(
        "Flor.log(\"odd\", epoch == 1 ? Double.POSITIVE_INFINITY : epoch == 2 ? Double.NaN :"
            + " epoch);");
    given.file("src/tiny/Train.java", program).commit("Odd numbers");
    given.flor("run", "--arg", "epochs=4").exits(ExitCode.DONE);
    given
        .flor("best", "odd", "--max", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(",Infinity,epoch=1,recorded,");
    given
        .flor("best", "odd", "--min", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(",epoch=0,recorded,");
  }

  @Test
  void aDataframeTakesTheBeginningsOfRunsToo() {
    String beginning = fast.substring(0, 36);
    while (!slow.startsWith(beginning.substring(0, beginning.length() - 1))) {
      beginning = beginning.substring(0, beginning.length() - 1);
    }
    assertThat(given
            .flor("dataframe", "loss", "--runs", beginning, "--format", "csv")
            .exits(ExitCode.DONE)
            .out()
            .lines())
        .hasSize(5);
    given
        .flor("dataframe", "loss", "--runs", "zz")
        .failsInTwoLines(ExitCode.FAILED, "there is no run zz", "flor runs");
  }

  @Test
  void whichWayIsBetterMustBeSaidAndTheMetricBeThere() {
    given.flor("best", "loss").exits(ExitCode.USAGE);
    given.flor("best", "loss", "--max", "--min").exits(ExitCode.USAGE);
    given
        .flor("best", "los's", "--max")
        .failsInTwoLines(ExitCode.FAILED, "no run has logged a number as los's", "flor dataframe");
    given
        .flor("best", "loss", "--max", "--limit", "0")
        .failsInTwoLines(ExitCode.USAGE, "--limit is 0", "1 or more");
  }

  @Test
  void checkpointsAreListedAndTakenOut() throws Exception {
    given
        .flor("checkpoint", "list", fast, "--format", "csv")
        .exits(ExitCode.DONE)
        .prints("at,bytes,millis,there,digest", "epoch=0 step,", "epoch=0,", "epoch=3,", ",true,");
    given
        .flor("checkpoint", "get", fast, "state", "--at", "epoch=1", "--out", "out/state.ckpt")
        .exits(ExitCode.DONE)
        .says("state after epoch=1 of run " + fast);
    double[] state = new double[1];
    CheckpointFile.read(given.path("out/state.ckpt")).restore("state", state);
    assertThat(state[0]).isEqualTo(7);
    given
        .flor("checkpoint", "get", fast, "state", "--out", "last.ckpt")
        .exits(ExitCode.DONE)
        .says("after epoch=3");
    CheckpointFile.read(given.path("last.ckpt")).restore("state", state);
    assertThat(state[0]).isEqualTo(13);
  }

  @Test
  void whatIsNotThereIsSaidWithWhatIs() {
    given
        .flor("checkpoint", "get", slow, "stat", "--out", "x")
        .failsInTwoLines(ExitCode.USAGE, "nothing was enrolled as stat", "did you mean state?");
    given
        .flor("checkpoint", "get", slow, "state", "--at", "epoch=7", "--out", "x")
        .failsInTwoLines(
            ExitCode.FAILED, "has no checkpoint after epoch=7", "there is one after: epoch=0 step");
    given
        .flor("checkpoint", "list", "zzz")
        .failsInTwoLines(ExitCode.FAILED, "there is no run zzz", "flor runs lists them");
    given.flor("gc", "--checkpoint-count", "0").exits(ExitCode.DONE);
    given
        .flor("checkpoint", "get", slow, "state", "--out", "x")
        .failsInTwoLines(ExitCode.FAILED, "has no checkpoint", "flor gc took them");
    given
        .flor("best", "loss", "--min", "--format", "csv")
        .exits(ExitCode.DONE)
        .prints(",epoch=3,recorded,,epochs=4");
  }
}
