package dev.flor.cli;

import dev.flor.FlorException;
import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** {@code flor propagate --from DIR --onto DIR}: one folder onto another, without git. */
final class TreePropagation {
  private final FolderTree latest;
  private final FolderTree older;

  TreePropagation(Path from, Path onto) {
    this.latest = new FolderTree(from);
    this.older = new FolderTree(onto);
  }

  /** The named statements, those at the places given, or all log statements if neither is said. */
  List<Probe> probes(List<String> names, List<String> places, PrintStream err) {
    List<Probe> probes = new ArrayList<>();
    places.forEach(place -> probes.add(at(place)));
    if (!names.isEmpty() || places.isEmpty()) {
      ProbeScan scan = names.isEmpty()
          ? Probes.findAll(latest)
          : Probes.named(latest, new LinkedHashSet<>(names));
      scan.unreadable().forEach(bad -> err.println("note: " + bad + " (file left out)"));
      probes.addAll(scan.probes());
    }
    if (probes.isEmpty()) {
      throw new NoStatementException(
          names.isEmpty() ? "no Flor.log statement" : "no Flor.log of " + String.join(", ", names));
    }
    return probes;
  }

  Propagation carry(List<Probe> probes) {
    return new Propagator(CompileCheck.NONE).carry(probes, latest, older);
  }

  /** Writes the changed files, and only these, under {@code out}. */
  void write(Propagation propagation, Path out) {
    propagation
        .texts()
        .forEach((path, text) -> Outputs.write(out.resolve(path), older.encoded(path, text)));
  }

  static String json(Propagation propagation) {
    List<Placement> placements = propagation.placements();
    return Json.text(placements.stream().map(PlacementReport::entry).toList()) + "\n";
  }

  private Probe at(String place) {
    int colon = place.lastIndexOf(':');
    Optional<Integer> line = colon < 0 ? Optional.empty() : number(place.substring(colon + 1));
    if (line.isEmpty()) {
      throw new UsageException("--at " + place + " is not FILE:LINE", "such as --at a/B.java:12");
    }
    String file = place.substring(0, colon).replace('\\', '/');
    if (!latest.files().contains(file)) {
      throw new UsageException(
          "--at " + place + ": there is no such file below --from",
          DidYouMean.among(latest.files(), file)
              .map(near -> "did you mean " + near + "?")
              .orElse("FILE is relative to the folder that --from names"));
    }
    return Probes.at(latest, file, line.get())
        .orElseThrow(() -> new NoStatementException("no statement at " + place));
  }

  private static Optional<Integer> number(String digits) {
    return digits.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  /** There is no statement that could be carried. */
  static final class NoStatementException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoStatementException(String what) {
      super(
          "there is " + what + " in the latest version",
          "add the statement to the latest code first; --at FILE:LINE names any statement");
    }
  }
}
