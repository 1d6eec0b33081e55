package dev.flor.replay.build;

import dev.flor.FlorException;
import dev.flor.propagator.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's compiler, called in this process. */
public final class Javac {
  /** Every error and not the first hundred, attribution even where a class is missing. */
  static final List<String> MANY_ERRORS =
      List.of("-Xmaxerrs", "100000", "-nowarn", "--should-stop=ifError=FLOW");

  /** The same without annotation processors. */
  public static final List<String> ALWAYS = Stream.concat(
          MANY_ERRORS.stream(), Stream.of("-proc:none", "-encoding", "UTF-8", "-g"))
      .toList();

  private Javac() {}

  public static JavaCompiler compiler() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new NoCompilerException();
    }
    return compiler;
  }

  /** The errors among what was heard, in javac's order. */
  static List<Diagnostic> errors(
      DiagnosticCollector<JavaFileObject> heard, Function<JavaFileObject, String> path) {
    List<Diagnostic> errors = new ArrayList<>();
    for (javax.tools.Diagnostic<? extends JavaFileObject> one : heard.getDiagnostics()) {
      if (one.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        errors.add(diagnostic(one, path));
      }
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
  public static String message(javax.tools.Diagnostic<? extends JavaFileObject> one) {
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
