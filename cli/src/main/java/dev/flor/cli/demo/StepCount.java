package dev.flor.cli.demo;

import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** Counts the turns of one loop that a run executed. */
final class StepCount implements JournalVisitor {
  private final String loop;
  private final Set<Integer> loops = new LinkedHashSet<>();
  private boolean replayOfRecorded;
  private long executed;

  private StepCount(String loop) {
    this.loop = loop;
  }

  static StepCount of(RunDirectory run, String loop) {
    StepCount count = new StepCount(loop);
    JournalReader.read(run.journal(), 0, count);
    return count;
  }

  boolean replayOfRecorded() {
    return replayOfRecorded;
  }

  long executed() {
    return executed;
  }

  @Override
  public void runStarted(RunInfo info) {
    replayOfRecorded = info.replayed() && info.replayOf().isPresent();
  }

  @Override
  public void loopStarted(int id, int context, String name, int ordinal, long total) {
    if (name.equals(loop)) {
      loops.add(id);
    }
  }

  @Override
  public void iterationStarted(int context, int id, long index, Value value) {
    if (loops.contains(id)) {
      executed++;
    }
  }
}
