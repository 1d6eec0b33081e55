package dev.flor.replay.build;

import dev.flor.history.VersionTree;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.JarPatterns;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** How trees are built. A build tool is asked once for equal build files; what it said is kept in {@code .flor/builds/models}. */
public final class Models {
  private final Project project;
  private final Outside outside;
  private final SortedMap<String, ModelResult> known = new TreeMap<>();

  public Models(Project project, Outside outside) {
    this.project = project;
    this.outside = outside;
  }

  /**
   * How a tree is built. A build tool is asked unless it has been for equal build files.
   *
   * @param root where the files of the tree are found that a class path names
   */
  public synchronized ModelResult of(VersionTree tree, VersionSettings settings, Path root) {
    ProjectConfig.Build build = settings.config().build();
    BuildTool tool = BuildTool.of(build, tree);
    if (tool == BuildTool.JAVAC) {
      return new ModelResult.Known(BuildModel.plain(
          build, tree.files(), JarPatterns.resolve(build.classpath(), root, project.root())));
    }
    return known.computeIfAbsent(key(tool, tree, settings), key -> ask(tool, tree, settings, key));
  }

  private String key(BuildTool tool, VersionTree tree, VersionSettings settings) {
    Key key = new Key("model-1")
        .add(tool.word())
        .add(settings.config().build().options().toString())
        .add(settings.jdk().map(Path::toString).orElse(Runtime.version().toString()));
    boolean looksAtFiles = false;
    for (String file : tree.files()) {
      if (tool.reads(file)) {
        byte[] text = tree.read(file);
        key.add(file).add(text);
        looksAtFiles |=
            new String(text, StandardCharsets.ISO_8859_1).matches("(?s).*<(exists|missing)>.*");
      }
    }
    if (looksAtFiles) { // a profile of Maven's may be there only if some file is
      tree.files().forEach(key::add);
    }
    return key.hex();
  }

  private ModelResult ask(BuildTool tool, VersionTree tree, VersionSettings settings, String key) {
    return UseLock.using(project.florDir(), () -> keptOrAsked(tool, tree, settings, key));
  }

  private ModelResult keptOrAsked(
      BuildTool tool, VersionTree tree, VersionSettings settings, String key) {
    Path home = project.florDir().resolve("builds").resolve("models");
    Path kept = home.resolve(key + ".properties");
    Optional<BuildModel> before = read(tool, kept);
    if (before.isPresent()) {
      FileSizes.touch(kept);
      return new ModelResult.Known(before.get());
    }
    Path aside = Workspace.home(project.florDir(), key);
    try {
      Files.createDirectories(home);
      Path root = Files.createDirectories(aside).toRealPath().resolve("tree");
      return asked(tool, tree, settings, root, kept);
    } catch (OuterTool.ToolMissingException e) {
      return new ModelResult.Unknown(e.getMessage() + " (" + e.hint() + ")", e.hint() + "\n");
    } catch (IOException e) {
      throw new WorkspaceException("cannot lay out " + aside, e);
    } finally {
      Folders.sweep(aside);
    }
  }

  private ModelResult asked(
      BuildTool tool, VersionTree tree, VersionSettings settings, Path root, Path kept) {
    tree.materialise(root);
    Path report = root.resolveSibling("report.properties");
    OuterTool outer =
        OuterTool.of(tool, project, settings.config().build(), settings.jdk(), outside);
    ToolCommand.Said said = outer.asked(root, report).run(outside, timeout());
    Optional<BuildModel> model = read(tool, report);
    if (model.isEmpty()) {
      return new ModelResult.Unknown(outer.fault(said.log()), said.log());
    }
    try {
      Files.move(report, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + kept, e);
    }
    return new ModelResult.Known(model.get());
  }

  /** Dependencies may have to be fetched. */
  private Duration timeout() {
    return project.config().limits().timeout();
  }

  /** What was written down; nothing if a jar is gone that it names. */
  private static Optional<BuildModel> read(BuildTool tool, Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties report = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      report.load(reader);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
    BuildModel model = BuildModel.read(tool, report);
    boolean whole = model.modules().stream()
        .flatMap(module -> module.runtime().stream())
        .filter(entry -> Path.of(entry).isAbsolute())
        .allMatch(entry -> Files.exists(Path.of(entry)));
    return whole && !model.modules().isEmpty() ? Optional.of(model) : Optional.empty();
  }
}
