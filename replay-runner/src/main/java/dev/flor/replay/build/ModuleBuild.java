package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Compiles the sources of a module into {@code .flor/builds/<key>/classes}. The key is made of the contents of all that goes in, so that
 * equal sources are compiled once. Where an earlier build differs in what is in some methods only, the files of these are compiled, and
 * the other classes are taken from it.
 */
final class ModuleBuild {
  private final Path florDir;
  private final Path builds;

  ModuleBuild(Path florDir) {
    this.florDir = florDir;
    this.builds = florDir.resolve("builds");
  }

  /**
   * What is compiled, and how.
   *
   * @param root the tree on disk
   * @param sources paths below the root
   * @param jdk whose compiler it is; empty: this process's own
   */
  record Order(
      Path root,
      SortedSet<String> sources,
      List<String> roots,
      List<Library> classpath,
      List<String> options,
      String encoding,
      boolean processors,
      Optional<Path> jdk) {
    List<Path> paths() {
      return classpath.stream().map(Library::path).toList();
    }
  }

  /**
   * How it went.
   *
   * @param errors none if it compiles
   * @param classes the folder of classes
   * @param shape the key of all that other modules see of it
   * @param compiled how many files were compiled for it now
   */
  record Made(List<Diagnostic> errors, Path classes, String shape, int compiled) {}

  Made build(Order order) {
    Settings settings = new Settings(order);
    SortedMap<String, String> contents = contents(order);
    Key all = new Key("classes").add(settings.key);
    contents.forEach((path, content) -> all.add(path).add(content));
    String key = all.hex();
    Path home = builds.resolve(key);
    Optional<CompiledFiles> before =
        Files.isDirectory(home) ? CompiledFiles.read(home) : Optional.empty();
    if (before.isPresent()) {
      FileSizes.touch(home);
      return new Made(List.of(), home.resolve("classes"), before.get().shape(), 0);
    }
    Path aside = Workspace.home(florDir, key);
    try {
      Made made = compile(order, contents, settings, aside);
      if (!made.errors().isEmpty()) {
        return made;
      }
      publish(aside, home);
      settings.recent().add(key);
      return new Made(List.of(), home.resolve("classes"), made.shape(), made.compiled());
    } catch (IOException e) {
      throw new WorkspaceException("cannot compile into " + home, e);
    } finally {
      Folders.sweep(aside);
    }
  }

  /** All that decides what becomes of a source, beside the sources. */
  private final class Settings {
    final String key;

    Settings(Order order) {
      Key made = new Key("javac-3")
          .add(order.jdk().map(Path::toString).orElse(Runtime.version().toString()))
          .add(order.roots().toString())
          .add(order.options().toString())
          .add(order.encoding());
      order.classpath().forEach(library -> made.add(library.identity()));
      this.key = made.hex();
    }

    RecentBuilds recent() {
      return new RecentBuilds(builds, key);
    }
  }

  private static SortedMap<String, String> contents(Order order) {
    SortedMap<String, String> contents = new TreeMap<>();
    try {
      for (String source : order.sources()) {
        contents.put(
            source,
            new Key("source")
                .add(Files.readAllBytes(order.root().resolve(source)))
                .hex());
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot read the sources below " + order.root(), e);
    }
    return contents;
  }

  /** Compiles aside, so that a build that is there is whole. */
  private Made compile(
      Order order, SortedMap<String, String> contents, Settings settings, Path aside)
      throws IOException {
    Path classes = Files.createDirectories(aside.resolve("classes"));
    if (order.jdk().isPresent()) {
      List<Diagnostic> errors = new OtherJavac(order.jdk().get()).run(order, aside);
      // What its classes look like from outside is not known: they look like their sources.
      return done(
          errors, aside, new Compilation(order.root()).compiled(contents), contents.size(), true);
    }
    if (!order.processors()) {
      Optional<Made> some = fromEarlier(order, contents, settings, aside);
      if (some.isPresent()) {
        return some.get();
      }
      Folders.delete(classes);
      Files.createDirectories(classes);
    }
    Compilation whole = new Compilation(order.root());
    List<Diagnostic> errors = run(whole, order, order.sources(), order.paths(), classes);
    return done(errors, aside, whole.compiled(contents), contents.size(), order.processors());
  }

  /** @param opaque whether other files may see more of these classes than their shapes tell */
  private static Made done(
      List<Diagnostic> errors,
      Path aside,
      SortedMap<String, CompiledFiles.Compiled> compiled,
      int count,
      boolean opaque)
      throws IOException {
    SortedMap<String, CompiledFiles.Compiled> known = new TreeMap<>(compiled);
    if (opaque) {
      known.replaceAll(
          (path, one) -> new CompiledFiles.Compiled(one.content(), one.content(), one.classes()));
    }
    CompiledFiles files = new CompiledFiles(known);
    if (errors.isEmpty()) {
      files.write(aside);
    }
    return new Made(errors, aside.resolve("classes"), files.shape(), count);
  }

  private static List<Diagnostic> run(
      Compilation compilation,
      Order order,
      Collection<String> sources,
      List<Path> classpath,
      Path classes) {
    return sources.isEmpty()
        ? List.of()
        : compilation.run(
            sources, classpath, order.options(), order.encoding(), order.processors(), classes);
  }

  private record Earlier(Path home, CompiledFiles files, List<String> changed) {}

  /** From the earlier build that differs in the fewest files; nothing if these look different to other files, too, or have errors. */
  private Optional<Made> fromEarlier(
      Order order, SortedMap<String, String> contents, Settings settings, Path aside)
      throws IOException {
    Optional<Earlier> nearest = settings.recent().homes().stream()
        .flatMap(home -> CompiledFiles.read(home).stream()
            .flatMap(files ->
                files.changed(contents).stream().map(changed -> new Earlier(home, files, changed))))
        .min(Comparator.comparingInt(one -> one.changed().size()));
    if (nearest.isEmpty() || nearest.get().changed().size() == contents.size()) {
      return Optional.empty();
    }
    Earlier earlier = nearest.get();
    Path classes = aside.resolve("classes");
    SortedMap<String, CompiledFiles.Compiled> all =
        new TreeMap<>(earlier.files().sources());
    all.keySet().removeAll(earlier.changed());
    for (CompiledFiles.Compiled kept : all.values()) {
      for (String file : kept.classes()) {
        Files.createDirectories(classes.resolve(file).getParent());
        Files.copy(earlier.home().resolve("classes").resolve(file), classes.resolve(file));
      }
    }
    Compilation some = new Compilation(order.root());
    List<Path> classpath = new ArrayList<>(List.of(classes));
    classpath.addAll(order.paths());
    if (!run(some, order, earlier.changed(), classpath, classes).isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> changed = new TreeMap<>(contents);
    changed.keySet().retainAll(earlier.changed());
    SortedMap<String, CompiledFiles.Compiled> compiled = some.compiled(changed);
    boolean sameShapes = compiled.entrySet().stream().allMatch(entry -> entry
        .getValue()
        .shape()
        .equals(earlier.files().sources().get(entry.getKey()).shape()));
    if (!sameShapes) {
      return Optional.empty();
    }
    all.putAll(compiled);
    return Optional.of(done(List.of(), aside, all, compiled.size(), false));
  }

  static void publish(Path aside, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another process has just published the same content under the same key.
    }
  }
}
