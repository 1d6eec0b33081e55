package dev.flor.replay.build;

import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gradle: the wrapper of the version, else that of the working tree, else the one on the {@code PATH}. */
record GradleTool(Project project, ProjectConfig.Build build, Optional<Path> jdk, Outside outside)
    implements OuterTool {
  private static final String SCRIPT = "flor.init.gradle";

  @Override
  public ToolCommand asked(Path root, Path report) {
    return command(root, List.of("-Dflor.report=" + report.toAbsolutePath(), "florModel"));
  }

  @Override
  public ToolCommand compiling(Path root, BuildModel.Module module) {
    String task = (module.name().equals(":") ? "" : module.name()) + ":classes";
    return command(
        root,
        List.of("-Dflor.runtime=" + RuntimeJar.asJar(root.toAbsolutePath().getParent()), task));
  }

  private ToolCommand command(Path root, List<String> rest) {
    List<String> words = new ArrayList<>(new Executables(outside.environment())
        .find("gradlew", "gradle", root, project.root())
        .orElseThrow(() -> new ToolMissingException("gradle", "gradlew")));
    words.addAll(List.of(
        "--no-daemon",
        "--console=plain",
        "--quiet",
        "--init-script",
        script(root).toString(),
        "--project-dir",
        root.toString()));
    words.addAll(build.options());
    words.addAll(rest);
    return ToolCommand.of(words, root, jdk.orElse(outside.javaHome()), outside);
  }

  /** Beside the tree, since Gradle wants a file. */
  private static Path script(Path root) {
    Path script = root.resolveSibling(SCRIPT);
    try (InputStream text = GradleTool.class.getResourceAsStream(SCRIPT)) {
      if (text == null) {
        throw new IllegalStateException(SCRIPT + " is not in the jar");
      }
      Files.write(script, text.readAllBytes());
      return script;
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + script, e);
    }
  }

  @Override
  public String fault(String log) {
    List<String> lines = log.lines().map(String::strip).toList();
    int wrong = lines.indexOf("* What went wrong:");
    if (wrong >= 0 && wrong + 1 < lines.size()) {
      return lines.get(wrong + 1)
          + (wrong + 2 < lines.size() && lines.get(wrong + 2).startsWith(">")
              ? " " + lines.get(wrong + 2)
              : "");
    }
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .reduce((earlier, later) -> later)
        .map(line -> "Gradle ended with: " + line)
        .orElse("Gradle failed without a word");
  }
}
