package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import dev.flor.replay.build.BuildModel.Module;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has the build tool compile a tree where it is, and keeps the classes under the key of all files of the tree. */
final class ToolBuild {
  /** As Maven writes an error of the compiler, and as javac does through Gradle. */
  private static final Pattern ERROR = Pattern.compile(
      "(?m)^(?:\\[ERROR\\] )?(.+?\\.java):(?:\\[(\\d+),(\\d+)\\] |(\\d+): error: )(.*)$");

  private final Project project;
  private final Outside outside;
  private final VersionSettings settings;
  private final BuildModel model;

  ToolBuild(Project project, Outside outside, VersionSettings settings, BuildModel model) {
    this.project = project;
    this.outside = outside;
    this.settings = settings;
    this.model = model;
  }

  BuildResult build(Path root, SortedSet<String> files, Module top, List<Module> modules) {
    Path builds = project.florDir().resolve("builds");
    Path home = builds.resolve(key(root, files, top));
    if (Files.isDirectory(home)) {
      FileSizes.touch(home);
      return new BuildResult.Built(classpath(home, root, top, modules), 0);
    }
    OuterTool tool =
        OuterTool.of(model.tool(), project, settings.config().build(), settings.jdk(), outside);
    ToolCommand.Said said =
        tool.compiling(root, top).run(outside, project.config().limits().timeout());
    if (!said.done()) {
      return new BuildResult.BuildFailed(errors(tool, said.log(), root), said.log());
    }
    Path aside = Workspace.home(project.florDir(), home.getFileName().toString());
    try {
      for (int i = 0; i < modules.size(); i++) {
        Path made = root.resolve(modules.get(i).output());
        Path kept = Files.createDirectories(aside.resolve(Integer.toString(i)));
        if (Files.isDirectory(made)) {
          Files.move(made, kept.resolve("classes"));
        }
      }
      ModuleBuild.publish(aside, home);
    } catch (IOException e) {
      throw new WorkspaceException("cannot keep what was built in " + root, e);
    } finally {
      Folders.sweep(aside);
    }
    return new BuildResult.Built(classpath(home, root, top, modules), files.size());
  }

  private List<Path> classpath(Path home, Path root, Module top, List<Module> modules) {
    Map<String, List<Path>> places = new LinkedHashMap<>();
    for (int i = 0; i < modules.size(); i++) {
      places.put(
          modules.get(i).name(), List.of(home.resolve(Integer.toString(i)).resolve("classes")));
    }
    return Builder.classpath(model, top, places, root);
  }

  /** A generator may read any file. */
  private String key(Path root, SortedSet<String> files, Module top) {
    Key key = new Key("tool-1")
        .add(model.tool().word())
        .add(top.name())
        .add(settings.config().build().options().toString())
        .add(settings.jdk().map(Path::toString).orElse(Runtime.version().toString()));
    BuildModel.libraries(top.runtime(), root)
        .forEach(library -> key.add(Library.at(library, root).identity()));
    try {
      for (String file : files) {
        Path path = root.resolve(file);
        key.add(file);
        key.add(Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0]);
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot read the files below " + root, e);
    }
    return key.hex();
  }

  private static List<Diagnostic> errors(OuterTool tool, String log, Path root) {
    List<Diagnostic> errors = new ArrayList<>();
    Matcher error = ERROR.matcher(log);
    while (error.find()) {
      boolean withColumn = error.group(2) != null;
      Path file = Path.of(error.group(1));
      Diagnostic one = new Diagnostic(
          file.startsWith(root)
              ? root.relativize(file).toString().replace('\\', '/')
              : file.toString(),
          Integer.parseInt(withColumn ? error.group(2) : error.group(4)),
          withColumn ? Integer.parseInt(error.group(3)) : 1,
          error.group(5));
      if (!errors.contains(one)) {
        errors.add(one);
      }
    }
    return errors.isEmpty() ? List.of(new Diagnostic("", 1, 1, tool.fault(log))) : errors;
  }
}
