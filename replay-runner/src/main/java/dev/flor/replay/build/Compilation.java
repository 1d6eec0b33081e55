package dev.flor.replay.build;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.flor.propagator.Diagnostic;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Some sources, compiled by this JDK's own compiler in this process. */
final class Compilation {
  /** From this JDK on javac runs the processors on the class path only if it is told to. */
  private static final int ASKS_FOR_PROCESSORS = 23;

  private final Path root;
  private final SortedMap<String, TreeSet<String>> classes = new TreeMap<>();
  private final SortedMap<String, TreeMap<String, String>> shapes = new TreeMap<>();

  Compilation(Path root) {
    this.root = root;
  }

  /**
   * Compiles and returns the errors; none when it compiles.
   *
   * @param sources paths below the root
   * @param output a folder that is there
   */
  List<Diagnostic> run(
      Collection<String> sources,
      List<Path> classpath,
      List<String> options,
      String encoding,
      boolean processors,
      Path output) {
    try (StandardJavaFileManager standard =
        Javac.compiler().getStandardFileManager(null, null, charset(encoding))) {
      standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
      // Without this, javac looks for sources among the classes.
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      List<Path> paths = sources.stream().map(root::resolve).toList();
      return compile(
          new Watched(standard, output),
          options(options, encoding, processors),
          standard.getJavaFileObjectsFromPaths(paths));
    } catch (IOException e) {
      throw new WorkspaceException("cannot compile into " + output, e);
    }
  }

  private static Charset charset(String encoding) {
    return Charset.isSupported(encoding) ? Charset.forName(encoding) : Charset.defaultCharset();
  }

  private static List<String> options(List<String> options, String encoding, boolean processors) {
    List<String> all = new ArrayList<>(Javac.MANY_ERRORS);
    if (!processors) {
      all.add("-proc:none");
    } else if (Runtime.version().feature() >= ASKS_FOR_PROCESSORS) {
      all.add("-proc:full");
    }
    all.addAll(List.of("-implicit:none", "-g", "-encoding", encoding));
    all.addAll(options);
    return all;
  }

  private List<Diagnostic> compile(
      JavaFileManager files, List<String> options, Iterable<? extends JavaFileObject> units) {
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    StringWriter chatter = new StringWriter();
    boolean compiled;
    try {
      JavacTask task =
          (JavacTask) Javac.compiler().getTask(chatter, files, heard, options, null, units);
      task.addTaskListener(new ShapeListener(task));
      compiled = task.call();
    } catch (IllegalArgumentException e) {
      return List.of(new Diagnostic("", 1, 1, e.getMessage().replaceFirst("^error: ", "")));
    }
    List<Diagnostic> errors = Javac.errors(heard, file -> path(file).orElse(""));
    if (!compiled && errors.isEmpty()) {
      return List.of(
          new Diagnostic("", 1, 1, "javac failed: " + chatter.toString().strip()));
    }
    return compiled ? List.of() : errors;
  }

  /** What became of each source, given the keys of their contents. */
  SortedMap<String, CompiledFiles.Compiled> compiled(SortedMap<String, String> contents) {
    SortedMap<String, CompiledFiles.Compiled> compiled = new TreeMap<>();
    contents.forEach((path, content) -> {
      Key shape = new Key("types");
      shapes.getOrDefault(path, new TreeMap<>()).values().forEach(shape::add);
      SortedSet<String> made = classes.getOrDefault(path, new TreeSet<>());
      compiled.put(path, new CompiledFiles.Compiled(content, shape.hex(), List.copyOf(made)));
    });
    return compiled;
  }

  private Optional<String> path(FileObject file) {
    Path path = Path.of(file.toUri());
    return path.startsWith(root)
        ? Optional.of(root.relativize(path).toString().replace('\\', '/'))
        : Optional.of(path.toString());
  }

  /** Notes the shape of each type as soon as it is known, before javac takes it apart. */
  private final class ShapeListener implements TaskListener {
    private final JavacTask task;

    ShapeListener(JavacTask task) {
      this.task = task;
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
        shapes
            .computeIfAbsent(path(event.getSourceFile()).orElse(""), path -> new TreeMap<>())
            .put(
                event.getTypeElement().getQualifiedName().toString(),
                Shapes.of(event.getTypeElement(), task.getElements()));
      }
    }
  }

  /** Notes which class files come from which source. */
  private final class Watched extends ForwardingJavaFileManager<JavaFileManager> {
    private final Path output;

    Watched(JavaFileManager files, Path output) {
      super(files);
      this.output = output;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      JavaFileObject file = super.getJavaFileForOutput(location, className, kind, sibling);
      if (kind == JavaFileObject.Kind.CLASS && sibling != null) {
        classes
            .computeIfAbsent(path(sibling).orElse(""), path -> new TreeSet<>())
            .add(output.relativize(Path.of(file.toUri())).toString().replace('\\', '/'));
      }
      return file;
    }
  }
}
