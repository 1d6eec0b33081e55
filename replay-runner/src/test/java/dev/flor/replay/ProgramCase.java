package dev.flor.replay;

import dev.flor.testdata.CaseFile;
import dev.flor.testdata.Cases;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small program of {@code testdata/cases/replay}. A line that begins with {@code +} is a probe: the latest version has it, the one
 * that was recorded has not. A case called {@code trap-...} is a program that may not simply be resumed; one called {@code doubt-...} might be,
 * and is executed because that is not known. What stands below {@code library/} is in a jar.
 */
record ProgramCase(CaseFile file) {
  private static final Pattern LOGGED = Pattern.compile("(?m)^\\+.*?Flor\\.log\\(\"(\\w+)\"");

  private static final String LIBRARY = "library/";

  static List<ProgramCase> all() {
    return Cases.in("replay").stream().map(ProgramCase::new).toList();
  }

  boolean isTrap() {
    return file.name().startsWith("trap-");
  }

  boolean mayBeResumed() {
    return !isTrap() && !file.name().startsWith("doubt-");
  }

  /** The names that only the probes log. */
  List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String text : sources().values()) {
      Matcher logged = LOGGED.matcher(text);
      while (logged.find()) {
        names.add(logged.group(1));
      }
    }
    return List.copyOf(names);
  }

  void writeOlder(Training training) {
    if (!library().isEmpty()) {
      LibraryJar.write(library(), training.repository.root().resolve("lib/library.jar"));
    }
    sources()
        .forEach((path, text) -> training.repository.write(
            path,
            text.lines()
                .filter(line -> !line.startsWith("+"))
                .collect(Collectors.joining("\n", "", "\n"))));
  }

  void writeLatest(Training training) {
    sources()
        .forEach((path, text) -> training.repository.write(path, text.replaceAll("(?m)^\\+", " ")));
  }

  String expected() {
    return file.sections().getOrDefault("expect", "");
  }

  private Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>(file.sections());
    sources.keySet().removeIf(name -> !name.endsWith(".java") || name.startsWith(LIBRARY));
    return sources;
  }

  /** The sources of a library that the program has as a jar only, by their paths. */
  private Map<String, String> library() {
    Map<String, String> sources = new TreeMap<>();
    file.sections().forEach((name, text) -> {
      if (name.startsWith(LIBRARY)) {
        sources.put(name.substring(LIBRARY.length()), text);
      }
    });
    return sources;
  }

  @Override
  public String toString() {
    return file.name();
  }
}
