package dev.flor.replay;

import dev.flor.journal.ReplayOrder;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunIds;
import dev.flor.propagator.Placement;
import dev.flor.replay.ReplayTask.Segment;
import dev.flor.replay.process.JavaProgram;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.process.ProcessRunner.Ended;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** One way of replaying a task: its segments, each a process, side by side; then the comparison. */
final class Attempt {
  /** What the runtime exits with when it cannot restore the state it was told to. */
  private static final int CANNOT_RESTORE = 86;

  private final Setting setting;
  private final List<Segment> segments;
  private final SortedSet<String> skipped;

  Attempt(Setting setting, List<Segment> segments, SortedSet<String> skipped) {
    this.setting = setting;
    this.segments = segments;
    this.skipped = skipped;
  }

  /** All that is the same for each attempt at a task. */
  record Setting(
      ReplayTask task,
      Workspace workspace,
      List<Path> classpath,
      Launch launch,
      Optional<RunDirectory> base,
      ProjectConfig.Limits limits,
      Path javaHome,
      ProcessRunner processes,
      Path log) {}

  /**
   * How an attempt ended.
   *
   * @param journals the replay's runs, not yet published
   * @param verification what the comparison gave
   * @param why one line; empty when there is nothing to say
   */
  record Result(
      Outcome outcome, List<RunDirectory> journals, Verification verification, String why) {
    static Result without(Outcome outcome, String why) {
      return new Result(outcome, List.of(), Verification.NOTHING, why);
    }

    boolean sound() {
      return outcome == Outcome.REPLAYED;
    }
  }

  Result run() {
    List<CompletableFuture<Segmented>> parts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      int number = i;
      parts.add(CompletableFuture.supplyAsync(
          () -> run(number), task -> new Thread(task, "flor-segment").start()));
    }
    List<Segmented> ended = new ArrayList<>();
    try {
      parts.forEach(part -> ended.add(part.join()));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
    }
    return judge(ended);
  }

  private record Segmented(String runId, Ended ended) {}

  private Segmented run(int number) {
    String runId = RunIds.next();
    Path order = setting.workspace().order(number);
    order(segments.get(number), runId).write(order);
    Ended ended = setting
        .processes()
        .run(
            program(order, setting.workspace().fresh()),
            setting.log(),
            setting.limits().timeout());
    return new Segmented(runId, ended);
  }

  private ReplayOrder order(Segment segment, String runId) {
    ReplayOrder.Builder order = ReplayOrder.builder(
            runId, setting.task().source().id())
        .segment(segment.first(), segment.end())
        .stopAfterSegment(segment.end() >= 0);
    skipped.forEach(order::skipLoop);
    setting.base().ifPresent(run -> order.replayOf(run.path()));
    setting.task().needs().flatMap(needs -> needs.mainLoop()).ifPresent(order::mainLoop);
    return order.build();
  }

  /** The options of the JVM that decide what a program does. */
  static List<String> options(ProjectConfig.Limits limits, List<String> own) {
    List<String> options = new ArrayList<>(List.of(
        "--add-opens", "java.base/java.util=ALL-UNNAMED",
        "--add-opens", "java.base/java.util.concurrent.atomic=ALL-UNNAMED"));
    options.addAll(own);
    limits.memory().ifPresent(memory -> options.add("-Xmx" + memory));
    return options;
  }

  private JavaProgram program(Path order, Workspace.Ground ground) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("flor.dir", setting.workspace().florDir().toString());
    properties.put("flor.snapshot", "false");
    properties.put("flor.checkpoint", "never");
    properties.put("flor.replay", order.toString());
    properties.put("flor.parent", Long.toString(ProcessHandle.current().pid()));
    return new JavaProgram(
        setting.javaHome(),
        setting.launch().directory(ground.tree()),
        classpath(ground.tree()),
        options(setting.limits(), setting.launch().jvm()),
        properties,
        setting.launch(),
        ground.mounts());
  }

  /** What was found in the tree that was built is taken from the one that the program runs in. */
  private List<Path> classpath(Path tree) {
    Path built = setting.workspace().tree();
    return setting.classpath().stream()
        .map(path -> path.startsWith(built) ? tree.resolve(built.relativize(path)) : path)
        .toList();
  }

  private Result judge(List<Segmented> ended) {
    List<RunDirectory> journals = new ArrayList<>();
    String why = "";
    for (Segmented one : ended) {
      if (one.ended() instanceof Ended.TimedOut) {
        return Result.without(
            Outcome.TIMED_OUT, "stopped after " + setting.limits().timeout().toSeconds() + " s");
      }
      int code = ((Ended.Exited) one.ended()).code();
      if (code == CANNOT_RESTORE) {
        return Result.without(
            Outcome.RUN_FAILED, "a checkpoint could not be restored" + lastLine());
      }
      if (code != 0 && !endedAsThen(one.runId())) {
        return Result.without(Outcome.RUN_FAILED, "the program exited with " + code + lastLine());
      }
      if (code != 0) {
        why = "the program exited with " + code + ", as it did when it was recorded";
      }
      Optional<RunDirectory> journal = journal(one.runId());
      if (journal.isEmpty()) {
        return Result.without(
            Outcome.RUN_FAILED, "the program ended without logging anything" + lastLine());
      }
      journals.add(journal.get());
    }
    return compare(journals, why);
  }

  private Result compare(List<RunDirectory> journals, String why) {
    List<RecordedRun> again =
        journals.stream().map(run -> RecordedRun.read(run.journal())).toList();
    Verification verification = setting
        .base()
        .map(run -> Verification.of(
            RecordedRun.read(run.journal()), again, setting.limits().tolerance()))
        .orElse(Verification.NOTHING);
    Optional<String> otherState = again.stream()
        .flatMap(run -> run.faults().stream())
        .filter(fault -> fault.startsWith(ReplayOrder.OTHER_STATE))
        .filter(fault ->
            setting.limits().tolerance() == 0) // else the state may be off as the values may
        .findFirst();
    if (verification.equal() && otherState.isPresent()) {
      return new Result(Outcome.DIVERGED, journals, verification, otherState.get());
    }
    return verification.equal()
        ? new Result(Outcome.REPLAYED, journals, verification, why.isEmpty() ? fault(again) : why)
        : new Result(
            Outcome.DIVERGED,
            journals,
            verification,
            verification.first().map(Object::toString).orElse("") + sideEffects());
  }

  /** A statement that changes what the program does is the first thing to suspect. */
  private String sideEffects() {
    return setting.task().propagation().placements().stream()
        .filter(Placement.Inserted.class::isInstance)
        .flatMap(placement -> ((Placement.Inserted) placement).warnings().stream())
        .map(warning -> " (" + warning + ")")
        .collect(Collectors.joining());
  }

  /** What the runtime had to say in a replay that went well, such as a loop that it could not skip. */
  private static String fault(List<RecordedRun> again) {
    return again.stream()
        .flatMap(run -> run.faults().stream())
        .filter(fault -> !fault.startsWith(ReplayOrder.OTHER_STATE))
        .findFirst()
        .orElse("");
  }

  /**
   * Whether a program that exited with something else than 0 did what it did then: the same end, by the same
   * exception if by one, after logging every value of then again. A program may tell its result by its exit code.
   */
  private boolean endedAsThen(String runId) {
    Optional<RecordedRun> then = setting.base().map(run -> RecordedRun.read(run.journal()));
    Optional<RecordedRun> again = journal(runId).map(run -> RecordedRun.read(run.journal()));
    if (then.isEmpty() || again.isEmpty() || !again.get().endedLike(then.get())) {
      return false;
    }
    Verification verification =
        Verification.of(then.get(), List.of(again.get()), setting.limits().tolerance());
    return verification.equal()
        && verification.compared() == then.get().values().size();
  }

  private Optional<RunDirectory> journal(String runId) {
    return RunDirectory.all(setting.workspace().florDir()).stream()
        .filter(run -> run.runId().equals(runId))
        .findFirst();
  }

  /** The last thing the program printed, which most often says why it failed. */
  private String lastLine() {
    return Files.exists(setting.log())
        ? LogTail.lastLine(setting.log()).map(line -> ": " + line).orElse("")
        : "";
  }
}
