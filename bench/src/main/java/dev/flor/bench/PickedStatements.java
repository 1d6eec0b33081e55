package dev.flor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Statements for row P3, put into a clone by a rule, so that nobody chooses them: in each of the files that changed most often, but for tests, before
 * the {@code return NAME;} that stands nearest to the middle.
 */
record PickedStatements(List<String> files) {
  private static final int MANY = 10;
  private static final Pattern RETURN =
      Pattern.compile("(\\s+)return (?!true;|false;|null;|this;)([a-z]\\w+);\\s*");
  private static final Pattern END = Pattern.compile(".*[;}]\\s*");

  /** @param changed paths, one for each commit that changed it */
  static PickedStatements into(Path clone, List<String> changed) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    changed.stream()
        .filter(path -> path.endsWith(".java") && !path.toLowerCase(Locale.ROOT).contains("test"))
        .forEach(path -> counts.merge(path, 1, Integer::sum));
    List<String> order = counts.keySet().stream()
        .sorted(Comparator.comparing((String path) -> -counts.get(path))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    List<String> picked = new ArrayList<>();
    for (String path : order) {
      if (picked.size() < MANY && insert(clone.resolve(path), picked.size() + 1)) {
        picked.add(path);
      }
    }
    return new PickedStatements(List.copyOf(picked));
  }

  private static boolean insert(Path file, int number) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    Optional<Integer> at = IntStream.range(1, lines.size())
        .filter(i -> RETURN.matcher(lines.get(i)).matches()
            && END.matcher(lines.get(i - 1)).matches())
        .boxed()
        .min(Comparator.comparing((Integer i) -> Math.abs(i - lines.size() / 2))
            .thenComparing(Comparator.naturalOrder()));
    if (at.isEmpty()) {
      return false;
    }
    Matcher found = RETURN.matcher(lines.get(at.get()));
    if (!found.matches()) {
      throw new IllegalStateException("the line changed: " + lines.get(at.get()));
    }
    lines.add(
        at.get(),
        found.group(1) + "dev.flor.Flor.log(\"p" + number + "\", " + found.group(2) + ");");
    Files.write(file, lines, StandardCharsets.ISO_8859_1);
    return true;
  }
}
