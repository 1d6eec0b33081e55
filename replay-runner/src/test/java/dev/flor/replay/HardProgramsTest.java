package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that behave badly, but only when they are replayed: each gets the right verdict and leaves nothing behind. */
class HardProgramsTest {
  private static final String REPLAYED = "if (System.getProperty(\"flor.replay\") != null) ";

  @TempDir
  Path folder;

  /** The program with something done in a replay before the model is made. */
  private static String doing(String what) {
    return Training.PROGRAM
        .replace("main(String[] args) {", "main(String[] args) throws Exception {")
        .replace("    Train model =", "    " + REPLAYED + "{ " + what + " }\n    Train model =");
  }

  private TaskReport replay(Training training, String program) {
    training.source(program);
    String version = training.commit("v1");
    training.record("epochs", "2");
    training.source(Training.withEpochProbe(program));
    return training.replayOne("second", version);
  }

  private static List<Path> left(Training training) throws IOException {
    Path work = training.project().florDir().resolve("work");
    try (Stream<Path> files = Files.list(work)) {
      return files.toList();
    }
  }

  @Test
  void aChildThatOutlivesItsParentIsEndedToo() throws IOException {
    Training training = Training.in(folder);
    String program = doing("""
        Process child = new ProcessBuilder("sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!").start();
        Flor.log("child", new String(child.getInputStream().readAllBytes()).strip());
        """);

    TaskReport task = replay(training, program);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    String child = (String)
        training.values(task.replayRuns().get(0), "child").values().iterator().next();
    ProcessHandle.of(Long.parseLong(child)).ifPresent(dying -> dying.onExit().join());
  }

  @Test
  void aProgramThatNeedsMoreMemoryThanItMayHaveFails() {
    TaskReport task =
        replay(Training.in(folder), doing("System.out.println(new byte[1 << 30].length);"));

    assertThat(task.outcome()).isEqualTo(Outcome.RUN_FAILED);
    assertThat(task.detail()).contains("OutOfMemoryError");
    assertThat(task.replayRuns()).isEmpty();
  }

  @Test
  void ofAGigabyteOfOutputTheBeginningAndTheEndAreKept() throws IOException {
    Training training = Training.in(folder);
    TaskReport task = replay(training, doing("""
        System.out.println("the first line");
        byte[] much = new byte[1 << 20];
        java.util.Arrays.fill(much, (byte) 'x');
        for (int i = 0; i < 1024; i++) System.out.write(much);
        System.out.println();
        System.out.println("the last line");
        """));

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    Path log =
        training.project().florDir().resolve("replays").resolve(task.task().key() + ".log");
    assertThat(Files.size(log)).isLessThan(10 << 20);
    assertThat(Files.readString(log))
        .startsWith("the first line")
        .contains("bytes are left out here")
        .contains("the last line");
  }

  @Test
  void aProgramThatDeletesItsOwnFolderIsReplayedAllTheSame() throws IOException {
    Training training = Training.in(folder);
    TaskReport task = replay(training, doing("""
        try (var all = java.nio.file.Files.walk(java.nio.file.Path.of("").toAbsolutePath())) {
          all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
        """));

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(left(training)).isEmpty();
    assertThat(training.repository.root().resolve("src/Train.java")).exists();
  }

  @Test
  void whatAFlorThatWasKilledHasLeftIsTakenAway() throws IOException, InterruptedException {
    Training training = Training.in(folder);
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path work = training.project().florDir().resolve("work");
    Path stale = work.resolve("0123-" + ended.pid() + "-89abcdef");
    Path alive = work.resolve("0123-" + ProcessHandle.current().pid() + "-89abcdef");
    Files.createDirectories(stale.resolve("tree"));
    Files.createDirectories(alive.resolve("tree"));

    replay(training, Training.PROGRAM);

    assertThat(left(training)).containsExactly(alive);
  }
}
