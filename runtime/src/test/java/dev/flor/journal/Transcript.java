package dev.flor.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal as lines of text, which tests compare. */
public final class Transcript implements JournalVisitor {
  private final List<String> lines = new ArrayList<>();

  /** The lines of a whole journal, which must not be torn. */
  public static List<String> of(Path journal) {
    Transcript transcript = new Transcript();
    JournalReader.Result result = JournalReader.read(journal, 0, transcript);
    if (result.torn()) {
      transcript.lines.add("torn " + result.message());
    }
    return transcript.lines();
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void runStarted(RunInfo info) {
    lines.add("run " + info.runId());
  }

  @Override
  public void version(String commit) {
    lines.add("version " + commit);
  }

  @Override
  public void arg(String name, Value value) {
    lines.add("arg " + name + "=" + value);
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    lines.add("loop " + loop + " in " + context + " " + name + "#" + ordinal + " of " + total);
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    lines.add("turn " + context + " of " + loop + " [" + index + "] " + value);
  }

  @Override
  public void iterationEnded(int context, long nanos) {
    lines.add("turn " + context + " over");
  }

  @Override
  public void loopEnded(int loop, boolean skipped, long nanos) {
    lines.add("loop " + loop + (skipped ? " skipped" : " over"));
  }

  @Override
  public void value(int context, String name, int ordinal, Value value) {
    lines.add("value in " + context + " " + name + "#" + ordinal + " " + value);
  }

  @Override
  public void checkpoint(CheckpointInfo info) {
    lines.add("checkpoint " + info.at() + " " + info.id());
  }

  @Override
  public void fault(String message) {
    lines.add("fault " + message);
  }

  @Override
  public void runEnded(String status) {
    lines.add("ended " + status);
  }
}
