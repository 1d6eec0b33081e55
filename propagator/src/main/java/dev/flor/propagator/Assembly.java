package dev.flor.propagator;

import dev.flor.propagator.Outcome.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the loads of all probes together, and leaves out those with which the older version does not compile. */
final class Assembly {
  private final CompileCheck check;
  private final SourceTree older;
  private final Map<Load, Diagnostic> failed = new LinkedHashMap<>();
  private boolean whole = true;
  private List<Load> lastLoads = List.of();
  private SortedMap<String, Rewriting> lastRewritten = new TreeMap<>();

  Assembly(CompileCheck check, SourceTree older) {
    this.check = check;
    this.older = older;
  }

  Propagation assemble(List<Outcome> outcomes) {
    List<Load> sound = sound(outcomes.stream().flatMap(o -> o.load().stream()).toList());
    SortedMap<String, Rewriting> rewritten = rewrite(sound);
    List<Placement> placements = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      placements.add(outcome
          .placement()
          .map(placement -> moved(placement, rewritten))
          .orElseGet(() -> settle(outcome.load().orElseThrow(), rewritten)));
    }
    SortedMap<String, Patch> patches = new TreeMap<>();
    rewritten.forEach((path, rewriting) -> patches.put(path, rewriting.edits()));
    return new Propagation(placements, patches);
  }

  /** Whether nothing was left out of what was assembled. */
  boolean isWhole() {
    return whole;
  }

  /** What is present may stand further down now. */
  private static Placement moved(Placement placement, SortedMap<String, Rewriting> rewritten) {
    if (placement instanceof Placement.Present present && rewritten.containsKey(present.file())) {
      int line = rewritten.get(present.file()).moved(present.line());
      return new Placement.Present(present.probe(), present.file(), line);
    }
    return placement;
  }

  private Placement settle(Load load, SortedMap<String, Rewriting> rewritten) {
    Diagnostic error = failed.get(load);
    if (error != null) {
      return new Placement.Refused(
          load.probe(), Refusal.DOES_NOT_COMPILE, load.file(), load.nearLine(), error.toString());
    }
    Cargo cargo = load.cargo();
    int line = rewritten.get(load.file()).line(load.key()) + load.linesDown();
    return new Placement.Inserted(
        load.probe(),
        load.file(),
        line,
        cargo.renames(),
        cargo.carried(),
        cargo.warnings(),
        load.score(),
        load.explanation());
  }

  /** All, if they go together; else those that go alone, as far as they go together. */
  private List<Load> sound(List<Load> loads) {
    whole = loads.isEmpty() || error(loads).isEmpty();
    if (whole) {
      return loads;
    }
    List<Load> alone = loads.stream().filter(load -> passes(load, List.of())).toList();
    if (error(alone).isEmpty()) {
      return alone;
    }
    List<Load> together = new ArrayList<>();
    for (Load load : alone) {
      if (passes(load, together)) {
        together.add(load);
      }
    }
    return together;
  }

  private boolean passes(Load load, List<Load> others) {
    List<Load> all = new ArrayList<>(others);
    all.add(load);
    Optional<Diagnostic> error = error(all);
    error.ifPresent(e -> failed.put(load, e));
    return error.isEmpty();
  }

  /** The first reason why these cannot all go in. */
  private Optional<Diagnostic> error(List<Load> loads) {
    SortedMap<String, Rewriting> rewritten = rewrite(loads);
    SortedMap<String, Patch> patches = new TreeMap<>();
    for (Map.Entry<String, Rewriting> file : rewritten.entrySet()) {
      if (!file.getValue().parses()) {
        return Optional.of(new Diagnostic(
            file.getKey(), 1, 1, "with the statement in it, the file does not parse"));
      }
      patches.put(file.getKey(), file.getValue().edits());
    }
    return patches.isEmpty()
        ? Optional.empty()
        : check.newErrors(older, patches).stream().findFirst();
  }

  private SortedMap<String, Rewriting> rewrite(List<Load> loads) {
    if (!loads.equals(lastLoads)) {
      lastRewritten = rewritten(loads);
      lastLoads = loads;
    }
    return lastRewritten;
  }

  private static SortedMap<String, Rewriting> rewritten(List<Load> loads) {
    SortedMap<String, Map<Object, Piece>> byFile = new TreeMap<>();
    for (Load load : loads) {
      for (Piece piece : load.cargo().pieces()) {
        byFile
            .computeIfAbsent(piece.unit().path(), p -> new LinkedHashMap<>())
            .putIfAbsent(piece.key(), piece);
      }
    }
    SortedMap<String, Rewriting> rewritten = new TreeMap<>();
    byFile.forEach((path, pieces) -> {
      Unit unit = pieces.values().iterator().next().unit();
      rewritten.put(path, new Rewriting(unit, List.copyOf(pieces.values())));
    });
    return rewritten;
  }
}
