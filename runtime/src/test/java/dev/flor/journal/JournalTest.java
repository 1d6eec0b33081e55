package dev.flor.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final RunInfo INFO = RunInfo.builder("run-1")
      .replay(Optional.of("run-0"), "c0ffee")
      .head("deadbeef")
      .program("digits.Train")
      .on("host", "17")
      .process(42, Instant.ofEpochMilli(1234567))
      .build();

  @TempDir
  Path folder;

  private Path journal() {
    return folder.resolve("a journal.flor");
  }

  private JournalWriter writer() throws IOException {
    return JournalWriter.create(journal(), message -> {});
  }

  @Test
  void whenARunEndedAndWithHowManyThreadsIsToldWhereItIsKnown() throws IOException {
    List<String> told = new ArrayList<>();
    JournalVisitor visitor = new JournalVisitor() {
      @Override
      public void ending(Instant at, int threads) {
        told.add(at.toEpochMilli() + " " + threads);
      }

      @Override
      public void runEnded(String status) {
        told.add(status);
      }
    };
    writer().close("stopped", Instant.ofEpochMilli(1_800_000_000_123L), 3);
    JournalReader.read(journal(), 0, visitor);
    assertThat(told).containsExactly("1800000000123 3", "stopped");
    told.clear();
    Files.delete(journal());
    writer().close("completed");
    JournalReader.read(journal(), 0, visitor);
    assertThat(told).containsExactly("completed");
  }

  /** A small run with a record of each kind. */
  private void writeEverything() throws IOException {
    JournalWriter writer = writer();
    writer.runStarted(INFO);
    writer.version("c0ffee");
    writer.arg("lr", Value.of(0.1));
    int epochs = writer.loopStarted(0, "epoch", 2);
    int first = writer.iterationStarted(epochs, 0, Value.of(0));
    int steps = writer.loopStarted(first, "step", -1);
    int step = writer.iterationStarted(steps, 0, Value.of("a"));
    writer.value(step, "loss", Double.NaN);
    writer.value(step, "loss", -0.0);
    writer.iterationEnded(step, 5);
    writer.loopEnded(steps, false, 6);
    writer.value(first, "n", -7L);
    writer.value(first, "ok", true);
    writer.value(first, "text", Value.of("grüße ☃"));
    writer.value(first, "json", Value.ofJson("{\"a\":[1]}"));
    writer.iterationEnded(first, 7);
    String digest = "0123456789abcdef".repeat(4);
    writer.checkpoint(
        new CheckpointInfo(CheckpointInfo.At.ITERATION_END, first, digest, 100, 1000));
    int again = writer.loopStarted(0, "epoch", 0);
    writer.loopEnded(again, true, 1);
    writer.fault("a note");
    writer.close("completed");
  }

  @Test
  void everyRecordIsReadAsItWasWritten() throws IOException {
    writeEverything();
    assertThat(Transcript.of(journal()))
        .containsExactly(
            "run run-1",
            "version c0ffee",
            "arg lr=0.1",
            "loop 0 in 0 epoch#0 of 2",
            "turn 1 of 0 [0] 0",
            "loop 1 in 1 step#0 of -1",
            "turn 2 of 1 [0] \"a\"",
            "value in 2 loss#0 NaN",
            "value in 2 loss#1 -0.0",
            "turn 2 over",
            "loop 1 over",
            "value in 1 n#0 -7",
            "value in 1 ok#0 true",
            "value in 1 text#0 \"grüße ☃\"",
            "value in 1 json#0 {\"a\":[1]}",
            "turn 1 over",
            "checkpoint ITERATION_END 1",
            "loop 2 in 0 epoch#1 of 0",
            "loop 2 skipped",
            "fault a note",
            "ended completed");
  }

  /** Nothing that {@link #writeEverything} writes is a record that format 1 had not. */
  @Test
  void aJournalOfFormatOneIsReadTheSame() throws IOException {
    writeEverything();
    List<String> all = Transcript.of(journal());
    byte[] bytes = Files.readAllBytes(journal());
    bytes[Tag.HEADER - 1] = Tag.OLDEST;
    Files.write(journal(), bytes);
    assertThat(Transcript.of(journal())).isEqualTo(all);
    bytes[Tag.HEADER - 1] = Tag.FORMAT + 1;
    Files.write(journal(), bytes);
    assertThat(JournalReader.read(journal(), 0, new Transcript()).torn()).isTrue();
  }

  @Test
  void theHeadOfARunKeepsWhatIsKnown() throws IOException {
    writeEverything();
    List<RunInfo> infos = new ArrayList<>();
    JournalReader.read(journal(), 0, new JournalVisitor() {
      @Override
      public void runStarted(RunInfo info) {
        infos.add(info);
      }
    });
    RunInfo info = infos.get(0);
    assertThat(info.replayed()).isTrue();
    assertThat(info.replayOf()).contains("run-0");
    assertThat(info.version()).contains("c0ffee");
    assertThat(info.head()).contains("deadbeef");
    assertThat(info.program()).isEqualTo("digits.Train");
    assertThat(info.pid()).isEqualTo(42);
    assertThat(info.started()).isEqualTo(Instant.ofEpochMilli(1234567));
  }

  @Test
  void aTailTornAtAnyByteLeavesTheRecordsBeforeIt() throws IOException {
    writeEverything();
    byte[] whole = Files.readAllBytes(journal());
    List<String> all = Transcript.of(journal());
    Path torn = folder.resolve("torn.flor");
    for (int length = 0; length < whole.length; length++) {
      Files.write(torn, Arrays.copyOf(whole, length));
      Transcript read = new Transcript();
      JournalReader.Result result = JournalReader.read(torn, 0, read);
      assertThat(all.subList(0, read.lines().size())).isEqualTo(read.lines());
      assertThat(result.nextOffset()).isLessThanOrEqualTo(length);
      assertThat(read.lines()).hasSizeLessThan(all.size());
    }
  }

  @Test
  void aFlippedBitAnywhereEndsTheReadingBeforeItAndSaysSo() throws IOException {
    writeEverything();
    byte[] whole = Files.readAllBytes(journal());
    List<String> all = Transcript.of(journal());
    Path corrupt = folder.resolve("corrupt.flor");
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(corrupt, changed);
      Transcript read = new Transcript();
      JournalReader.Result result = JournalReader.read(corrupt, 0, read);
      assertThat(all.subList(0, read.lines().size())).isEqualTo(read.lines());
      assertThat(result.torn()).as("bit %s", bit).isTrue();
      assertThat(result.nextOffset()).isLessThanOrEqualTo(bit / 8);
    }
  }

  @Test
  void theLargestLengthThereIsIsATornTail() throws IOException {
    byte[] bytes =
        "FLORJNL-\u007f\u007f\u007f\u007f\u0007rest".getBytes(StandardCharsets.ISO_8859_1);
    bytes[Tag.MAGIC.length] = Tag.FORMAT;
    for (int i = 0; i < 4; i++) {
      bytes[Tag.HEADER + i] = -1;
    }
    JournalReader.Result result = JournalReader.read(new BytesChannel(bytes), 0, new Transcript());
    assertThat(result.torn()).isTrue();
    assertThat(result.nextOffset()).isEqualTo(Tag.HEADER);
  }

  @Test
  void aReadingGoesOnWhereTheLastOneEnded() throws IOException {
    JournalWriter writer = writer();
    writer.runStarted(INFO);
    int loop = writer.loopStarted(0, "epoch", 2);
    int turn = writer.iterationStarted(loop, 0, Value.of(0));
    writer.value(turn, "loss", 1.0);
    Transcript before = new Transcript();
    JournalReader.Result first = JournalReader.read(journal(), 0, before);
    assertThat(first.torn()).isFalse();
    writer.value(turn, "loss", 2.0);
    writer.close("completed");
    Transcript after = new Transcript();
    JournalReader.read(journal(), first.nextOffset(), after);
    assertThat(before.lines()).hasSize(4);
    assertThat(after.lines()).containsExactly("value in 1 loss#1 2.0", "ended completed");
  }

  @Test
  void valuesAcrossManyWindowsAndLongTextsAreKept() throws IOException {
    JournalWriter writer = writer();
    int values = 300_000;
    for (int i = 0; i < values; i++) {
      writer.value(0, "x", (double) i);
    }
    String longText = "0123456789".repeat(500_000);
    writer.value(0, "text", Value.of(longText));
    writer.value(0, "x", 0.5);
    writer.close("completed");
    List<Value> read = new ArrayList<>();
    JournalReader.read(journal(), 0, new JournalVisitor() {
      @Override
      public void value(int context, String name, int ordinal, Value value) {
        read.add(value);
      }
    });
    assertThat(read).hasSize(values + 2);
    for (int i = 0; i < values; i++) {
      assertThat(read.get(i).asDouble()).isEqualTo(i);
    }
    assertThat(read.get(values)).isEqualTo(Value.of(longText));
    assertThat(Files.size(journal())).isLessThan(values * 16L + longText.length() + 4096);
  }

  /** Turns are told in a way of their own, by how many bytes their times and names take: at the bounds of each, and across windows. */
  @Test
  void turnsOfAnyLengthAreKept() throws IOException {
    long[] micros = {0, 127, 128, 16_383, 16_384, (1 << 21) - 1, 1 << 21, (1 << 28) - 1, 1 << 28};
    List<String> told = new ArrayList<>();
    JournalWriter writer = writer();
    int loop = writer.loopStarted(0, "i", -1);
    int context = writer.iterationStarted(loop, 0, Value.of(0L));
    for (int i = 1; i < 20_000; i++) {
      long nanos = micros[i % micros.length] * 1000;
      told.add(context + " over " + nanos);
      if (i % 2 == 0) {
        context = writer.nextIteration(context, nanos, loop, i, i);
        continue;
      }
      String name = "n" + i / 2 % 140;
      context = writer.nextIteration(context, nanos, loop, i, i, name, -1.5 / i);
      told.add(context + " " + name + " " + -1.5 / i);
    }
    writer.close("completed");
    List<String> read = new ArrayList<>();
    JournalVisitor visitor = new JournalVisitor() {
      @Override
      public void iterationEnded(int context, long nanos) {
        read.add(context + " over " + nanos);
      }

      @Override
      public void value(int context, String name, int ordinal, Value value) {
        read.add(context + " " + name + " " + value.asDouble());
      }
    };
    assertThat(JournalReader.read(journal(), 0, visitor).torn()).isFalse();
    assertThat(read).isEqualTo(told);
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    JournalWriter writer = writer();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String name = "t" + t;
      threads.add(new Thread(() -> {
        for (int i = 0; i < 10_000; i++) {
          writer.value(0, name, (long) i);
        }
      }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    writer.close("completed");
    int[] count = new int[1];
    JournalReader.read(journal(), 0, new JournalVisitor() {
      @Override
      public void value(int context, String name, int ordinal, Value value) {
        assertThat(value.asLong()).isEqualTo(ordinal);
        count[0]++;
      }
    });
    assertThat(count[0]).isEqualTo(80_000);
  }

  @Test
  void anInterruptedThreadStillLogsAndStaysInterrupted() throws IOException {
    JournalWriter writer = writer();
    Thread.currentThread().interrupt();
    for (int i = 0; i < 50_000; i++) {
      writer.value(0, "x", (double) i);
    }
    boolean interrupted = Thread.interrupted();
    writer.close("completed");
    assertThat(interrupted).isTrue();
    assertThat(Transcript.of(journal())).hasSize(50_001);
  }

  @Test
  void bitsDistinguishValues() {
    assertThat(Value.of(Double.NaN)).isEqualTo(Value.of(Double.NaN));
    assertThat(Value.of(0.0)).isNotEqualTo(Value.of(-0.0));
    assertThat(Value.of(1L)).isNotEqualTo(Value.of(1.0));
    assertThat(Value.of("1")).isNotEqualTo(Value.ofJson("1"));
  }
}
