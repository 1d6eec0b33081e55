package dev.flor.propagator.fuzz;

import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Placement.Inserted;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One latest and one older text: everything in the one is carried to the other. */
record Trial(String latest, String older) {
  private static final String FILE = "A.java";
  private static final Propagator PROPAGATOR = new Propagator(CompileCheck.NONE);
  private static final int PROBES = 2;

  /** What came of it, in one word each: the outcome of each statement. Throws what must never be thrown. */
  List<String> outcomes(int line) {
    SourceTree from = tree(latest);
    SourceTree to = tree(older);
    List<Probe> probes =
        new ArrayList<>(Probes.findAll(from).probes().stream().limit(PROBES).toList());
    Optional<Probe> other = line == 0 ? Optional.empty() : Probes.at(from, FILE, line);
    other
        .filter(o -> probes.stream().noneMatch(p -> p.span().equals(o.span())))
        .ifPresent(probes::add);
    Propagation carried = PROPAGATOR.carry(probes, from, to);
    // an error in a member that nothing goes into is not looked for (ADR 6)
    boolean parsed = SyntaxTree.parse(older).parsed().isPresent();
    carried.texts().forEach((path, text) -> {
      if (parsed && SyntaxTree.parse(text).parsed().isEmpty()) {
        throw new IllegalStateException("what was inserted does not parse");
      }
    });
    return carried.placements().stream().map(Trial::word).toList();
  }

  private static String word(Placement placement) {
    return placement.fold(
        Trial::inserted,
        present -> "present",
        refused -> "refused: " + refused.reason().id());
  }

  private static String inserted(Inserted inserted) {
    return inserted.line() > 0 ? "inserted" : "inserted nowhere";
  }

  private static SourceTree tree(String text) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(FILE, text);
    return SourceTree.of(files);
  }
}
