package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.VersionTree;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    requireJavac();
    VersionTree tree = history.workingTree();
    ProjectConfig config = project.config();
    List<Path> classpath = new JavacBuild(project.florDir())
        .build(project.root(), tree.files(), config.build(), project.root())
        .fold(BuildResult.Built::classpath, failed -> {
          throw new BuildFailedException(
              failed.errors().get(0).toString(), failed.errors().size());
        });
    VersionSources sources = new VersionSources(tree);
    SourceRoots roots = SourceRoots.of(config.build(), sources.files());
    String main = MainClass.find(config.run().main(), sources, roots)
        .orElseThrow(() -> new MainClass.NoMainClassException(
            config.run().main(), MainClass.runnable(sources, roots)));
    return run(
        classpath,
        new Launch(main, programArgs.isEmpty() ? config.run().args() : programArgs),
        args);
  }

  private Recorded run(List<Path> classpath, Launch launch, Map<String, String> args) {
    String runId = RunIds.next();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("flor.dir", project.florDir().toString());
    properties.put("flor.run.id", runId);
    properties.put("flor.checkpoint", project.config().recording().policy());
    if (attached.terminal()) {
      properties.put("flor.progress", "true");
    }
    args.forEach((name, value) -> properties.put("flor.arg." + name, value));
    launch.save(project.florDir(), runId);
    JavaProgram program =
        new JavaProgram(outside.javaHome(), project.root(), classpath, OPEN, properties, launch);
    int code = run(program, runId);
    boolean recorded =
        RunDirectory.all(project.florDir()).stream().anyMatch(run -> run.runId().equals(runId));
    if (!recorded) {
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

  private void requireJavac() {
    Optional<String> tool = project.config().build().tool();
    boolean otherTool = tool.isPresent() ? !tool.get().equals("javac") : hasOtherBuildFile();
    if (otherTool) {
      throw new UnsupportedBuildException(tool.orElse("Maven or Gradle"));
    }
  }

  private boolean hasOtherBuildFile() {
    return project.config().build().sources().isEmpty()
        && List.of("pom.xml", "build.gradle", "build.gradle.kts").stream()
            .anyMatch(name -> Files.exists(project.root().resolve(name)));
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

  /** The project is built by a tool that flor does not drive. */
  public static final class UnsupportedBuildException extends FlorException {
    private static final long serialVersionUID = 1L;

    UnsupportedBuildException(String tool) {
      super(
          "flor builds with javac only, and this project uses " + tool,
          "set `tool = \"javac\"`, `sources` and `classpath` under [build] in flor.toml");
    }
  }
}
