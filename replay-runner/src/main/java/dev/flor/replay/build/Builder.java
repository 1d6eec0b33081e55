package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import dev.flor.replay.build.BuildModel.Module;
import dev.flor.replay.build.ModuleBuild.Made;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.SourceRoots;
import dev.flor.replay.project.VersionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes classes of a tree on disk: with the compiler alone where that is enough, else with the build tool. */
public final class Builder {
  private final Project project;
  private final Outside outside;
  private final VersionSettings settings;
  private final BuildModel model;

  public Builder(Project project, Outside outside, VersionSettings settings, BuildModel model) {
    this.project = project;
    this.outside = outside;
    this.settings = settings;
    this.model = model;
  }

  /**
   * Builds the module of a class, and those that it needs.
   *
   * @param root the tree on disk, which a build tool may write to
   * @param files its files, '/'-separated, relative to {@code root}
   */
  public BuildResult build(Path root, SortedSet<String> files, String mainClass) {
    Module top = model.holding(mainClass, files);
    List<Module> modules = model.closure(top);
    if (needsTool(root, files, mainClass).isPresent()) {
      return new ToolBuild(project, outside, settings, model).build(root, files, top, modules);
    }
    Map<String, Made> made = new LinkedHashMap<>();
    for (Module module : modules) {
      Made one = new ModuleBuild(project.florDir()).build(order(module, root, files, made));
      if (!one.errors().isEmpty()) {
        List<Diagnostic> errors = Levels.explained(one.errors(), settings.jdk());
        return BuildResult.failed(errors);
      }
      made.put(module.name(), one);
    }
    Map<String, List<Path>> places = new LinkedHashMap<>();
    for (Module module : modules) {
      List<Path> of = new ArrayList<>(List.of(made.get(module.name()).classes()));
      of.addAll(new Resources(project.florDir(), root, files).of(module));
      places.put(module.name(), of);
    }
    int compiled = made.values().stream().mapToInt(Made::compiled).sum();
    return new BuildResult.Built(classpath(model, top, places, root), compiled);
  }

  /** Why the compiler alone is not enough; empty if it is. */
  public Optional<String> needsTool(Path root, SortedSet<String> files, String mainClass) {
    if (model.tool() == BuildTool.JAVAC) {
      return Optional.empty();
    }
    return model.closure(model.holding(mainClass, files)).stream()
        .flatMap(module -> needsTool(module, root, files).stream())
        .findFirst();
  }

  private static Optional<String> needsTool(Module module, Path root, SortedSet<String> files) {
    if (module.needs().isPresent()) {
      return module.needs();
    }
    boolean own = module.compile().stream().anyMatch(entry -> entry.startsWith(BuildModel.MODULE))
        && files.stream().anyMatch(Processors::announced);
    if (module.processors()
        && (own || Processors.in(BuildModel.libraries(module.compile(), root)))) {
      return Optional.of("annotation processors on the class path");
    }
    boolean modular = module.sources().stream()
        .anyMatch(source -> files.contains(SourceRoots.normal(source) + "module-info.java"));
    boolean filtering = module.resources().stream()
        .filter(BuildModel.Resource::filtering)
        .anyMatch(resource -> files.stream()
            .anyMatch(file -> file.startsWith(SourceRoots.normal(resource.folder()))));
    return modular
        ? Optional.of("a module-info")
        : filtering ? Optional.of("resources that are filtered") : Optional.empty();
  }

  private ModuleBuild.Order order(
      Module module, Path root, SortedSet<String> files, Map<String, Made> made) {
    List<Library> classpath = new ArrayList<>();
    classpath.add(Library.at(RuntimeJar.path(), root));
    for (Module other : model.modules(module.compile())) {
      Made before = made.get(other.name());
      classpath.add(Library.of(before.classes(), other.name(), before.shape()));
    }
    List<Path> libraries = BuildModel.libraries(module.compile(), root);
    libraries.forEach(library -> classpath.add(Library.at(library, root)));
    SourceRoots roots =
        new SourceRoots(module.sources().stream().map(SourceRoots::normal).toList());
    SortedSet<String> sources = roots.roots().isEmpty() ? new TreeSet<>() : roots.sources(files);
    return new ModuleBuild.Order(
        root,
        sources,
        roots.roots(),
        classpath,
        module.options(),
        module.encoding(),
        module.processors() && Processors.in(libraries),
        settings.jdk());
  }

  /** What the program runs with: its own classes, flor's runtime before any that the version may bring, and the rest. */
  static List<Path> classpath(
      BuildModel model, Module top, Map<String, List<Path>> places, Path root) {
    Set<Path> all = new LinkedHashSet<>(places.get(top.name()));
    all.add(RuntimeJar.path());
    model.modules(top.runtime()).forEach(module -> all.addAll(places.get(module.name())));
    all.addAll(BuildModel.libraries(top.runtime(), root));
    return all.stream().filter(Files::exists).toList();
  }
}
