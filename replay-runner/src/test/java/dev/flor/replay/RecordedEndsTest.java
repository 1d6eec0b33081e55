package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that failed when they were recorded, or that need or do what a version does not say. */
class RecordedEndsTest {
  private static final String MAIN_END = "      }\n    }\n  }\n}\n";

  @TempDir
  Path folder;

  private static String failingAtTheEnd(String earlier) {
    return Training.PROGRAM
        .replace("Random rng =", earlier + "Random rng =")
        .replace(
            MAIN_END, "      }\n    }\n    throw new IllegalStateException(\"late\");\n  }\n}\n");
  }

  @Test
  void aRunThatFailedThenIsReplayedUpToTheSameFailure() {
    Training training = Training.in(folder).source(failingAtTheEnd(""));
    String version = training.commit("v1");
    String recorded = training.record("epochs", "3");
    training.source(Training.withEpochProbe(failingAtTheEnd("")));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "second"))
        .hasSize(3)
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void aReplayThatFailsEarlierForAnotherReasonHasFailed() {
    String unlike = failingAtTheEnd(
        "if (System.getProperty(\"flor.replay\") != null) throw new IllegalStateException(\"early\");\n    ");
    Training training = Training.in(folder).source(unlike);
    String version = training.commit("v1");
    training.record("epochs", "3");
    training.source(Training.withEpochProbe(unlike));

    TaskReport task = training.replayOne("second", version);

    assertThat(task.outcome()).isEqualTo(Outcome.RUN_FAILED);
    assertThat(task.detail()).contains("early");
    assertThat(task.replayRuns()).isEmpty();
  }

  @Test
  void anIgnoredFolderThatTodaysConfigurationNamesIsThereForOlderVersions() {
    String reading = Training.PROGRAM
        .replace("main(String[] args) {", "main(String[] args) throws Exception {")
        .replace(
            "Random rng =",
            "java.nio.file.Files.readString(java.nio.file.Path.of(\"data/x.txt\"));\n    Random rng =");
    Training training = Training.in(folder).source(reading);
    training.repository.write(".gitignore", "data/\n").write("data/x.txt", "x");
    training.repository.write("flor.toml", "# says nothing about data\n");
    String version = training.commit("v1");
    training.record("epochs", "2");
    training.source(Training.withEpochProbe(reading));

    assertThat(training.replayOne("second", version).outcome()).isEqualTo(Outcome.RUN_FAILED);
    TaskReport task = training.readingToday("data").replayOne("second", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
  }

  @Test
  void aStatementThatChangesWhatTheProgramDoesIsNamedWhenTheReplayDiverges() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "2");
    training.source(Training.afterStep(Training.PROGRAM, "Flor.log(\"draw\", rng.nextDouble());"));

    TaskReport task = training.replayOne("draw", version);

    assertThat(task.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(task.detail()).contains("side-effect: ");
  }
}
