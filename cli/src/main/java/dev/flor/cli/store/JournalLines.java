package dev.flor.cli.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.flor.cli.io.Json;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Value;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** Each record of a journal as one line of JSON. */
final class JournalLines implements JournalVisitor {
  private final ObjectMapper json = new ObjectMapper();
  private final PrintStream out;

  JournalLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void runStarted(RunInfo run) {
    record(
        "run-started",
        "run",
        run.runId(),
        "replayed",
        run.replayed(),
        "replayOf",
        run.replayOf().orElse(null),
        "head",
        run.head().orElse(null),
        "version",
        run.version().orElse(null),
        "program",
        run.program(),
        "host",
        run.host(),
        "jdk",
        run.jdk(),
        "pid",
        run.pid(),
        "started",
        run.started().toString());
  }

  @Override
  public void version(String commit) {
    record("version", "commit", commit);
  }

  @Override
  public void arg(String name, Value value) {
    record("arg", "name", name, "value", plain(value));
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    record(
        "loop-started",
        "loop",
        loop,
        "context",
        context,
        "name",
        name,
        "ordinal",
        ordinal,
        "total",
        total);
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    record(
        "iteration-started",
        "context",
        context,
        "loop",
        loop,
        "index",
        index,
        "value",
        plain(value));
  }

  @Override
  public void iterationEnded(int context, long nanos) {
    record("iteration-ended", "context", context, "nanos", nanos);
  }

  @Override
  public void loopEnded(int loop, boolean skipped, long nanos) {
    record("loop-ended", "loop", loop, "skipped", skipped, "nanos", nanos);
  }

  @Override
  public void value(int context, String name, int ordinal, Value value) {
    record("value", "context", context, "name", name, "ordinal", ordinal, "value", plain(value));
  }

  @Override
  public void checkpoint(CheckpointInfo info) {
    record(
        "checkpoint",
        "at",
        info.at().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "id",
        info.id(),
        "digest",
        info.digest(),
        "bytes",
        info.bytes(),
        "nanos",
        info.materialiseNanos());
  }

  @Override
  public void fault(String message) {
    record("fault", "message", message);
  }

  @Override
  public void ending(Instant at, int threads) {
    record("ending", "at", at.toString(), "threads", threads);
  }

  @Override
  public void runEnded(String status) {
    record("run-ended", "status", status);
  }

  private static Object plain(Value value) {
    return switch (value.type()) {
      case DOUBLE -> value.asDouble();
      case LONG -> value.asLong();
      case BOOLEAN -> value.asBoolean();
      case JSON -> new RawValue(value.text());
      case STRING -> value.text();
    };
  }

  private void record(String kind, Object... keysAndValues) {
    var line = Json.object("record", kind);
    line.putAll(Json.object(keysAndValues));
    try {
      out.println(json.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is always JSON", e);
    }
  }
}
