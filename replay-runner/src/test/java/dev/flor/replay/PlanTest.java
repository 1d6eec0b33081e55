package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.FlorException;
import dev.flor.replay.ReplayTask.Segment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which parts of a run are executed for which statements, and which versions and runs are chosen. */
class PlanTest {
  private static final String BEFORE = "    try (var ckpt";
  private static final String AFTER = "    }\n  }\n}\n";

  @TempDir
  Path folder;

  private Training training;
  private String version;
  private String recorded;

  private void recorded() {
    training = Training.in(folder).source(Training.PROGRAM);
    version = training.commit("v1");
    recorded = training.record("epochs", "10");
  }

  private ReplayTask planned(String latest, String name) {
    training.source(latest);
    return training.plan(name, 1, version).tasks().get(0);
  }

  @Test
  void forAStatementInFrontOfTheMainLoopNoTurnIsExecuted() {
    recorded();
    String latest = Training.PROGRAM.replace(
        BEFORE, "    Flor.log(\"size\", model.weights.length);\n" + BEFORE);
    ReplayTask task = planned(latest, "size");

    assertThat(task.segments()).containsExactly(new Segment(0, 0));
    assertThat(task.how()).startsWith("up to the main loop");
    TaskReport report = training.replayOne("size", version);
    assertThat(report.outcome()).as(report.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.iterations(report.replayRuns().get(0), "epoch")).isZero();
    assertThat(training.values(report.replayRuns().get(0), "size")).hasSize(1);
  }

  @Test
  void forAStatementBehindTheMainLoopNoTurnIsExecutedEither() {
    recorded();
    String latest = Training.PROGRAM.replace(
        AFTER, "    }\n    Flor.log(\"end\", model.weights[2]);\n  }\n}\n");
    ReplayTask task = planned(latest, "end");

    assertThat(task.segments()).containsExactly(new Segment(10, -1));
    TaskReport report = training.replayOne("end", version);
    assertThat(report.outcome()).as(report.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(report.fellBack()).isFalse();
    assertThat(training.iterations(report.replayRuns().get(0), "epoch")).isZero();
    assertThat(training.values(report.replayRuns().get(0), "end")).hasSize(1);
  }

  @Test
  void theProgramIsStoppedWhenTheLastTurnThatIsNeededIsOver() {
    recorded();
    ReplayTask task = planned(Training.withEpochProbe(Training.PROGRAM), "second");

    assertThat(task.segments()).containsExactly(new Segment(0, 10));
    assertThat(task.skipped()).containsExactly("step");
  }

  @Test
  void turnsThatAreAskedForAreEnteredFromTheirCheckpoints() {
    recorded();
    training.source(Training.afterStep(Training.PROGRAM, "Flor.log(\"first\", model.weights[0]);"));
    ReplayRequest request = ReplayRequest.of(List.of("first"), List.of(version), 1);
    ReplayPlan whole = training.plan(request);
    ReplayPlan some = training.plan(request.of(Turns.parse("epoch", "3,7..8").orElseThrow()));

    // Starting another process takes longer than the turns between.
    assertThat(some.tasks().get(0).segments()).containsExactly(new Segment(3, 9));
    TaskReport report = training.replay(some).tasks().get(0);
    assertThat(report.outcome()).as(report.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(report.fellBack()).isFalse();
    String replayed = report.replayRuns().get(0);
    assertThat(training.iterations(replayed, "epoch")).isEqualTo(6);
    assertThat(training.iterations(replayed, "step")).isEqualTo(30);
    String all = training.replay(whole).tasks().get(0).replayRuns().get(0);
    assertThat(training.values(replayed, "first")).hasSize(30);
    assertThat(training.values(all, "first"))
        .hasSize(50)
        .containsAllEntriesOf(training.values(replayed, "first"));
  }

  @Test
  void aVersionThatNobodyRanIsExpectedToTakeAsLongAsTheLongestRunOfTheOthers() {
    recorded();
    training.source(Training.PROGRAM + "// never run\n");
    String never = training.commit("v2");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    List<ReplayTask> tasks = training.plan("second", 1, version, never).tasks();
    List<ReplayTask> alone = training.plan("second", 1, never).tasks();

    assertThat(tasks).extracting(ReplayTask::isGuess).containsExactly(false, true);
    assertThat(tasks.get(1).estimate()).isGreaterThanOrEqualTo(tasks.get(0).estimate());
    assertThat(alone.get(0).estimate()).isPositive();
    assertThat(training.plan("second", 1, version, never).estimate())
        .isEqualTo(tasks.get(0).estimate().plus(tasks.get(1).estimate()));
  }

  @Test
  void turnsOfALoopThatNoVersionHasAreAnErrorThatNamesThoseThereAre() {
    recorded();
    training.source(Training.withEpochProbe(Training.PROGRAM));
    ReplayRequest request = ReplayRequest.of(List.of("second"), List.of(version), 1);

    assertThatThrownBy(() -> training.plan(request.of(Turns.parse("round", "3").orElseThrow())))
        .isInstanceOf(FlorException.class)
        .hasMessage("no version has a main loop \"round\"")
        .extracting(e -> ((FlorException) e).hint())
        .isEqualTo("there is: epoch");
  }

  /** Which of them is the main loop cannot be told; there is one of that name all the same. */
  @Test
  void turnsOfOneOfSeveralMainLoopsAreGivenByARunInFull() {
    String truth = "Flor.log(\"truth\", model.weights[1]);\n      }\n";
    String two = Training.PROGRAM.replace(
        truth,
        truth + "for (int round : Flor.loop(\"round\", Flor.range(2))) { model.step(round); }\n");
    assertThat(two).isNotEqualTo(Training.PROGRAM);
    Training twice = Training.in(folder.resolve("twice")).source(two);
    String both = twice.commit("v1");
    twice.record();
    twice.source(Training.withEpochProbe(two));
    ReplayRequest request = ReplayRequest.of(List.of("second"), List.of(both), 1);

    ReplayPlan plan = twice.plan(request.of(Turns.parse("epoch", "3").orElseThrow()));

    assertThat(plan.tasks()).hasSize(1);
    assertThat(plan.tasks().get(0).segments()).containsExactly(ReplayTask.Segment.ALL);
  }

  @Test
  void runsAreChosenByTheirIdsTheirArgsAndTheTimeOfTheirVersion() {
    recorded();
    String other = training.record("epochs", "3");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    assertThat(runs(choice(List.of(other), Optional.empty(), "")))
        .containsExactly(Optional.of(other));
    assertThat(runs(choice(List.of(), Optional.empty(), "epochs > 5 and loss < 1000")))
        .containsExactly(Optional.of(recorded));
    assertThat(runs(choice(List.of(), Optional.empty(), "epochs > 50"))).isEmpty();
    assertThat(runs(choice(List.of(), Optional.of(Instant.parse("2020-01-01T00:00:00Z")), "")))
        .hasSize(2);
    assertThat(runs(choice(List.of(), Optional.of(Instant.parse("2099-01-01T00:00:00Z")), "")))
        .isEmpty();
    assertThat(
            runs(new RunChoice(List.of(), Optional.empty(), Optional.empty(), OptionalInt.of(1))))
        .containsExactly(Optional.of(other));
  }

  private static RunChoice choice(List<String> runs, Optional<Instant> since, String where) {
    return new RunChoice(
        runs,
        since,
        where.isEmpty() ? Optional.empty() : Optional.of(Condition.parse(where).orElseThrow()),
        OptionalInt.empty());
  }

  private List<Optional<String>> runs(RunChoice choice) {
    return training
        .plan(ReplayRequest.of(List.of("second"), List.of(version), 1).choosing(choice))
        .tasks()
        .stream()
        .map(ReplayTask::baseRun)
        .toList();
  }
}
