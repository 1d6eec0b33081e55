package dev.flor.replay.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.flor.replay.build.Javac;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** What javac finds out about some files without making classes: errors up to those of its flow phase, and trees with types. */
final class Attribution {
  /** The oldest language that every javac of today knows: {@code _}, {@code yield} and {@code record} are names in it. */
  private static final List<String> OLD = List.of("-source", "8");

  private final Optional<Trees> trees;
  private final SortedMap<String, CompilationUnitTree> units;
  private final List<JavacFault> faults;

  private Attribution(
      Optional<Trees> trees,
      SortedMap<String, CompilationUnitTree> units,
      List<JavacFault> faults) {
    this.trees = trees;
    this.units = units;
    this.faults = faults;
  }

  /** In a known language; without one, in the newest of this javac, or in an old one if that has names where the newest has keywords. */
  static Attribution of(
      JavaFileManager files, List<JavacSources.Text> texts, Optional<Integer> level) {
    if (level.isPresent()) {
      return of(files, texts, List.of("-source", level.get().toString()));
    }
    Attribution newest = of(files, texts, List.of());
    if (newest.trees.isPresent()) {
      return newest;
    }
    Attribution old = of(files, texts, OLD);
    return old.trees.isPresent() ? old : newest;
  }

  private static Attribution of(
      JavaFileManager files, List<JavacSources.Text> texts, List<String> language) {
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(Javac.ALWAYS);
    options.add("-implicit:none");
    options.addAll(language);
    JavacTask task = (JavacTask)
        Javac.compiler().getTask(new StringWriter(), files, heard, options, null, texts);
    SortedMap<String, CompilationUnitTree> units = new TreeMap<>();
    List<JavacFault> faults = new ArrayList<>();
    boolean parsed = false;
    try {
      Iterator<JavacSources.Text> text = texts.iterator();
      for (CompilationUnitTree unit : task.parse()) {
        units.put(text.next().path(), unit);
      }
      parsed = faults(heard, texts).isEmpty();
      if (parsed) {
        task.analyze();
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot compile", e);
    } catch (IllegalStateException | AssertionError | StackOverflowError e) {
      // javac's own bugs and limits. Where it cannot read the file as it was either, the statement
      // is not to blame.
      faults.add(new JavacFault("", "crash", 0, "javac failed: " + e.getClass().getSimpleName()));
    }
    faults.addAll(faults(heard, texts));
    return new Attribution(
        parsed ? Optional.of(Trees.instance(task)) : Optional.empty(), units, faults);
  }

  /** Those in the files that were asked about. */
  private static List<JavacFault> faults(
      DiagnosticCollector<JavaFileObject> heard, List<JavacSources.Text> texts) {
    List<JavacFault> faults = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : heard.getDiagnostics()) {
      boolean asked = one.getSource() == null || texts.contains(one.getSource());
      if (asked && one.getKind() == Diagnostic.Kind.ERROR) {
        String path = one.getSource() instanceof JavacSources.Text text ? text.path() : "";
        int offset = (int) Math.max(0, one.getPosition());
        faults.add(new JavacFault(path, one.getCode(), offset, Javac.message(one)));
      }
    }
    return faults;
  }

  List<JavacFault> faults() {
    return faults;
  }

  /** Empty if the files do not parse. */
  Optional<Trees> trees() {
    return trees;
  }

  /** The tree of a file that was asked about. */
  Optional<CompilationUnitTree> unit(String path) {
    return Optional.ofNullable(units.get(path));
  }
}
