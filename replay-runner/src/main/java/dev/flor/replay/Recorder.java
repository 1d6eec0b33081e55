package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.VersionTree;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunIds;
import dev.flor.replay.build.BuildModel;
import dev.flor.replay.build.BuildResult;
import dev.flor.replay.build.Builder;
import dev.flor.replay.build.ModelResult;
import dev.flor.replay.build.Models;
import dev.flor.replay.process.Attached;
import dev.flor.replay.process.JavaProgram;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.OutputTail;
import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.project.DataFolders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.SettingsFinder;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.VersionSources;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the working tree aside and runs it where it stands, as {@code flor run} does. */
public final class Recorder {
  /** From JDK 24 on, without this, a {@code SplittableRandom} cannot be saved. */
  private static final List<String> OPEN =
      List.of("--add-opens", "java.base/java.util=ALL-UNNAMED");

  private final Project project;
  private final History history;
  private final Outside outside;
  private final Attached attached;

  /** Records runs of one project; the caller closes {@code history}. */
  public Recorder(Project project, History history, Outside outside, Attached attached) {
    this.project = project;
    this.history = history;
    this.outside = outside;
    this.attached = attached;
  }

  /**
   * How a recorded program ended.
   *
   * @param exitCode the program's own
   * @param runId the run it recorded; empty if it never called flor
   */
  public record Recorded(int exitCode, Optional<String> runId) {}

  /**
   * Runs the program with this process's input and waits for its end.
   *
   * @param args values for {@code Flor.arg}, by name
   * @param programArgs the program's own arguments; empty: those of {@code flor.toml}
   * @throws BuildFailedException if the working tree does not compile
   */
  public Recorded record(Map<String, String> args, List<String> programArgs) {
    String runId = RunIds.next();
    Ready ready = ready(runId, programArgs);
    return run(ready, runId, args);
  }

  /** A program that is built, and kept from being taken away by the launch that names it. */
  private record Ready(List<Path> classpath, Launch launch, Path javaHome) {}

  private Ready ready(String runId, List<String> programArgs) {
    return UseLock.using(project.florDir(), () -> {
      Ready ready = built(programArgs);
      ready.launch().begin(project.florDir(), runId, ready.classpath());
      return ready;
    });
  }

  private Ready built(List<String> programArgs) {
    VersionTree tree = history.workingTree();
    VersionSettings counts = new SettingsFinder(project, history, outside).ofWorkingTree();
    BuildModel model = new Models(project, outside)
        .of(tree, counts, project.root())
        .fold(ModelResult.Known::model, unknown -> {
          throw new BuildFailedException(unknown.message(), 1);
        });
    Launch launch = launch(counts.config().run(), tree, model, programArgs);
    List<Path> classpath = build(tree, counts, model, launch);
    return new Ready(classpath, launch, counts.jdk().orElse(outside.javaHome()));
  }

  private Launch launch(
      ProjectConfig.Run run, VersionTree tree, BuildModel model, List<String> programArgs) {
    VersionSources sources = new VersionSources(tree);
    String main = MainClass.find(run.main(), sources, model.roots())
        .orElseThrow(() -> new MainClass.NoMainClassException(
            run.main(), MainClass.runnable(sources, model.roots())));
    List<String> args = programArgs.isEmpty() ? run.args() : programArgs;
    return new Launch(main, args, run.jvm(), run.directory());
  }

  /** A build tool that has to run itself runs in a copy: it would write into the user's tree. */
  private List<Path> build(
      VersionTree tree, VersionSettings counts, BuildModel model, Launch launch) {
    Builder builder = new Builder(project, outside, counts, model);
    String main = launch.mainClass();
    if (builder.needsTool(project.root(), tree.files(), main).isEmpty()) {
      return classpath(builder.build(project.root(), tree.files(), main));
    }
    try (Workspace copy = Workspace.lay(
        project, new Key("copy").hex(), tree, new TreeMap<>(), List.of(), DataFolders.linked())) {
      return classpath(builder.build(copy.tree(), tree.files(), main)).stream()
          .map(path -> path.startsWith(copy.tree())
              ? project.root().resolve(copy.tree().relativize(path))
              : path)
          .toList();
    }
  }

  private static List<Path> classpath(BuildResult built) {
    return built.fold(BuildResult.Built::classpath, failed -> {
      throw new BuildFailedException(failed.first(), failed.errors().size());
    });
  }

  private Recorded run(Ready ready, String runId, Map<String, String> args) {
    Launch launch = ready.launch();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("flor.dir", project.florDir().toString());
    properties.put("flor.run.id", runId);
    properties.put("flor.checkpoint", project.config().recording().policy());
    if (attached.terminal()) {
      properties.put("flor.progress", "true");
    }
    args.forEach((name, value) -> properties.put("flor.arg." + name, value));
    List<String> options = new ArrayList<>(OPEN);
    options.addAll(launch.jvm());
    JavaProgram program = new JavaProgram(
        ready.javaHome(),
        launch.directory(project.root()),
        ready.classpath(),
        options,
        properties,
        launch,
        List.of());
    int code = run(program, runId);
    boolean recorded =
        RunDirectory.all(project.florDir()).stream().anyMatch(run -> run.runId().equals(runId));
    if (recorded) {
      launch.save(project.florDir(), runId);
    } else {
      Launch.forget(project.florDir(), runId);
    }
    if (!recorded || code == 0) {
      OutputTail.forget(project.florDir(), runId);
    }
    return new Recorded(code, recorded ? Optional.of(runId) : Optional.empty());
  }

  private int run(JavaProgram program, String runId) {
    try (ProcessRunner processes = new ProcessRunner(outside.environment(), 1);
        OutputTail tail = OutputTail.begin(project.florDir(), runId)) {
      return processes.runAttached(program, attached, tail);
    } catch (IOException e) {
      throw new WorkspaceException("cannot keep the output of run " + runId, e);
    }
  }

  /** The working tree does not compile. */
  public static final class BuildFailedException extends FlorException {
    private static final long serialVersionUID = 1L;

    BuildFailedException(String firstError, int errors) {
      super(
          firstError,
          "the working tree does not compile (" + errors + (errors == 1 ? " error" : " errors")
              + "); nothing was run");
    }
  }
}
