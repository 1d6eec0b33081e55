package dev.flor.replay;

import dev.flor.propagator.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What javac says of a language level that it does not know, in words that help. */
final class Levels {
  private static final Pattern UNKNOWN = Pattern.compile(
      "(?i)(?:release version|source option|target option) (\\S+?) (?:is no longer supported|not supported).*"
          + "|invalid (?:source|target) release: (\\S+).*");

  private Levels() {}

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
