package dev.flor.replay;

import dev.flor.propagator.Diagnostic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Compiles a tree of sources on disk into {@code .flor/builds/<key>/classes}. The key is made of the
 * contents of all that goes in, so that equal sources are compiled once.
 */
final class JavacBuild {
  private final Path builds;

  JavacBuild(Path florDir) {
    this.builds = florDir.resolve("builds");
  }

  /**
   * @param root the tree on disk
   * @param files its files, '/'-separated, relative to {@code root}
   * @param fallback where class path patterns are looked up that match nothing below {@code root}
   */
  BuildResult build(Path root, SortedSet<String> files, ProjectConfig.Build config, Path fallback) {
    SourceRoots roots = SourceRoots.of(config, files);
    List<Path> libraries = new ArrayList<>(JarPatterns.resolve(config.classpath(), root, fallback));
    libraries.add(RuntimeJar.path());
    SortedSet<String> sources = roots.sources(files);
    Path home = builds.resolve(key(root, sources, roots, libraries));
    List<Path> classpath = new ArrayList<>(List.of(home.resolve("classes")));
    roots.roots().forEach(source -> classpath.add(root.resolve(source)));
    classpath.addAll(libraries);
    if (Files.isDirectory(home)) {
      return new BuildResult.Built(classpath, true);
    }
    try {
      List<Diagnostic> errors = compile(root, sources, libraries, home);
      return errors.isEmpty()
          ? new BuildResult.Built(classpath, false)
          : new BuildResult.BuildFailed(errors, log(errors));
    } catch (IOException e) {
      throw new WorkspaceException("cannot compile into " + home, e);
    }
  }

  /** Compiles aside and renames when done, so that a build that is there is whole. */
  private List<Diagnostic> compile(
      Path root, SortedSet<String> sources, List<Path> libraries, Path home) throws IOException {
    Path aside = builds.resolve(".partial-" + UUID.randomUUID());
    Path classes = Files.createDirectories(aside.resolve("classes"));
    try (StandardJavaFileManager standard =
        Javac.compiler().getStandardFileManager(null, null, null)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
      List<Path> paths = sources.stream().map(root::resolve).toList();
      Iterable<? extends JavaFileObject> units = standard.getJavaFileObjectsFromPaths(paths);
      List<Diagnostic> errors =
          Javac.errors(standard, List.of(), units, file -> relative(root, file));
      if (errors.isEmpty()) {
        publish(aside, home);
      }
      return errors;
    } finally {
      Folders.delete(aside);
    }
  }

  private static void publish(Path aside, Path home) throws IOException {
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another process has just published the same content under the same key.
    }
  }

  private static String key(
      Path root, SortedSet<String> sources, SourceRoots roots, List<Path> libraries) {
    Key key =
        new Key("javac-1").add(Runtime.version().toString()).add(roots.roots().toString());
    try {
      for (Path library : libraries) {
        key.add(library.toString()).add(Files.getLastModifiedTime(library).toString());
      }
      for (String source : sources) {
        key.add(source).add(Files.readAllBytes(root.resolve(source)));
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot read the sources below " + root, e);
    }
    return key.hex();
  }

  private static String relative(Path root, JavaFileObject file) {
    Path path = Path.of(file.toUri());
    return path.startsWith(root)
        ? root.relativize(path).toString().replace('\\', '/')
        : path.toString();
  }

  private static String log(List<Diagnostic> errors) {
    return errors.stream().map(Diagnostic::toString).collect(Collectors.joining("\n", "", "\n"));
  }
}
