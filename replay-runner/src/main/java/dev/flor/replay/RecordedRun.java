package dev.flor.replay;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Value;
import dev.flor.replay.process.Launch;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal of one run says: its values by place, its loops, and where it has checkpoints. */
final class RecordedRun implements JournalVisitor {
  /** What restoring takes, in what saving takes (Garcia et al., VLDB 2021). */
  private static final double RESTORE_RATIO = 1.38;

  private final Map<ValuePlace, Value> values = new LinkedHashMap<>();
  private final Set<String> endedContexts = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final SortedMap<String, Long> loopNanos = new TreeMap<>();
  private final Set<String> loopsWithCheckpoint = new LinkedHashSet<>();
  private final Set<String> contextsWithCheckpoint = new LinkedHashSet<>();
  private final SortedMap<String, List<Long>> rootIterations = new TreeMap<>();
  private final SortedMap<String, SortedMap<Long, Long>> nestedNanos = new TreeMap<>();
  private final Map<String, Value> args = new LinkedHashMap<>();
  private final Map<String, Value> lastValues = new LinkedHashMap<>();
  private long checkpoints;
  private long materialiseNanos;
  private final List<String> faults = new ArrayList<>();

  private final Map<Integer, String> contextPaths = new LinkedHashMap<>();
  private final Map<Integer, Loop> loops = new LinkedHashMap<>();
  private final Map<Integer, Integer> loopOfContext = new LinkedHashMap<>();
  private final SortedMap<String, Long> begun = new TreeMap<>();
  private final Map<Integer, Long> indices = new LinkedHashMap<>();
  private Optional<RunInfo> info = Optional.empty();
  private Optional<String> status = Optional.empty();

  private record Loop(String name, String path, int context, boolean atRoot) {}

  /** Where in a run a value was logged; equal in a run and its replay. */
  record ValuePlace(String context, String name, int ordinal) {
    @Override
    public String toString() {
      return (context.isEmpty() ? "" : context + " ")
          + name
          + (ordinal == 0 ? "" : " (no. " + (ordinal + 1) + ")");
    }
  }

  private final CheckpointFolder folder;

  private RecordedRun(CheckpointFolder folder) {
    this.folder = folder;
    contextPaths.put(0, "");
  }

  static RecordedRun read(Path journal) {
    Path folder = RunDirectory.of(journal.getParent()).checkpoints();
    RecordedRun run = new RecordedRun(new CheckpointFolder(folder));
    JournalReader.read(journal, 0, run);
    return run;
  }

  /**
   * How a recorded run was started: as flor kept it, else as its JVM told it. A JVM tells its main class and arguments; its options and
   * folder are taken to be those of {@code run}.
   */
  static Optional<Launch> launch(Project project, String runId, ProjectConfig.Run run) {
    return Launch.load(project.florDir(), runId).or(() -> Planner.directory(project, runId)
        .flatMap(directory -> read(directory.journal()).info())
        .flatMap(info -> Launch.parse(info.program()))
        .map(launch -> new Launch(launch.mainClass(), launch.args(), run.jvm(), run.directory())));
  }

  Optional<RunInfo> info() {
    return info;
  }

  /** Whether both programs came to their end, the same one: by the same exception, if by one. */
  boolean endedLike(RecordedRun other) {
    return status.isPresent() && status.equals(other.status) && uncaught().equals(other.uncaught());
  }

  private List<String> uncaught() {
    return faults.stream()
        .filter(fault -> fault.startsWith("uncaught exception"))
        .toList();
  }

  Map<ValuePlace, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  boolean logged(String name) {
    return names.contains(name);
  }

  /** Paths of the contexts that were gone through to their end. */
  Set<String> endedContexts() {
    return Collections.unmodifiableSet(endedContexts);
  }

  List<String> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** Whether the end state of some nested loop of that name was saved. */
  boolean hasEndStateOf(String loop) {
    return loopsWithCheckpoint.contains(loop);
  }

  /** Whether iteration {@code index} of the root loop {@code loop} ends in a checkpoint. */
  boolean hasCheckpointAfter(String loop, long index) {
    return contextsWithCheckpoint.contains(loop + "=" + index);
  }

  /** The time of each iteration of a loop that stands in no other loop, in nanoseconds, by index. */
  List<Long> iterationNanos(String loop) {
    return rootIterations.getOrDefault(loop, List.of());
  }

  /** The last value logged under a name, or the arg of that name. */
  Optional<Value> last(String name) {
    return Optional.ofNullable(lastValues.get(name)).or(() -> Optional.ofNullable(args.get(name)));
  }

  /** The times of the turns of a root loop, each less that of the nested loops that are skipped in it. */
  List<Long> turnNanos(String loop, Set<String> skipped) {
    List<Long> nanos = new ArrayList<>(iterationNanos(loop));
    for (String nested : skipped) {
      nestedNanos.getOrDefault(loop + "/" + nested, new TreeMap<>()).forEach((index, time) -> {
        if (index < nanos.size()) {
          int turn = (int) (long) index;
          nanos.set(turn, Math.max(0, nanos.get(turn) - time));
        }
      });
    }
    return nanos;
  }

  /** Whether the last turn of a root loop was begun and not ended: the program exited, failed or was killed in it. */
  boolean leftOpen(String loop) {
    return begun.getOrDefault(loop, 0L) > iterationNanos(loop).size();
  }

  /** The loops outside of any other that had a turn. */
  Set<String> rootLoops() {
    return Collections.unmodifiableSet(begun.keySet());
  }

  /** Whether a loop of this name, outside of any other, had a turn. */
  boolean entered(String loop) {
    return begun.containsKey(loop);
  }

  /** How many turns a loop outside of any other has begun. */
  long turns(String loop) {
    return iterationNanos(loop).size() + (leftOpen(loop) ? 1L : 0L);
  }

  /** About what restoring one checkpoint takes. */
  long restoreNanos() {
    return checkpoints == 0 ? 0 : (long) (RESTORE_RATIO * materialiseNanos / checkpoints);
  }

  /** The time of all iterations of all root loops, less that of the nested loops named. */
  Duration executing(Set<String> skipped) {
    long nanos = rootIterations.values().stream()
        .flatMap(List::stream)
        .mapToLong(Long::longValue)
        .sum();
    for (String loop : skipped) {
      nanos -= loopNanos.getOrDefault(loop, 0L);
    }
    return Duration.ofNanos(Math.max(0, nanos));
  }

  @Override
  public void runStarted(RunInfo started) {
    info = Optional.of(started);
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    String parent = contextPaths.getOrDefault(context, "");
    String step = ordinal == 0 ? name : name + "#" + ordinal;
    loops.put(
        loop,
        new Loop(name, parent.isEmpty() ? step : parent + "/" + step, context, parent.isEmpty()));
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    contextPaths.put(context, loops.get(loop).path() + "=" + index);
    loopOfContext.put(context, loop);
    if (loops.get(loop).atRoot()) {
      begun.merge(loops.get(loop).path(), 1L, Long::sum);
    }
    if (loops.get(loop).atRoot()) {
      indices.put(context, index);
    }
  }

  @Override
  public void iterationEnded(int context, long nanos) {
    endedContexts.add(contextPaths.get(context));
    Loop loop = loops.get(loopOfContext.get(context));
    if (loop.atRoot()) {
      rootIterations.computeIfAbsent(loop.path(), path -> new ArrayList<>()).add(nanos);
    }
  }

  @Override
  public void loopEnded(int loop, boolean skipped, long nanos) {
    Loop ended = loops.get(loop);
    loopNanos.merge(ended.name(), nanos, Long::sum);
    Loop around = loops.get(loopOfContext.getOrDefault(ended.context(), -1));
    if (around != null && around.atRoot()) {
      nestedNanos
          .computeIfAbsent(around.path() + "/" + ended.name(), path -> new TreeMap<>())
          .merge(indices.get(ended.context()), nanos, Long::sum);
    }
  }

  @Override
  public void value(int context, String name, int ordinal, Value value) {
    values.put(new ValuePlace(contextPaths.getOrDefault(context, ""), name, ordinal), value);
    names.add(name);
    lastValues.put(name, value);
  }

  @Override
  public void arg(String name, Value value) {
    args.put(name, value);
  }

  @Override
  public void checkpoint(CheckpointInfo checkpoint) {
    if (!folder.has(checkpoint.digest())) {
      return; // flor gc took it: what is not there is not planned with
    }
    checkpoints++;
    materialiseNanos += checkpoint.materialiseNanos();
    if (checkpoint.at() == CheckpointInfo.At.LOOP_END) {
      loopsWithCheckpoint.add(loops.get(checkpoint.id()).name());
    } else {
      contextsWithCheckpoint.add(contextPaths.get(checkpoint.id()));
    }
  }

  @Override
  public void fault(String message) {
    faults.add(message);
  }

  @Override
  public void runEnded(String ended) {
    status = Optional.of(ended);
  }
}
