package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.SourceRoots;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the class to start in a version, whose name may have been another then. */
final class MainClass {
  private static final Pattern MAIN =
      Pattern.compile("\\bstatic\\s+(final\\s+)?void\\s+main\\s*\\(\\s*(final\\s+)?String");

  private MainClass() {}

  /**
   * The wanted class where the version has it; else the one of that simple name; else the only class with a
   * main method.
   */
  static Optional<String> find(Optional<String> wanted, SourceTree sources, SourceRoots roots) {
    Optional<String> named = wanted.flatMap(name -> named(name, sources, roots));
    SortedSet<String> runnable = runnable(sources, roots);
    return named.or(() -> runnable.size() == 1 ? Optional.of(runnable.first()) : Optional.empty());
  }

  /** The class of that name, or else the only one of that simple name. */
  static Optional<String> named(String wanted, SourceTree sources, SourceRoots roots) {
    SortedSet<String> runnable = runnable(sources, roots);
    if (runnable.contains(wanted)) {
      return Optional.of(wanted);
    }
    List<String> namesakes =
        runnable.stream().filter(other -> simple(other).equals(simple(wanted))).toList();
    return namesakes.size() == 1 ? Optional.of(namesakes.get(0)) : Optional.empty();
  }

  /** The classes below the source roots whose file declares a main method. */
  static SortedSet<String> runnable(SourceTree sources, SourceRoots roots) {
    TreeSet<String> names = new TreeSet<>();
    for (String file : roots.sources(sources.files())) {
      if (sources.read(file).filter(text -> MAIN.matcher(text).find()).isPresent()) {
        String path = roots.belowRoot(file);
        names.add(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
      }
    }
    return names;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** No class, or several, could be started. */
  static final class NoMainClassException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoMainClassException(Optional<String> wanted, SortedSet<String> runnable) {
      super(
          wanted
              .map(name -> "there is no class " + name + " with a main method")
              .orElse(
                  runnable.isEmpty()
                      ? "no class with a main method was found"
                      : "several classes have a main method"),
          runnable.isEmpty()
              ? "set `main` under [run] and `sources` under [build] in flor.toml"
              : "set `main` under [run] in flor.toml to one of: "
                  + String.join(", ", new TreeSet<>(runnable)));
    }
  }
}
