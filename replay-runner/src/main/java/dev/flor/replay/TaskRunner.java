package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.history.VersionTree;
import dev.flor.journal.RunDirectory;
import dev.flor.replay.ReplayTask.Segment;
import dev.flor.replay.build.BuildModel;
import dev.flor.replay.build.BuildResult;
import dev.flor.replay.build.Builder;
import dev.flor.replay.build.Models;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.project.DataFolders;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.SettingsFinder;
import dev.flor.replay.project.SourceRoots;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.VersionSources;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import dev.flor.store.model.ReplayRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs one task: lays the rewritten version out, builds it, runs it, compares what it logs again, and only
 * then publishes its journals. A fast replay that cannot be verified is thrown away and done in full.
 */
final class TaskRunner {
  private final Project project;
  private final History history;
  private final Outside outside;
  private final ReplayRequest request;
  private final ProcessRunner processes;
  private final ReplayListener listener;
  private final SettingsFinder settings;
  private final Models models;
  private final DataFolders folders = DataFolders.readOnly();

  TaskRunner(
      Project project,
      History history,
      Outside outside,
      ReplayRequest request,
      ProcessRunner processes,
      ReplayListener listener) {
    this.project = project;
    this.history = history;
    this.outside = outside;
    this.request = request;
    this.processes = processes;
    this.listener = listener;
    this.settings = new SettingsFinder(project, history, outside);
    this.models = new Models(project, outside);
  }

  TaskReport run(ReplayTask task) {
    listener.started(task);
    VersionTree tree = history.tree(task.source());
    VersionSettings counts = settings.of(task.source(), tree);
    Path log = log(task);
    try (Workspace workspace = Workspace.lay(
        project, task.key(), tree, task.propagation().patches(), data(counts.config()), folders)) {
      return models
          .of(tree, counts, workspace.tree())
          .fold(
              known -> built(task, workspace, known.model(), tree, counts, log),
              unknown -> buildFailed(task, unknown.message(), unknown.log(), log));
    }
  }

  private TaskReport built(
      ReplayTask task,
      Workspace workspace,
      BuildModel model,
      VersionTree tree,
      VersionSettings counts,
      Path log) {
    Launch launch = launch(task, tree, counts.config(), model.roots());
    return new Builder(project, outside, counts, model)
        .build(workspace.tree(), tree.files(), launch.mainClass())
        .fold(
            ok -> replay(task, setting(task, workspace, ok, launch, counts, log)),
            failed -> buildFailed(task, failed.first(), failed.log(), log));
  }

  /** Data folders are the user's, not the version's: those named today are there for old versions too. */
  private List<String> data(ProjectConfig config) {
    return Stream.of(config, project.config())
        .flatMap(one -> one.run().data().stream())
        .distinct()
        .toList();
  }

  private Attempt.Setting setting(
      ReplayTask task,
      Workspace workspace,
      BuildResult.Built built,
      Launch launch,
      VersionSettings counts,
      Path log) {
    return new Attempt.Setting(
        task,
        workspace,
        built.classpath(),
        launch,
        task.baseRun().flatMap(run -> Planner.directory(project, run)),
        request.limits(project.config().limits()),
        counts.jdk().orElse(outside.javaHome()),
        processes,
        log);
  }

  private TaskReport replay(ReplayTask task, Attempt.Setting setting) {
    Attempt.Result planned = new Attempt(setting, task.segments(), task.skipped()).run();
    if (planned.sound() || task.fromStart() || planned.outcome() == Outcome.TIMED_OUT) {
      return report(task, setting, planned, false);
    }
    listener.note(task, "falling back to a run from the start: " + planned.why());
    Attempt.Result full = new Attempt(setting, List.of(Segment.ALL), new TreeSet<>()).run();
    return report(task, setting, full, true);
  }

  private TaskReport report(
      ReplayTask task, Attempt.Setting setting, Attempt.Result result, boolean fellBack) {
    Verification seen = result.verification();
    List<String> runs = result.sound() ? publish(result.journals()) : diverged(task, result);
    return new TaskReport(
        task,
        result.outcome(),
        result.why(),
        runs,
        seen.compared(),
        seen.differing(),
        seen.first().map(Verification.Difference::told),
        fellBack,
        result.sound() ? Optional.empty() : Optional.of(setting.log()));
  }

  /** What diverged is kept too, and known as such; of a task that did so before, no second time. */
  private List<String> diverged(ReplayTask task, Attempt.Result result) {
    if (result.outcome() != Outcome.DIVERGED) {
      return List.of();
    }
    return Planner.kept(project.florDir(), task.key(), Outcome.DIVERGED)
        .map(ReplayRecord::replayRuns)
        .filter(runs -> !runs.isEmpty())
        .orElseGet(() -> publish(result.journals()));
  }

  /** Moves compared journals to where the store finds them. */
  private List<String> publish(List<RunDirectory> runs) {
    List<String> ids = new ArrayList<>();
    for (RunDirectory run : runs) {
      Path home = project.florDir().resolve("runs").resolve(run.runId());
      try {
        Files.createDirectories(home.getParent());
        Files.move(run.path(), home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new WorkspaceException("cannot write " + home, e);
      }
      ids.add(run.runId());
    }
    return ids;
  }

  private static TaskReport buildFailed(ReplayTask task, String first, String said, Path log) {
    try {
      Files.writeString(log, said);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + log, e);
    }
    return new TaskReport(
        task,
        Outcome.BUILD_FAILED,
        first,
        List.of(),
        0,
        0,
        Optional.empty(),
        false,
        Optional.of(log));
  }

  private Path log(ReplayTask task) {
    Path log = project.florDir().resolve("replays").resolve(task.key() + ".log");
    try {
      Files.createDirectories(log.getParent());
      Files.deleteIfExists(log);
      return log;
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + log, e);
    }
  }

  /** How the program was started then; where that is not known, or was by another program, what the configuration says. */
  private Launch launch(
      ReplayTask task, VersionTree tree, ProjectConfig config, SourceRoots roots) {
    VersionSources sources = new VersionSources(tree);
    Optional<Launch> then = task.baseRun()
        .flatMap(run -> RecordedRun.launch(project, run, config.run()))
        .flatMap(launch -> MainClass.named(launch.mainClass(), sources, roots).map(launch::of));
    return then.orElseGet(() -> MainClass.find(config.run().main(), sources, roots)
        .map(main -> Launch.of(main, config.run()))
        .orElseThrow(() -> new MainClass.NoMainClassException(
            config.run().main(), MainClass.runnable(sources, roots))));
  }
}
