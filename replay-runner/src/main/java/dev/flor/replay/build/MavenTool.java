package dev.flor.replay.build;

import dev.flor.maven.ExtensionJar;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maven: the wrapper of the version, else that of the working tree, else the one on the {@code PATH}. */
record MavenTool(Project project, ProjectConfig.Build build, Optional<Path> jdk, Outside outside)
    implements OuterTool {
  /** Checks that would judge the sources by more than whether they compile. */
  private static final List<String> NO_CHECKS = List.of(
      "-Dcheckstyle.skip=true",
      "-Dspotless.check.skip=true",
      "-Dpmd.skip=true",
      "-Dspotbugs.skip=true",
      "-Denforcer.skip=true");

  private static final String ERROR = "[ERROR] ";

  /** What stands before the line that says something. */
  private static final List<String> INTRODUCTIONS =
      List.of("-----", "COMPILATION ERROR", "Some problems were encountered");

  @Override
  public ToolCommand asked(Path root, Path report) {
    return command(
        root, List.of("-D" + ExtensionJar.REPORT + "=" + report.toAbsolutePath(), "validate"));
  }

  @Override
  public ToolCommand compiling(Path root, BuildModel.Module module) {
    List<String> words = new ArrayList<>(NO_CHECKS);
    words.add("-D" + ExtensionJar.RUNTIME + "="
        + RuntimeJar.asJar(root.toAbsolutePath().getParent()));
    words.addAll(List.of("-pl", module.name(), "-am", "compile"));
    return command(root, words);
  }

  private ToolCommand command(Path root, List<String> rest) {
    List<String> words = new ArrayList<>(new Executables(outside.environment())
        .find("mvnw", "mvn", root, project.root())
        .orElseThrow(() -> new ToolMissingException("mvn", "mvnw")));
    words.addAll(List.of(
        "--batch-mode",
        "-Dstyle.color=never",
        "-Dmaven.ext.class.path=" + ExtensionJar.path(),
        "--file",
        root.resolve("pom.xml").toString()));
    words.addAll(build.options());
    words.addAll(rest);
    return ToolCommand.of(words, root, jdk.orElse(outside.javaHome()), outside);
  }

  @Override
  public String fault(String log) {
    return log.lines()
        .filter(line -> line.startsWith(ERROR))
        .map(line -> line.replace(ERROR, "").strip())
        .filter(line -> !line.isEmpty() && INTRODUCTIONS.stream().noneMatch(line::startsWith))
        .findFirst()
        .orElseGet(() -> log.lines()
            .filter(line -> !line.isBlank())
            .reduce((earlier, later) -> later)
            .map(line -> "Maven ended with: " + line.strip())
            .orElse("Maven failed without a word"));
  }
}
