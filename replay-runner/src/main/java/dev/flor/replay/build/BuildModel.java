package dev.flor.replay.build;

import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.SourceRoots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;

/**
 * How a tree is built, as its build tool says: enough to do it without the tool, where a compiler alone can. Paths are relative to the top
 * of the tree where they are in it.
 */
public record BuildModel(BuildTool tool, List<Module> modules) {
  /** What stands in front of the name of a module in a class path. */
  static final String MODULE = "module:";

  /**
   * What is compiled together.
   *
   * @param name within the build
   * @param folder where it is; empty for the top
   * @param output where the tool itself puts its classes
   * @param sources folders of sources
   * @param resources what is put beside the classes
   * @param encoding of the sources
   * @param options of javac
   * @param processors whether annotation processors run that are on the class path
   * @param needs why a compiler alone cannot build it; empty if it can
   * @param compile jars, folders, and {@code module:NAME}, that it is compiled with
   * @param runtime the same that it runs with
   */
  record Module(
      String name,
      String folder,
      String output,
      List<String> sources,
      List<Resource> resources,
      String encoding,
      List<String> options,
      boolean processors,
      Optional<String> needs,
      List<String> compile,
      List<String> runtime) {}

  /** Files of a folder that go beside the classes, below {@code target}; {@code filtering}: not as they are. */
  record Resource(
      String folder,
      String target,
      boolean filtering,
      List<String> includes,
      List<String> excludes) {}

  /** A tree that javac builds: one module. */
  public static BuildModel plain(
      ProjectConfig.Build build, SortedSet<String> files, List<Path> libraries) {
    List<String> roots = SourceRoots.of(build, files).roots();
    List<Resource> resources = new ArrayList<>();
    for (String root : roots) {
      resources.add(new Resource(root, "", false, List.of(), List.of("**/*.java")));
      if (root.endsWith("src/main/java/")) {
        String beside = root.substring(0, root.length() - "java/".length()) + "resources/";
        resources.add(new Resource(beside, "", false, List.of(), List.of()));
      }
    }
    List<String> jars = libraries.stream().map(Path::toString).toList();
    return new BuildModel(
        BuildTool.JAVAC,
        List.of(new Module(
            "",
            "",
            "",
            roots,
            resources,
            "UTF-8",
            build.options(),
            true,
            Optional.empty(),
            jars,
            jars)));
  }

  /** What a build tool was made to write down. */
  static BuildModel read(BuildTool tool, Properties report) {
    List<Module> modules = new ArrayList<>();
    for (int i = 0; report.containsKey("module." + i + ".name"); i++) {
      modules.add(new ReportedModule(report, "module." + i + ".").module());
    }
    return new BuildModel(tool, List.copyOf(modules));
  }

  public SourceRoots roots() {
    Set<String> roots = new LinkedHashSet<>();
    modules.forEach(module -> module.sources().stream()
        .filter(source -> !Path.of(source).isAbsolute())
        .map(SourceRoots::normal)
        .forEach(roots::add));
    return new SourceRoots(List.copyOf(roots));
  }

  /** The module that a class comes from; without a file of it, the one with the most of the others. */
  Module holding(String className, SortedSet<String> files) {
    String path = className.replace('.', '/') + ".java";
    return modules.stream()
        .filter(module -> module.sources().stream()
            .anyMatch(source -> files.contains(SourceRoots.normal(source) + path)))
        .findFirst()
        .orElse(modules.get(modules.size() - 1));
  }

  /** A module and those that it runs with, each after all that it needs. */
  List<Module> closure(Module top) {
    Set<Module> ordered = new LinkedHashSet<>();
    visit(top, new LinkedHashSet<>(), ordered);
    return List.copyOf(ordered);
  }

  private void visit(Module module, Set<String> begun, Set<Module> ordered) {
    if (!begun.add(module.name())) {
      return;
    }
    Set<Module> needed = new LinkedHashSet<>(modules(module.compile()));
    needed.addAll(modules(module.runtime()));
    needed.forEach(one -> visit(one, begun, ordered));
    ordered.add(module);
  }

  /** The modules among the entries of a class path. */
  List<Module> modules(List<String> entries) {
    return entries.stream()
        .filter(entry -> entry.startsWith(MODULE))
        .flatMap(entry -> modules.stream()
            .filter(module -> module.name().equals(entry.substring(MODULE.length()))))
        .toList();
  }

  /** The other entries of a class path. */
  static List<Path> libraries(List<String> entries, Path root) {
    return entries.stream()
        .filter(entry -> !entry.startsWith(MODULE))
        .map(root::resolve)
        .toList();
  }

  /** What all modules together are compiled with. */
  public List<Path> libraries(Path root) {
    Set<Path> all = new LinkedHashSet<>();
    for (Module module : modules) {
      List<Path> compile = libraries(module.compile(), root);
      all.addAll(module.processors() ? Processors.without(compile) : compile);
    }
    return List.copyOf(all);
  }
}
