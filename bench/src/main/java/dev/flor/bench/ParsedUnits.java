package dev.flor.bench;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses each Java file below a folder with javac's parser, which is not flor's, for {@code bench/untouched}. Prints what is wrong, and then how many there were. */
final class ParsedUnits {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final int AT_ONCE = 100;

  private ParsedUnits() {}

  /** The folder. Exits with 1 if a file does not parse. */
  public static void main(String... args) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(Path.of(args[0]))) {
      files = below.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    long wrong = 0;
    try (StandardJavaFileManager manager =
        JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      for (int from = 0; from < files.size(); from += AT_ONCE) {
        wrong += unparsed(manager, files.subList(from, Math.min(files.size(), from + AT_ONCE)));
      }
    }
    System.out.println(files.size() + " units, " + wrong + " do not parse");
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static long unparsed(StandardJavaFileManager manager, List<Path> files)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) JAVAC.getTask(
        null,
        manager,
        found,
        List.of("-proc:none", "-Xmaxerrs", "0"),
        null,
        manager.getJavaFileObjectsFromPaths(files));
    task.parse();
    List<Diagnostic<? extends JavaFileObject>> errors = found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .toList();
    errors.forEach(System.out::println);
    return errors.stream().map(Diagnostic::getSource).distinct().count();
  }
}
