package dev.flor.store;

import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalWriter;
import dev.flor.journal.RunInfo;
import dev.flor.journal.RunLock;
import dev.flor.journal.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A run whose journal the test writes, with the runtime's own writer. */
final class TestRun {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private final JournalWriter writer;
  private final RunLock lock;

  private TestRun(Path florDir, RunInfo info) {
    try {
      Path dir = Files.createDirectories(florDir.resolve("runs").resolve(info.runId()));
      this.lock = RunLock.take(dir).orElseThrow();
      this.writer = JournalWriter.create(dir.resolve("journal.flor"), said -> {
        throw new IllegalStateException(said);
      });
      writer.runStarted(info);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run of the user, at a commit whose id is the letter forty times. */
  static TestRun recorded(Path florDir, String id, String head) {
    RunInfo info = about(id).head(head.repeat(40)).build();
    return new TestRun(florDir, info)
        .version("5" + id.substring(id.length() - 1).repeat(39));
  }

  static TestRun replayOf(Path florDir, String id, Optional<String> base, String version) {
    return new TestRun(florDir, about(id).replay(base, version.repeat(40)).build());
  }

  private static RunInfo.Builder about(String id) {
    return RunInfo.builder(id).program("digits.Train").on("box", "17.0.1").process(7, START);
  }

  TestRun version(String commit) {
    writer.version(commit);
    return this;
  }

  TestRun arg(String name, Object value) {
    writer.arg(name, value(value));
    return this;
  }

  TestRun log(String name, Object value) {
    root().log(name, value);
    return this;
  }

  TestRun fault(String message) {
    writer.fault(message);
    return this;
  }

  TestRun loop(String name, int turns, Consumer<Turn> body) {
    root().loop(name, turns, body);
    return this;
  }

  Turn root() {
    return new Turn(0, 0);
  }

  void complete() {
    writer.close("completed");
    crash();
  }

  /** It ends a minute after it began, having had so many threads. */
  void ended(int threads) {
    writer.close("completed", START.plusSeconds(60), threads);
    crash();
  }

  TestRun saved(String at, int id) {
    writer.checkpoint(new CheckpointInfo(
        CheckpointInfo.At.valueOf(at), id, "0123456789abcdef".repeat(4), 100, 1000));
    return this;
  }

  /** The process is gone without a word. */
  void crash() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value value(Object value) {
    if (value instanceof Double number) {
      return Value.of(number);
    }
    if (value instanceof Integer || value instanceof Long) {
      return Value.of(((Number) value).longValue());
    }
    return value instanceof Boolean truth ? Value.of(truth) : Value.of((String) value);
  }

  /** One turn of a loop, or the whole run. */
  final class Turn {
    private final int context;
    private final long index;

    private Turn(int context, long index) {
      this.context = context;
      this.index = index;
    }

    long index() {
      return index;
    }

    Turn log(String name, Object value) {
      writer.value(context, name, value(value));
      return this;
    }

    Turn loop(String name, int turns, Consumer<Turn> body) {
      return over(name, 0, LongStream.range(0, turns).boxed().toList(), body);
    }

    /** A loop over these values, the first of which has that number. */
    Turn over(String name, long first, List<?> values, Consumer<Turn> body) {
      int loop = writer.loopStarted(context, name, values.size());
      for (int i = 0; i < values.size(); i++) {
        int turn = writer.iterationStarted(loop, first + i, value(values.get(i)));
        body.accept(new Turn(turn, first + i));
        writer.iterationEnded(turn, 1000);
      }
      writer.loopEnded(loop, false, 5000);
      return this;
    }
  }
}
