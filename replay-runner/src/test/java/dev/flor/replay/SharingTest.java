package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several commands do at once, or one after another, is done once. */
class SharingTest {
  @TempDir
  Path folder;

  @Test
  void eightReplaysOfTheSameVersionsAtOnceDoEachOnce() {
    Training training = Training.in(folder).startingQuickly(folder);
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      training.source(Training.PROGRAM + "// version " + i + "\n");
      versions.add(training.commit("v" + i));
      training.record("epochs", Integer.toString(2 + i));
    }
    training.source(Training.withEpochProbe(Training.PROGRAM));
    ReplayPlan plan = training.plan("second", 2, versions.toArray(String[]::new));

    List<CompletableFuture<ReplayReport>> commands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      commands.add(CompletableFuture.supplyAsync(
          () -> training.replay(plan), task -> new Thread(task, "command").start()));
    }
    List<ReplayReport> reports = commands.stream().map(CompletableFuture::join).toList();

    assertThat(reports).allMatch(ReplayReport::complete);
    assertThat(reports.stream().mapToLong(ReplayReport::started).sum()).isEqualTo(3);
    assertThat(training.runs()).hasSize(6);
    assertThat(locks(training)).isEmpty();
    assertThat(reports).allSatisfy(report -> assertThat(report.tasks())
        .extracting(task -> task.task().version().id())
        .containsExactlyElementsOf(versions));
  }

  @Test
  void versionsWithEqualFilesAreRunOnceThoughTheyAreInOnePlan() {
    Training training = Training.in(folder).startingQuickly(folder).source(Training.PROGRAM);
    String one = training.commit("v1");
    training.repository.write("src/Train.java", "class Train {}\n");
    training.commit("v2");
    training.source(Training.PROGRAM);
    String equal = training.commit("v3");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    ReplayReport report = training.replay("second", 2, one, equal);

    assertThat(report.started()).isEqualTo(1);
    assertThat(report.tasks().stream().map(TaskReport::replayRuns).distinct()).hasSize(1);
    assertThat(training.runs()).hasSize(1);
  }

  @Test
  void whatAKilledCommandHasLeftOfItsLocksIsTakenAwayByTheNextOne() throws IOException {
    Training training = Training.in(folder).startingQuickly(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.source(Training.withEpochProbe(Training.PROGRAM));
    Path left = training.project().florDir().resolve("replays/0123.lock");
    Files.createDirectories(left.getParent());
    Files.createFile(left);
    TaskLock held = TaskLock.take(training.project().florDir(), "4567");

    training.replay("second", 1, version);

    assertThat(locks(training)).containsExactly("4567.lock");
    held.close();
    assertThat(locks(training)).isEmpty();
  }

  private static List<String> locks(Training training) {
    try (Stream<Path> files = Files.list(training.project().florDir().resolve("replays"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".lock"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsThereIsNotRunAgainUnlessForced() {
    Training training = Training.in(folder).source(Training.PROGRAM);
    String version = training.commit("v1");
    training.record("epochs", "2");
    training.source(Training.withEpochProbe(Training.PROGRAM));
    ReplayRequest request = ReplayRequest.of(List.of("second"), List.of(version), 1);

    assertThat(training.replay(training.plan(request)).started()).isEqualTo(1);
    assertThat(training.replay(training.plan(request)).started()).isZero();
    assertThat(training
            .replay(training.plan(request.of(Turns.parse("epoch", "1").orElseThrow())))
            .started())
        .isZero();
    assertThat(training.replay(training.plan(request.forced())).started()).isEqualTo(1);
  }
}
