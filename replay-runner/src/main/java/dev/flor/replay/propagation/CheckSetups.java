package dev.flor.replay.propagation;

import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.build.BuildModel;
import dev.flor.replay.build.BuildTool;
import dev.flor.replay.build.Levels;
import dev.flor.replay.build.ModelResult;
import dev.flor.replay.build.Models;
import dev.flor.replay.build.RuntimeJar;
import dev.flor.replay.check.CleanChecks;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.SettingsFinder;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What versions are compiled with; asked of a build tool once for equal build files. For several threads. */
final class CheckSetups {
  private final Project project;
  private final SettingsFinder settings;
  private final Models models;
  private final SortedMap<String, CheckSetup> known = new TreeMap<>();
  private final CleanChecks clean = new CleanChecks();

  CheckSetups(Project project, SettingsFinder settings, Models models) {
    this.project = project;
    this.settings = settings;
    this.models = models;
  }

  VersionSettings settings(Version version, VersionTree tree) {
    return settings.of(version, tree);
  }

  /** Against the libraries that the version's build tool names; without any, where it cannot. */
  synchronized CheckSetup of(Version version, VersionTree tree) {
    VersionSettings counts = settings(version, tree);
    return known.computeIfAbsent(signature(tree, counts), key -> setup(tree, counts));
  }

  /** Equal where the build tool says the same: by the settings, what is there, and what the build files hold. */
  private static String signature(VersionTree tree, VersionSettings counts) {
    Key key = new Key("setup")
        .add(counts.config().build().toString())
        .add(counts.jdk().map(Path::toString).orElse(""))
        .add(tree.filesId());
    BuildTool tool = BuildTool.of(counts.config().build(), tree);
    if (tool != BuildTool.JAVAC) {
      tree.files().stream().filter(tool::reads).forEach(file -> key.add(file)
          .add(tree.contentId(file)));
    }
    return key.hex();
  }

  private CheckSetup setup(VersionTree tree, VersionSettings counts) {
    BuildModel model = models
        .of(tree, counts, project.root())
        .fold(
            ModelResult.Known::model,
            unknown -> BuildModel.plain(counts.config().build(), tree.files(), List.of()));
    List<Path> libraries = new ArrayList<>(model.libraries(project.root()));
    libraries.add(RuntimeJar.path());
    Optional<Integer> level = Levels.of(model);
    Key key = new Key("setup-1").add(level.toString());
    model.roots().roots().forEach(root -> key.add("root").add(root));
    libraries.forEach(library -> key.add(library.toString()).add(stamp(library)));
    String id = key.hex();
    return new CheckSetup(id, model.roots(), List.copyOf(libraries), level, clean.within(id));
  }

  /** A library that was built again is another one. */
  private static String stamp(Path library) {
    try {
      return Files.isRegularFile(library)
          ? Files.size(library) + " " + Files.getLastModifiedTime(library).toMillis()
          : "";
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + library, e);
    }
  }
}
