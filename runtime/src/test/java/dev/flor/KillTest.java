package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.ObjectGraph;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Value;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that log from one thread or four, with checkpoints being written, are killed at random
 * moments. {@code -Dflor.kills=200} for as many; a share of that is always run. A program counts each
 * value whose {@code log} returned in a mapped file, which the kill does not take back.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("flor.kills", 6);
  private static final int THREADS = 5;
  private static final int STATE = 2_000;

  private static final String[] MEMBERS = {
    "static java.nio.MappedByteBuffer acks;",
    "static java.util.concurrent.Semaphore go = new java.util.concurrent.Semaphore(0);",
    "static void log(int thread, String name, long n) {"
        + " Flor.log(name, (double) n); acks.putLong(8 * thread, n + 1); }",
    "static void work(int thread) { String name = \"t\" + thread;"
        + " for (long n = 0; ; n++) { go.acquireUninterruptibly(); log(thread, name, n); } }"
  };

  /** The other threads log about as much as the main one does. */
  private static final String BODY =
      "try (var file = new java.io.RandomAccessFile(System.getProperty(\"acks\"), \"rw\")) {"
          + " acks = file.getChannel().map(java.nio.channels.FileChannel.MapMode.READ_WRITE, 0, 64); }"
          + "acks.order(java.nio.ByteOrder.LITTLE_ENDIAN);"
          + "int threads = Integer.getInteger(\"threads\"), burst = Integer.getInteger(\"burst\");"
          + "for (int t = 1; t < threads; t++) { int me = t;"
          + "  Thread thread = new Thread(() -> work(me)); thread.setDaemon(true); thread.start(); }"
          + "double[] w = new double[" + STATE + "]; long n = 0;"
          + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
          + "  for (int e : Flor.loop(\"epoch\", Flor.range(1_000_000))) {"
          + "    Arrays.fill(w, e + 1);"
          + "    for (int s : Flor.loop(\"step\", Flor.range(7))) {"
          + "      go.release(burst * (threads - 1));"
          + "      for (int i = 0; i < burst; i++) log(0, \"t0\", n++);"
          + "      System.out.write(1); System.out.flush(); }"
          + "  }"
          + "}";

  @TempDir
  Path temporary;

  @Test
  void whateverTheMomentNothingThatWasLoggedIsLost() throws Exception {
    UserProgram program = new UserProgram(temporary, BODY, MEMBERS);
    for (int kill = 0; kill < KILLS; kill++) {
      Random random = new Random(kill);
      Path acks = temporary.resolve("acks" + kill);
      kill(program, kill, 1 + random.nextInt(200), acks, "always", 1);
      Found found = new Found(program.flor(), "run" + kill);
      found.holdsAll(acks);
      found.checkpointsAreWhatTheyWere();
    }
    noCheckpointFileLies(program.flor().resolve("checkpoints"));
  }

  /** A limit on the size of files is the full disk that needs no file system of its own. */
  @Test
  void onAFullDiskWhatCameBeforeIsKeptAndTheProgramGoesOnUntilItIsKilled() throws Exception {
    UserProgram program = new UserProgram(temporary, BODY, MEMBERS);
    for (int kill = 0; kill < Math.max(1, KILLS / 3); kill++) {
      Random random = new Random(1_000 + kill);
      Path acks = temporary.resolve("acks" + kill);
      kill(program, kill, 1 + random.nextInt(1_000), acks, "adaptive", 60);
      Found found = new Found(program.flor(), "run" + kill);
      if (found.fault.isEmpty()) {
        found.holdsAll(acks);
      } else {
        assertThat(found.fault).startsWith("the journal is full: ");
        found.holdsUpToTheFault();
      }
      found.checkpointsAreWhatTheyWere();
    }
  }

  @Test
  void aDirectoryRemovedInMidRunIsSaidOnceAndTheProgramGoesOn() throws Exception {
    UserProgram program = new UserProgram(temporary, BODY, MEMBERS);
    for (int kill = 0; kill < Math.max(1, KILLS / 3); kill++) {
      Random random = new Random(2_000 + kill);
      Path acks = temporary.resolve("acks" + kill);
      Path errors = temporary.resolve("errors" + kill);
      Process process = program(program, kill, acks, "adaptive", 10)
          .redirectError(errors.toFile())
          .start();
      InputStream out = process.getInputStream();
      read(out, 1 + random.nextInt(200));
      delete(program.flor());
      assertThat(read(out, 500)).isEqualTo(500);
      process.toHandle().destroyForcibly();
      process.waitFor();
      assertThat(Files.readAllLines(errors))
          .allMatch(line -> line.startsWith("flor: "))
          .doesNotHaveDuplicates();
    }
  }

  /** Kills the program some moment after so many steps of it. */
  private void kill(UserProgram program, int kill, int steps, Path acks, String policy, int burst)
      throws Exception {
    ProcessBuilder builder = program(program, kill, acks, policy, burst);
    if (burst > 1) {
      List<String> command =
          new ArrayList<>(List.of("bash", "-c", "ulimit -f 200; exec \"$@\"", ""));
      command.addAll(builder.command());
      builder.command(command);
    }
    Process process =
        builder.redirectError(temporary.resolve("errors").toFile()).start();
    read(process.getInputStream(), steps);
    for (int rest = steps * 7919 % 50_000; rest > 0; rest--) {
      Thread.onSpinWait(); // a moment between two values
    }
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  private static ProcessBuilder program(
      UserProgram program, int kill, Path acks, String policy, int burst) {
    return program.process(
        "-Dflor.snapshot=false",
        "-Dflor.checkpoint=" + policy,
        "-Dflor.run.id=run" + kill,
        "-Dacks=" + acks,
        "-Dburst=" + burst,
        "-Dthreads=" + (kill % 2 == 1 ? THREADS : 1));
  }

  private static int read(InputStream in, int count) throws Exception {
    return in.readNBytes(count).length;
  }

  /** While the program makes files in it: what comes anew stays. */
  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        file.toFile().delete();
      }
    }
  }

  private static void noCheckpointFileLies(Path folder) throws Exception {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!file.toString().endsWith(".tmp")) {
          checkpoints.read(file.getParent().getFileName().toString() + file.getFileName());
        }
      }
    }
  }

  /** What a journal holds after the kill. */
  private static final class Found implements JournalVisitor {
    private final Path florDirectory;
    private final Map<String, Long> values = new HashMap<>();
    private final Map<Integer, Long> turns = new HashMap<>();
    private final Map<Integer, Long> loopTurns = new HashMap<>();
    private final List<CheckpointInfo> checkpoints = new ArrayList<>();
    private String fault = "";

    Found(Path florDirectory, String run) {
      this.florDirectory = florDirectory;
      RunDirectory directory = RunDirectory.of(florDirectory.resolve("runs").resolve(run));
      assertThat(directory.alive()).isFalse();
      assertThat(JournalReader.read(directory.journal(), 0, this).nextOffset()).isPositive();
    }

    void holdsAll(Path acks) throws Exception {
      ByteBuffer counts = ByteBuffer.wrap(Files.readAllBytes(acks)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(counts.getLong(0)).isPositive();
      for (int thread = 0; thread < THREADS; thread++) {
        assertThat(values.getOrDefault("t" + thread, 0L))
            .as("values of thread %d", thread)
            .isBetween(counts.getLong(8 * thread), counts.getLong(8 * thread) + 1);
      }
    }

    void holdsUpToTheFault() {
      assertThat(values.get("t0")).isPositive();
    }

    void checkpointsAreWhatTheyWere() throws Exception {
      double[] live = new double[STATE];
      ObjectGraph graph = ObjectGraph.of(Map.of("w", live));
      CheckpointFolder folder = new CheckpointFolder(florDirectory.resolve("checkpoints"));
      for (CheckpointInfo info : checkpoints) {
        graph.prepare(folder.read(info.digest())).apply();
        boolean turn = info.at() == CheckpointInfo.At.ITERATION_END;
        double expected = (turn ? turns : loopTurns).get(info.id()) + 1;
        assertThat(live).as("%s %d", info.at(), info.id()).containsOnly(expected);
      }
    }

    @Override
    public void loopStarted(int loop, int context, String name, int ordinal, long total) {
      loopTurns.put(loop, turns.getOrDefault(context, -1L));
    }

    @Override
    public void iterationStarted(int context, int loop, long index, Value value) {
      turns.put(context, index);
    }

    @Override
    public void value(int context, String name, int ordinal, Value value) {
      long before = values.merge(name, 1L, Long::sum) - 1;
      assertThat(value).as(name).isEqualTo(Value.of((double) before));
    }

    @Override
    public void checkpoint(CheckpointInfo info) {
      checkpoints.add(info);
    }

    @Override
    public void fault(String message) {
      if (message.startsWith("the journal")) {
        fault = message;
      }
    }
  }
}
