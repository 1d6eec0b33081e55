package dev.flor.propagator.metamorphic;

import dev.flor.propagator.metamorphic.Verdict.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts verdicts per refactoring and direction, and lays them out as a table. */
final class Tally {
  private final Map<String, Map<Kind, Integer>> rows = new LinkedHashMap<>();
  private final Map<Kind, Integer> all = new EnumMap<>(Kind.class);

  void add(Instance instance, Verdict verdict) {
    rows.computeIfAbsent(
            instance.refactoring() + " | "
                + (instance.direction() == Instance.Direction.OLDER_HAS_IT ? "older" : "latest"),
            key -> new EnumMap<>(Kind.class))
        .merge(verdict.kind(), 1, Integer::sum);
    all.merge(verdict.kind(), 1, Integer::sum);
  }

  int count() {
    return sum(all);
  }

  int count(Kind kind) {
    return all.getOrDefault(kind, 0);
  }

  int wrong() {
    return wrong(all);
  }

  double share(int part) {
    return 100.0 * part / Math.max(1, count());
  }

  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| refactoring | which version has it | n | right % | refused % | wrong % | place | names | unbound or unparsable |");
    lines.add("|---|---|---:|---:|---:|---:|---:|---:|---:|");
    rows.forEach((name, counts) -> lines.add(line(name, counts)));
    lines.add(line("all | both", all));
    return lines;
  }

  private static String line(String name, Map<Kind, Integer> counts) {
    int n = sum(counts);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.1f | %d | %d | %d |",
        name,
        n,
        100.0 * counts.getOrDefault(Kind.RIGHT, 0) / n,
        100.0 * counts.getOrDefault(Kind.REFUSED, 0) / n,
        100.0 * wrong(counts) / n,
        counts.getOrDefault(Kind.WRONG_PLACE, 0),
        counts.getOrDefault(Kind.WRONG_NAMES, 0),
        counts.getOrDefault(Kind.UNBOUND, 0) + counts.getOrDefault(Kind.UNPARSABLE, 0));
  }

  private static int sum(Map<Kind, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  private static int wrong(Map<Kind, Integer> counts) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().wrong())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
