package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.FlorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayerTest {
  @TempDir
  Path folder;

  @Test
  void aProbeAtTheEpochLevelExecutesNoTrainingStep() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    String recorded = training.record();
    training.source(Training.withEpochProbe(Training.PROGRAM));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.fellBack()).isFalse();
    assertThat(task.detail()).isEmpty();
    String replayed = task.replayRuns().get(0);
    assertThat(training.iterations(recorded, "step")).isEqualTo(100);
    assertThat(training.iterations(replayed, "step")).isZero();
    assertThat(training.iterations(replayed, "epoch")).isEqualTo(20);
    assertThat(training.values(replayed, "second"))
        .hasSize(20)
        .isEqualTo(training.values(recorded, "truth"));
    assertThat(task.compared()).isEqualTo(40);
    assertThat(task.differing()).isZero();
    assertThat(task.difference()).isEmpty();
    assertThat(training.verdicts()).containsEntry(replayed, Optional.of("verified"));
  }

  @Test
  void aProbeInTheStepLoopExecutesEveryStep() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record();
    training.source(Training.afterStep(Training.PROGRAM, "Flor.log(\"first\", model.weights[0]);"));

    TaskReport task = training.replayOne("first", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "first")).hasSize(100);
    assertThat(task.compared()).isEqualTo(40);
  }

  @Test
  void segmentsFromCheckpointsGiveWhatOnePieceGives() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record();
    training.source(Training.afterStep(Training.PROGRAM, "Flor.log(\"first\", model.weights[0]);"));
    ReplayPlan whole =
        training.plan(ReplayRequest.of(List.of("first"), List.of(version), 1).forced());
    ReplayPlan parted =
        new ReplayPlan(whole.request(), Segments.split(whole.tasks(), 3, 1, training::journal));
    assertThat(parted.tasks().get(0).segments()).hasSize(3);

    TaskReport inSegments = training.replay(parted).tasks().get(0);
    TaskReport inOnePiece = training.replay(whole).tasks().get(0);

    assertThat(inSegments.outcome()).as(inSegments.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(inSegments.fellBack()).isFalse();
    assertThat(inSegments.replayRuns()).hasSize(3);
    SortedMap<String, Object> joined = new TreeMap<>();
    inSegments.replayRuns().forEach(run -> joined.putAll(training.values(run, "first")));
    assertThat(joined)
        .hasSize(100)
        .isEqualTo(training.values(inOnePiece.replayRuns().get(0), "first"));
    assertThat(inSegments.replayRuns().stream()
            .mapToLong(run -> training.iterations(run, "step"))
            .sum())
        .isEqualTo(100);
  }

  @Test
  void theSecondReplayStartsNoProcess() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "3");
    training.source(Training.withEpochProbe(Training.PROGRAM));
    training.replay("second", 1, version);

    ReplayReport again = training.replay("second", 1, version);

    assertThat(again.started()).isZero();
    assertThat(again.tasks()).extracting(TaskReport::outcome).containsExactly(Outcome.CACHED);
    assertThat(again.complete()).isTrue();
  }

  @Test
  void whatTheRecordedRunLoggedAlreadyIsNotRunAgain() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "2");

    assertThat(training.replayOne("loss", version).outcome()).isEqualTo(Outcome.CACHED);
  }

  @Test
  void theRecordedArgumentsAreUsedAgain() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "4");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    TaskReport task = training.replayOne("second", version);

    assertThat(training.values(task.replayRuns().get(0), "second")).hasSize(4);
  }

  @Test
  void aVersionWithoutARunIsRunAfresh() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.task().baseRun()).isEmpty();
    String replayed = task.replayRuns().get(0);
    assertThat(training.verdicts()).containsEntry(replayed, Optional.of("unverified"));
    assertThat(training.values(replayed, "second"))
        .hasSize(20)
        .isEqualTo(training.values(replayed, "truth"));
  }

  @Test
  void aVersionFromBeforeFlorIsReplayedToo() {
    String plain = """
        class Train {
          static double area(int side) {
            double area = side * side;
            return area;
          }

          public static void main(String[] args) {
            for (int side = 1; side < 4; side++) {
              area(side);
            }
          }
        }
        """;
    Training training = Training.in(folder).source(plain);
    String version = training.commit("v1");
    training.source("import dev.flor.Flor;\n\n"
        + plain.replace("    return area;", "    Flor.log(\"area\", area);\n    return area;"));

    TaskReport task = training.replayOne("area", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "area").values())
        .containsExactly(1.0, 4.0, 9.0);
  }

  @Test
  void aReplayDoesNotKnowTheSecretsOfTheEnvironment() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.source(Training.afterLoss(
        Training.PROGRAM, "Flor.log(\"token\", String.valueOf(System.getenv(\"DEPLOY_TOKEN\")));"));

    TaskReport task = training.replayOne("token", version);

    assertThat(training.values(task.replayRuns().get(0), "token").values())
        .hasSize(20)
        .containsOnly("null");
  }

  @Test
  void theUsersRepositoryIsNotTouched() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "2");
    training.source(Training.withEpochProbe(Training.PROGRAM));
    SortedMap<String, String> before = Fingerprint.of(training.repository.root());

    training.replay("second", 2, version);

    assertThat(Fingerprint.of(training.repository.root())).isEqualTo(before);
  }

  @Test
  void aNameThatNothingLogsIsSaidWithTheNamesThatAreLogged() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");

    assertThatThrownBy(() -> training.plan("lss", 1, version))
        .isInstanceOf(FlorException.class)
        .hasMessage("no statement logs \"lss\" in the latest version")
        .extracting(e -> ((FlorException) e).hint())
        .isEqualTo("the latest version logs: loss, truth");
  }
}
