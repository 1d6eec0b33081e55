package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs and versions that cannot be replayed fast, or at all. */
class UnsoundReplayTest {
  @TempDir
  Path folder;

  @Test
  void aLocalThatNobodyEnrolledIsNoticedBeforeAnythingIsRun() {
    String counting = Training.PROGRAM
        .replace("new Random(7);", "new Random(7);\n    int seen = 0;")
        .replace("model.step(rng", "seen++;\n          model.step(seen * rng")
        .replace("\"truth\", model.weights[1]", "\"truth\", seen");
    Training training = Training.in(folder).source(counting);
    String version = training.commit("v1");
    String recorded = training.record();
    training.source(Training.afterLoss(counting, "Flor.log(\"count\", seen);"));

    TaskReport task = training.replayOne("count", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.task().skipped()).isEmpty();
    assertThat(task.fellBack()).isFalse();
    assertThat(training.values(task.replayRuns().get(0), "count"))
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void stateThatTheAnalysisCannotSeeIsNoticedByComparingAndTheRunIsRepeatedFromItsStart() {
    // The sum is set by reflection: no analysis of the source sees which field is.
    String hidden = Training.PROGRAM
        .replace("  void step(double x) {", """
              static double sum;

              void step(double x) {
                try {
                  Train.class.getDeclaredField("sum").setDouble(null, sum + x);
                } catch (ReflectiveOperationException e) {
                  throw new IllegalStateException(e);
                }
            """)
        .replace("\"truth\", model.weights[1]", "\"truth\", sum");
    Training training = Training.in(folder).source(hidden);
    String version = training.commit("v1");
    String recorded = training.record("epochs", "3");
    training.source(Training.afterLoss(hidden, "Flor.log(\"sum\", sum);"));

    TaskReport task = training.replayOne("sum", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.task().skipped()).containsExactly("step");
    assertThat(task.fellBack()).isTrue();
    assertThat(task.replayRuns()).hasSize(1);
    assertThat(training.values(task.replayRuns().get(0), "sum"))
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void aProgramThatLogsOtherValuesEachTimeDivergesAndIsKeptAsSuchOnce() {
    String unsteady =
        Training.PROGRAM.replace("\"truth\", model.weights[1]", "\"truth\", System.nanoTime()");
    Training training = Training.in(folder).source(unsteady);
    String version = training.commit("v1");
    String recorded = training.record("epochs", "2");
    training.source(Training.withEpochProbe(unsteady));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(task.detail()).startsWith("epoch=0 truth: recorded ").contains(", replayed ");
    assertThat(task.differing()).isEqualTo(2);
    assertThat(task.difference()).hasValueSatisfying(first -> {
      assertThat(first.context()).isEqualTo("epoch=0");
      assertThat(first.name()).isEqualTo("truth");
      assertThat(first.replayed()).isPresent().isNotEqualTo(Optional.of(first.recorded()));
    });
    assertThat(task.replayRuns()).hasSize(1);
    assertThat(training.runs()).hasSize(2);
    assertThat(training.verdicts())
        .containsEntry(recorded, Optional.empty())
        .containsEntry(task.replayRuns().get(0), Optional.of("diverged"));

    TaskReport again = training.replayOne("second", version);

    assertThat(again.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(again.replayRuns()).isEqualTo(task.replayRuns());
    assertThat(training.runs()).hasSize(2);
  }

  @Test
  void oneBadVersionDoesNotStopTheOthers() {
    Training training = Training.in(folder);
    String broken = training
        .source(Training.PROGRAM.replace("int epochs =", "Strin epochs ="))
        .commit("broken");
    String failing = training
        .source(Training.PROGRAM.replace(
            "Random rng =",
            "if (epochs > 0) throw new IllegalStateException(\"no data\");\n    Random rng ="))
        .commit("failing");
    String unrelated = training
        .source("class Train {\n  public static void main(String[] args) {}\n}\n")
        .commit("unrelated");
    String good = training.source(Training.PROGRAM).commit("good");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    ReplayReport report = training.replay("second", 2, broken, failing, unrelated, good);

    assertThat(report.tasks())
        .extracting(TaskReport::outcome)
        .containsExactly(
            Outcome.BUILD_FAILED, Outcome.RUN_FAILED, Outcome.REFUSED, Outcome.REPLAYED);
    assertThat(report.tasks().get(0).detail()).startsWith("src/Train.java:14:");
    assertThat(report.tasks().get(1).detail()).contains("exited with 1").contains("no data");
    assertThat(report.tasks().get(1).log())
        .hasValueSatisfying(log -> assertThat(log).content().contains("no data"));
    assertThat(report.complete()).isFalse();
  }

  @Test
  void aProgramThatTellsItsResultByItsExitCodeIsReplayed() {
    String exiting = Training.PROGRAM.replace(
        "      Flor.log(\"truth\", model.weights[1]);",
        "      Flor.log(\"truth\", model.weights[1]);\n      if (epoch == 2) System.exit(7);");
    assertThat(exiting).contains("System.exit(7)");
    Training training = Training.in(folder).source(exiting);
    String version = training.commit("v1");
    String recorded = training.record();
    training.source(Training.withEpochProbe(exiting));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.detail()).contains("exited with 7");
    assertThat(training.values(task.replayRuns().get(0), "second"))
        .hasSize(3)
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void aProgramThatExitsBeforeItHasLoggedWhatItLoggedThenHasFailed() {
    String exiting = Training.PROGRAM.replace(
        "      Flor.log(\"truth\", model.weights[1]);",
        "      if (epoch == 2 && System.getProperty(\"flor.replay\") != null) System.exit(7);\n"
            + "      Flor.log(\"truth\", model.weights[1]);");
    Training training = Training.in(folder).source(exiting);
    String version = training.commit("v1");
    training.record();
    training.source(Training.withEpochProbe(exiting));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.RUN_FAILED);
    assertThat(task.detail()).contains("exited with 7");
    assertThat(task.replayRuns()).isEmpty();
  }

  @Test
  void aProgramThatDoesNotEndIsStopped() {
    String endless = Training.PROGRAM.replace(
        "Random rng = new Random(7);",
        "Random rng = new Random(7);\n    while (epochs > 0) Thread.onSpinWait();");
    Training training = Training.in(folder).source(endless);
    String version = training.commit("v1");
    training.source(Training.withEpochProbe(endless));

    TaskReport task = training.limited(Duration.ofSeconds(2)).replayOne("second", version);

    assertThat(task.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(task.detail()).isEqualTo("stopped after 2 s");
  }
}
