package dev.flor;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a replay uses of the run it replays: its arguments, and its checkpoints by their place. */
final class RecordedRun implements JournalVisitor {
  private final Map<String, String> args = new HashMap<>(); // looked up, never walked
  private final Map<List<String>, CheckpointInfo> checkpoints = new HashMap<>(); // likewise
  private final List<Loop> loops = new ArrayList<>();
  private final Turns turns = new Turns();
  private final CheckpointFolder folder;
  private final RestoreRatio ratio;

  private RecordedRun(Path folder) {
    this.folder = new CheckpointFolder(folder);
    this.ratio = new RestoreRatio(folder);
  }

  static RecordedRun read(Path directory) {
    RunDirectory run = RunDirectory.of(directory);
    RecordedRun recorded = new RecordedRun(run.checkpoints());
    JournalReader.read(run.journal(), 0, recorded);
    return recorded;
  }

  Optional<String> arg(String name) {
    return Optional.ofNullable(args.get(name));
  }

  /** The checkpoint taken at the end of the turn, or the loop, of this path. */
  Optional<CheckpointInfo> checkpoint(List<String> path) {
    return Optional.ofNullable(checkpoints.get(path));
  }

  /** The checkpoints beside the recorded run; the replay itself may be written elsewhere. */
  CheckpointFolder folder() {
    return folder;
  }

  /** What restoring took, for the runs to come. */
  RestoreRatio ratio() {
    return ratio;
  }

  @Override
  public void arg(String name, Value value) {
    args.put(name, value.text());
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    loops.add(new Loop(context, name, ordinal));
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    turns.add(loop, index);
  }

  @Override
  public void checkpoint(CheckpointInfo info) {
    boolean turn = info.at() == CheckpointInfo.At.ITERATION_END;
    checkpoints.put(turn ? contextPath(info.id()) : loopPath(info.id()), info);
  }

  private List<String> contextPath(int context) {
    if (context == 0) {
      return List.of();
    }
    List<String> path = loopPath(turns.loop(context));
    path.add(Long.toString(turns.index(context)));
    return path;
  }

  private List<String> loopPath(int id) {
    Loop loop = loops.get(id);
    return Context.loopPath(contextPath(loop.context), loop.name, loop.ordinal);
  }

  private static final class Loop {
    private final int context;
    private final String name;
    private final int ordinal;

    Loop(int context, String name, int ordinal) {
      this.context = context;
      this.name = name;
      this.ordinal = ordinal;
    }
  }

  /** Loop and index of each context, packed: a run may have had millions. */
  private static final class Turns {
    private long[] packed = new long[64];
    private int size = 1;

    void add(int loop, long index) {
      if (2 * size == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
      packed[2 * size] = loop;
      packed[2 * size + 1] = index;
      size++;
    }

    int loop(int context) {
      return (int) packed[2 * context];
    }

    long index(int context) {
      return packed[2 * context + 1];
    }
  }
}
