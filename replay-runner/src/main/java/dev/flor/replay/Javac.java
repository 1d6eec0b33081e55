package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.propagator.Diagnostic;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's compiler, called in this process. */
final class Javac {
  /** No annotation processors, every error and not the first hundred, attribution even where a class is missing. */
  static final List<String> ALWAYS = List.of(
      "-proc:none",
      "-Xmaxerrs",
      "100000",
      "-nowarn",
      "--should-stop=ifError=FLOW",
      "-encoding",
      "UTF-8",
      "-g");

  private Javac() {}

  static JavaCompiler compiler() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new NoCompilerException();
    }
    return compiler;
  }

  /** Compiles and returns the errors, in javac's order; empty when it compiles. */
  static List<Diagnostic> errors(
      JavaFileManager files,
      List<String> options,
      Iterable<? extends JavaFileObject> units,
      Function<JavaFileObject, String> path) {
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(options);
    StringWriter chatter = new StringWriter();
    boolean compiled =
        compiler().getTask(chatter, files, heard, all, null, units).call();
    List<Diagnostic> errors = new ArrayList<>();
    for (javax.tools.Diagnostic<? extends JavaFileObject> one : heard.getDiagnostics()) {
      if (one.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        errors.add(diagnostic(one, path));
      }
    }
    if (!compiled && errors.isEmpty()) {
      errors.add(new Diagnostic("", 1, 1, "javac failed: " + chatter.toString().strip()));
    }
    return errors;
  }

  private static Diagnostic diagnostic(
      javax.tools.Diagnostic<? extends JavaFileObject> one, Function<JavaFileObject, String> path) {
    String file = one.getSource() == null ? "" : path.apply(one.getSource());
    return new Diagnostic(
        file,
        (int) Math.max(1, one.getLineNumber()),
        (int) Math.max(1, one.getColumnNumber()),
        message(one));
  }

  /** In one line. */
  static String message(javax.tools.Diagnostic<? extends JavaFileObject> one) {
    return one.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", "; ");
  }

  /** flor runs on a Java without a compiler. */
  static final class NoCompilerException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoCompilerException() {
      super(
          "this Java has no compiler",
          "run flor with a JDK, not a JRE: set JAVA_HOME to a JDK 17 or newer");
    }
  }
}
