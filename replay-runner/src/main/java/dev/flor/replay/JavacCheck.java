package dev.flor.replay;

import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Compiles just the rewritten files against the rest of their version, in memory. Errors that the version
 * has anyway (an unresolved library, say) are not held against a probe: only those it brings count.
 */
final class JavacCheck implements CompileCheck {
  private final ProjectConfig.Build build;
  private final List<Path> classpath;

  /**
   * @param build the version's own source folders
   * @param classpath the libraries the version compiles against, the runtime among them
   */
  JavacCheck(ProjectConfig.Build build, List<Path> classpath) {
    this.build = build;
    this.classpath = List.copyOf(classpath);
  }

  @Override
  public List<Diagnostic> newErrors(SourceTree older, SortedMap<String, String> rewritten) {
    List<Diagnostic> after = errors(older, rewritten, rewritten);
    if (after.isEmpty()) {
      return after;
    }
    SortedMap<String, String> before = new TreeMap<>();
    rewritten.keySet().forEach(path -> older.read(path).ifPresent(text -> before.put(path, text)));
    // Once more is not new: where a logger cannot be resolved, each statement with it is an error.
    List<Diagnostic> known = errors(older, before, before);
    MissingLibraries missing = MissingLibraries.of(older, rewritten.values(), after);
    return after.stream()
        .filter(error -> !missing.explain(error))
        .filter(error -> known.stream()
            .noneMatch(
                old -> error.path().equals(old.path()) && error.message().equals(old.message())))
        .toList();
  }

  private List<Diagnostic> errors(
      SourceTree older, SortedMap<String, String> overlay, SortedMap<String, String> compiled) {
    SourceRoots roots = SourceRoots.of(build, older.files());
    SortedMap<String, JavacSources.Text> byPath = new TreeMap<>();
    List<JavaFileObject> units = new ArrayList<>();
    SortedMap<String, JavacSources.Text> all = new TreeMap<>();
    for (String file : older.files()) {
      JavacSources.Text text =
          new JavacSources.Text(file, roots.belowRoot(file), text(older, overlay, file));
      all.put(file, text);
    }
    for (String file : roots.sources(older.files())) {
      byPath.put(roots.belowRoot(file), all.get(file));
    }
    compiled.keySet().forEach(file -> units.add(all.get(file)));
    try (StandardJavaFileManager standard =
        Javac.compiler().getStandardFileManager(null, null, null)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
      return Javac.errors(
          new JavacSources(standard, byPath), List.of("-implicit:none"), units, JavacCheck::path);
    } catch (IOException e) {
      throw new WorkspaceException("cannot compile", e);
    }
  }

  private static Supplier<String> text(
      SourceTree older, SortedMap<String, String> overlay, String file) {
    String rewritten = overlay.get(file);
    return rewritten != null
        ? () -> rewritten
        : () -> older
            .read(file)
            .orElseThrow(() -> new IllegalStateException(file + " is listed and cannot be read"));
  }

  private static String path(JavaFileObject file) {
    return file instanceof JavacSources.Text text ? text.path() : file.getName();
  }
}
