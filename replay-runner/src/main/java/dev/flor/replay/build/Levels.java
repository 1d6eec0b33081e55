package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What javac says of a language level that it does not know, in words that help. */
public final class Levels {
  private static final Pattern UNKNOWN = Pattern.compile(
      "(?i)(?:release version|source option|target option) (\\S+?) (?:is no longer supported|not supported).*"
          + "|invalid (?:source|target) release: (\\S+).*");

  private static final Pattern LEVEL = Pattern.compile("(?:1\\.)?(\\d{1,3})");

  private static final List<String> OPTIONS = List.of("--release", "-source", "--source");

  /** The oldest language that every javac of today knows. */
  private static final int OLDEST = 8;

  private Levels() {}

  /** The newest language of a tree's modules, where all say which, and this JDK's javac knows it. */
  public static Optional<Integer> of(BuildModel model) {
    int newest = 0;
    for (BuildModel.Module module : model.modules()) {
      int level = of(module.options());
      if (level == 0 && !module.sources().isEmpty()) {
        return Optional.empty();
      }
      newest = Math.max(newest, level);
    }
    boolean known = newest > 0 && newest <= Runtime.version().feature();
    return known ? Optional.of(Math.max(OLDEST, newest)) : Optional.empty();
  }

  private static int of(List<String> options) {
    for (int i = 0; i + 1 < options.size(); i++) {
      Matcher level = LEVEL.matcher(options.get(i + 1));
      if (OPTIONS.contains(options.get(i)) && level.matches()) {
        return Integer.parseInt(level.group(1));
      }
    }
    return 0;
  }

  /** The errors; but only the one about the level where there is one. */
  static List<Diagnostic> explained(List<Diagnostic> errors, Optional<Path> jdk) {
    return errors.stream()
        .map(error -> UNKNOWN.matcher(error.message()))
        .filter(Matcher::matches)
        .findFirst()
        .map(level -> List.of(explained(level, jdk)))
        .orElse(errors);
  }

  private static Diagnostic explained(Matcher level, Optional<Path> jdk) {
    String wanted = level.group(1) != null ? level.group(1) : level.group(2);
    String compiler = jdk.map(Path::toString).orElse("JDK " + Runtime.version().feature());
    return new Diagnostic(
        "",
        1,
        1,
        "this version is written in Java " + wanted + ", which " + compiler
            + " does not compile: name a JDK for its commits under [[jdk]] in flor.toml");
  }
}
