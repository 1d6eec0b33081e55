package dev.flor.propagator;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Asks the JDK's compiler, on sources held in memory; an error that either version has anyway is not new. */
final class JavacCheck implements CompileCheck {
  private final SourceTree latest;
  private final Map<SortedMap<String, String>, List<Diagnostic>> memory = new LinkedHashMap<>();

  JavacCheck(SourceTree latest) {
    this.latest = latest;
  }

  @Override
  public List<Diagnostic> newErrors(SourceTree older, SortedMap<String, Patch> patches) {
    SortedMap<String, String> after = all(older);
    patches.forEach((path, patch) -> after.put(path, patch.apply()));
    List<Diagnostic> errors = errors(after);
    if (errors.isEmpty()) {
      return errors;
    }
    Set<String> known = new TreeSet<>();
    errors(all(older)).forEach(error -> known.add(error.message()));
    errors(all(latest)).forEach(error -> known.add(error.message()));
    return errors.stream().filter(error -> !known.contains(error.message())).toList();
  }

  /** Each set of sources is compiled once. */
  private synchronized List<Diagnostic> errors(SortedMap<String, String> sources) {
    return memory.computeIfAbsent(sources, JavacCheck::compiled);
  }

  private static SortedMap<String, String> all(SourceTree tree) {
    SortedMap<String, String> texts = new TreeMap<>();
    tree.files().forEach(path -> texts.put(path, tree.read(path).orElseThrow()));
    return texts;
  }

  private static List<Diagnostic> compiled(SortedMap<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((path, text) -> files.add(new Text(path, text)));
    Libraries.sources().forEach((path, text) -> files.add(new Text(path, text)));
    try (JavaFileManager standard =
            compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
        JavaFileManager discarding = new Discarding(standard)) {
      // Where javac cannot parse, it would go on with what it makes of the rest.
      List<String> options = List.of("-proc:none", "-implicit:none", "-Xmaxerrs", "10000");
      JavacTask parsing =
          (JavacTask) compiler.getTask(new StringWriter(), discarding, found, options, null, files);
      parsing.parse();
      if (found.getDiagnostics().stream()
          .noneMatch(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)) {
        List<String> all = new ArrayList<>(options);
        all.add("--should-stop=ifError=FLOW");
        compiler
            .getTask(new StringWriter(), discarding, found, all, null, files)
            .call();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(JavacCheck::diagnostic)
        .toList();
  }

  private static Diagnostic diagnostic(javax.tools.Diagnostic<? extends JavaFileObject> error) {
    String path =
        error.getSource() == null ? "" : error.getSource().toUri().getPath().substring(1);
    return new Diagnostic(
        path,
        (int) error.getLineNumber(),
        (int) error.getColumnNumber(),
        error.getMessage(Locale.ROOT));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String path, String text) {
      super(URI.create("mem:///" + path.replace(" ", "%20")), Kind.SOURCE);
      this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }

  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
    Discarding(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        javax.tools.FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///out/" + className + ".class"), kind) {
        @Override
        public java.io.OutputStream openOutputStream() {
          return java.io.OutputStream.nullOutputStream();
        }
      };
    }
  }
}
