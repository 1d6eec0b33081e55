package dev.flor.replay;

import dev.flor.history.Version;
import dev.flor.journal.Value;
import dev.flor.replay.BisectReport.Finding;
import dev.flor.replay.BisectReport.Trial;
import dev.flor.replay.BisectReport.Verdict;
import dev.flor.replay.project.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Looks for the first version in which a condition holds: what needs no process first, then the newest and the oldest, then
 * always the one in the middle. A version that cannot be tried is left out, and one near it is tried instead.
 */
final class Bisection {
  private final Project project;
  private final ReplayPlan plan;
  private final Condition condition;
  private final Function<ReplayTask, TaskReport> replay;
  private final TreeMap<Integer, Trial> tried = new TreeMap<>();

  Bisection(Project project, ReplayPlan plan, Function<ReplayTask, TaskReport> replay) {
    this.project = project;
    this.plan = plan;
    this.condition = plan.request().bisect().orElseThrow();
    this.replay = replay;
  }

  BisectReport run() {
    List<ReplayTask> tasks = plan.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).decided().isPresent()) {
        attempt(i);
      }
    }
    for (OptionalInt next = next(); next.isPresent(); next = next()) {
      attempt(next.getAsInt());
    }
    return report();
  }

  private void attempt(int index) {
    tried.put(index, judge(replay.apply(plan.tasks().get(index))));
  }

  /** Which version to try; none when nothing more can be learnt about the first turn. */
  private OptionalInt next() {
    OptionalInt holds = firstWhereItHolds();
    if (holds.isEmpty()) {
      int newestNot = newestNot(plan.tasks().size()).orElse(-1);
      return untried(newestNot + 1, plan.tasks().size()).reduce((one, later) -> later);
    }
    int end = holds.getAsInt();
    OptionalInt not = newestNot(end);
    if (not.isEmpty()) {
      return untried(0, end).findFirst();
    }
    int middle = (not.getAsInt() + end) / 2;
    return untried(not.getAsInt() + 1, end)
        .boxed()
        .min(Comparator.comparing(index -> Math.abs(index - middle)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private IntStream untried(int from, int to) {
    return IntStream.range(from, to).filter(index -> !tried.containsKey(index));
  }

  private OptionalInt firstWhereItHolds() {
    return where(Verdict.HOLDS::equals, plan.tasks().size()).findFirst();
  }

  private OptionalInt newestNot(int before) {
    return where(Verdict.HOLDS_NOT::equals, before).reduce((one, later) -> later);
  }

  private IntStream where(Predicate<Verdict> verdict, int before) {
    return tried.headMap(before).entrySet().stream()
        .filter(entry -> verdict.test(entry.getValue().verdict()))
        .mapToInt(entry -> entry.getKey());
  }

  private BisectReport report() {
    List<Trial> trials = List.copyOf(tried.values());
    OptionalInt holds = firstWhereItHolds();
    if (holds.isEmpty()) {
      Finding none = newestNot(plan.tasks().size()).isPresent() ? Finding.NEVER : Finding.UNKNOWN;
      return new BisectReport(condition, none, List.of(), true, trials);
    }
    int end = holds.getAsInt();
    int begin = newestNot(end).orElse(-1);
    List<Version> candidates = plan.tasks().subList(begin + 1, end + 1).stream()
        .map(ReplayTask::version)
        .toList();
    Finding finding =
        candidates.size() > 1 ? Finding.AMONG : begin < 0 ? Finding.ALWAYS : Finding.TURNS;
    boolean stays = newestNot(plan.tasks().size()).orElse(-1) < end;
    return new BisectReport(condition, finding, candidates, stays, trials);
  }

  private Trial judge(TaskReport report) {
    SortedMap<String, String> values = new TreeMap<>();
    if (!report.outcome().succeeded()) {
      return new Trial(report, Verdict.UNKNOWN, values);
    }
    Function<String, Optional<Value>> found = found(report);
    condition
        .names()
        .forEach(name -> found.apply(name).ifPresent(value -> values.put(name, value.text())));
    if (!values.keySet().containsAll(condition.names())) {
      return new Trial(report, Verdict.UNKNOWN, values);
    }
    return new Trial(report, condition.holds(found) ? Verdict.HOLDS : Verdict.HOLDS_NOT, values);
  }

  /** The last value of each name: of those that are asked for from the replay, else from the recorded run. */
  private Function<String, Optional<Value>> found(TaskReport report) {
    Optional<RecordedRun> then = report.task().baseRun().map(this::journal);
    List<RecordedRun> again = new ArrayList<>();
    report.replayRuns().forEach(run -> again.add(0, journal(run)));
    return name -> {
      boolean logsItAgain = !again.isEmpty() && plan.request().names().contains(name);
      return logsItAgain || then.isEmpty()
          ? again.stream().flatMap(run -> run.last(name).stream()).findFirst()
          : then.flatMap(run -> run.last(name));
    };
  }

  private RecordedRun journal(String run) {
    return RecordedRun.read(Planner.directory(project, run)
        .orElseThrow(() -> new IllegalStateException("run " + run + " was replayed and is gone"))
        .journal());
  }
}
