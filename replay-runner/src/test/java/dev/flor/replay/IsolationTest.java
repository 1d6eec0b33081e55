package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.project.DataFolders;
import dev.flor.replay.project.ProjectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replayed program does not see of its surroundings, and cannot do to them. */
class IsolationTest {
  /** Goes on from the last model if there is one, and leaves its own. */
  private static final String GOES_ON = """
      import dev.flor.Flor;
      import java.nio.file.Files;
      import java.nio.file.Path;

      class Train {
        public static void main(String[] args) throws Exception {
          Path file = Path.of("model.txt");
          double[] model = {Files.exists(file) ? Double.parseDouble(Files.readString(file)) : 1};
          try (var ckpt = Flor.checkpointing("model", model)) {
            for (int epoch : Flor.loop("epoch", Flor.range(4))) {
              model[0] *= 2;
              Files.writeString(file, String.valueOf(model[0]));
              Flor.log("loss", model[0]);
            }
          }
        }
      }
      """;

  @TempDir
  Path folder;

  private static String probed(String program, String statement) {
    String logged = "Flor.log(\"loss\", model[0]);";
    return program.replace(logged, logged + " " + statement);
  }

  @Test
  void whatLaterRunsHaveLeftInTheTreeIsNotThere() {
    Training training = Training.in(folder).source(GOES_ON);
    training.repository.write(".gitignore", "model.txt\n.flor/\n");
    String version = training.commit("v1");
    String run = training.record();
    training.source(probed(GOES_ON, "Flor.log(\"half\", model[0] / 2);"));

    TaskReport task = training.replayOne("half", version);

    assertThat(training.repository.root().resolve("model.txt")).hasContent("16.0");
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.compared()).isEqualTo(4);
    assertThat(training.values(task.replayRuns().get(0), "half").values())
        .containsExactly(1.0, 2.0, 4.0, 8.0);
    assertThat(training.values(run, "loss").values()).containsExactly(2.0, 4.0, 8.0, 16.0);
  }

  /** Its state is in a file: a replay from a checkpoint cannot be right, and must not spoil the one from the start. */
  @Test
  void whatAFirstAttemptHasLeftIsNotThereForTheSecond() {
    String inAFile = GOES_ON.replace(
        "model[0] *= 2;",
        "model[0] = 2 * (Files.exists(file) ? Double.parseDouble(Files.readString(file)) : 1);");
    Training training = Training.in(folder).source(inAFile);
    training.repository.write(".gitignore", "model.txt\n.flor/\n");
    String version = training.commit("v1");
    training.record();
    training.source(probed(inAFile, "Flor.log(\"half\", model[0] / 2);"));
    ReplayPlan whole = training.plan("half", 1, version);
    List<ReplayTask.Segment> halves =
        List.of(new ReplayTask.Segment(0, 2), new ReplayTask.Segment(2, 4));
    ReplayPlan parted =
        new ReplayPlan(whole.request(), List.of(whole.tasks().get(0).inSegments(halves)));

    TaskReport task = training.replay(parted).tasks().get(0);

    assertThat(task.fellBack()).as(task.outcome() + ": " + task.detail()).isTrue();
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "half").values())
        .containsExactly(1.0, 2.0, 4.0, 8.0);
  }

  @Test
  void aDataFolderIsThereAndCannotBeWrittenWhereTheSystemAllowsThat() throws IOException {
    String program = GOES_ON.replace("model.txt", "data/model.txt");
    Training plain = Training.in(folder).source(program);
    plain.repository.write(".gitignore", "data/\n.flor/\n").write("data/model.txt", "3");
    String version = plain.commit("v1");
    Training training = plain.readingToday("data");
    training.source(probed(program, "Flor.log(\"half\", model[0] / 2);"));

    TaskReport task = training.replayOne("half", version);

    boolean readOnly = DataFolders.readOnly().areReadOnly();
    assertThat(task.outcome())
        .as(task.detail())
        .isEqualTo(readOnly ? Outcome.RUN_FAILED : Outcome.REPLAYED);
    assertThat(plain.repository.root().resolve("data/model.txt"))
        .hasContent(readOnly ? "3" : "48.0");
    if (readOnly) {
      assertThat(Files.readString(task.log().orElseThrow()))
          .containsIgnoringCase("read-only file system");
      String reading = program.replaceFirst("Files.writeString.*", "");
      training.source(reading);
      String second = training.commit("v2");
      training.source(probed(reading, "Flor.log(\"half\", model[0] / 2);"));
      TaskReport reads = training.replayOne("half", second);
      assertThat(reads.outcome()).as(reads.detail()).isEqualTo(Outcome.REPLAYED);
      assertThat(training.values(reads.replayRuns().get(0), "half").values())
          .containsExactly(3.0, 6.0, 12.0, 24.0);
    }
    try (Stream<Path> left = Files.list(training.project().florDir().resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theVariablesThatAreNamedAreKnown() {
    Training training = Training.in(folder).source(GOES_ON);
    String version = training.commit("v1");
    training.source(probed(
        GOES_ON,
        "Flor.log(\"known\", System.getenv(\"DEPLOY_TOKEN\") + System.getenv(\"JAVA_OPTS\"));"));
    ProjectConfig.Limits limits = new ProjectConfig.Limits(
        Duration.ofMinutes(2), Optional.of("64m"), 0, List.of("NOTHING", "DEPLOY_*"));
    Training asked = training.configured(new ProjectConfig(
        training.config().build(), training.config().run(), training.config().recording(), limits));

    TaskReport task = asked.replayOne("known", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    Set<Object> known =
        new TreeSet<>(training.values(task.replayRuns().get(0), "known").values());
    assertThat(known.stream().map(Object::toString).collect(Collectors.toSet()))
        .containsExactly("a secretnull");
  }
}
