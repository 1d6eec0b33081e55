package dev.flor.replay.build;

import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import java.nio.file.Path;
import java.util.Optional;

/** A build tool that runs as a process of its own. */
interface OuterTool {
  /** The first line of what it said that says what is wrong. */
  String fault(String log);

  /** Has it write down in {@code report} how the tree would be built; nothing is. */
  ToolCommand asked(Path root, Path report);

  /** Has it compile a module and those that it needs. */
  ToolCommand compiling(Path root, BuildModel.Module module);

  /** The one for a tree. */
  static OuterTool of(
      BuildTool tool, Project project, ProjectConfig.Build build, Optional<Path> jdk, Outside out) {
    return tool == BuildTool.GRADLE
        ? new GradleTool(project, build, jdk, out)
        : new MavenTool(project, build, jdk, out);
  }

  /** A build tool is needed, and is not there. */
  final class ToolMissingException extends dev.flor.FlorException {
    private static final long serialVersionUID = 1L;

    ToolMissingException(String tool, String wrapper) {
      super(
          "this project is built by " + tool + ", and there is none",
          "put `" + tool + "` on the PATH or its wrapper, " + wrapper
              + ", into the working tree; or set `tool = \"javac\"` under [build] in flor.toml");
    }
  }
}
