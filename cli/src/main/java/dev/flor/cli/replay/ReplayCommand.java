package dev.flor.cli.replay;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Durations;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Question;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.CommitsOption;
import dev.flor.cli.project.LimitOptions;
import dev.flor.cli.project.OpenProject;
import dev.flor.replay.BisectReport;
import dev.flor.replay.Condition;
import dev.flor.replay.ReplayPlan;
import dev.flor.replay.ReplayReport;
import dev.flor.replay.ReplayRequest;
import dev.flor.replay.Replayer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor replay NAME...}: fills in, in older versions, what was not logged then. */
@Command(
    name = "replay",
    description = "Run older versions with log statements of the working tree.",
    footer = {
      "",
      "What the store already has is not run again. Ctrl-C keeps what is finished; the same",
      "command again goes on from there."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final Duration ASKED_FROM = Duration.ofMinutes(1);

  private final RootCommand root;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Logged names to fill in. With --bisect: those of the condition.")
  private List<String> names = List.of();

  @Mixin
  private CommitsOption commits;

  @Mixin
  private ChoiceOptions choice;

  @Mixin
  private TurnsOption turns;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a plan that takes over a minute.")
  private boolean yes;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Programs that may run at once. Default: one for each two processors.")
  private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show the plan and stop.")
  private boolean dryRun;

  @Mixin
  private LimitOptions limits;

  @Option(
      names = "--trust",
      description = "Restore and skip even where the analysis found state that is not enrolled.")
  private boolean trust;

  @Option(names = "--force", description = "Run again what the store already has.")
  private boolean force;

  @Option(names = "--json", description = "Report as JSON on stdout.")
  private boolean json;

  public ReplayCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    Optional<Condition> bisect = choice.bisect();
    List<String> wanted = names.isEmpty() ? bisect.map(Condition::names).orElse(List.of()) : names;
    if (wanted.isEmpty()) {
      throw new UsageException(
          "no NAME is given", "name what is to be filled in: flor replay loss");
    }
    if (jobs < 1) {
      throw new UsageException("--jobs " + jobs, "it should be at least 1");
    }
    try (OpenProject open = OpenProject.of(caller)) {
      Replayer replayer =
          new Replayer(open.project(), open.history(), open.outside(), notice -> caller
              .err()
              .println("flor: " + notice));
      ReplayPlan plan = replayer.plan(new ReplayRequest(
          wanted,
          Optional.empty(),
          choice.namesRuns() ? commits.asked() : commits.in(open),
          choice.choice(),
          turns.turns(),
          jobs,
          limits.timeout(),
          limits.tolerance(),
          bisect,
          trust,
          force));
      if (dryRun) {
        PlanReport.print(plan, json, caller);
        return ExitCode.DONE.number();
      }
      if (!agreed(plan, caller)) {
        return ExitCode.INTERRUPTED.number();
      }
      return replay(replayer, plan, caller).number();
    }
  }

  private ExitCode replay(Replayer replayer, ReplayPlan plan, Caller caller) {
    if (plan.request().bisect().isPresent()) {
      return bisect(replayer, plan, caller);
    }
    ReplayReport report;
    try (ReplayProgress progress = new ReplayProgress(plan, caller)) {
      report = replayer.replay(plan, progress);
    }
    ReplayResult result = new ReplayResult(report);
    result.print(json, caller);
    return result.exitCode();
  }

  private ExitCode bisect(Replayer replayer, ReplayPlan plan, Caller caller) {
    BisectReport report;
    try (ReplayProgress progress = new ReplayProgress(plan, caller)) {
      report = replayer.bisect(plan, progress);
    }
    BisectResult result = new BisectResult(report);
    result.print(json, caller);
    return result.exitCode();
  }

  private boolean agreed(ReplayPlan plan, Caller caller) {
    if (yes || plan.estimate().compareTo(ASKED_FROM) <= 0) {
      return true;
    }
    String size = plan.most() + " programs, about " + Durations.text(plan.estimate()) + " in all";
    if (!caller.canAsk()) {
      throw new UsageException(
          "this replay is " + size + ", and nobody can be asked",
          "add --yes to start it, or --dry-run to see the plan");
    }
    return Question.ask("This replay is " + size + ". Go on?", caller);
  }
}
