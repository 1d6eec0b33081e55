package dev.flor.cli.propagate;

import dev.flor.cli.io.Json;
import dev.flor.cli.io.Outputs;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.check.JavacCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code flor propagate --from DIR --onto DIR}: one folder onto another, without git. */
final class TreePropagation {
  private final FolderTree latest;
  private final FolderTree older;

  TreePropagation(Path from, Path onto) {
    this.latest = new FolderTree(from);
    this.older = new FolderTree(onto);
  }

  SourceTree latest() {
    return latest;
  }

  /** What of the folders was left out. */
  List<String> notes() {
    return Stream.concat(latest.skipped().stream(), older.skipped().stream())
        .distinct()
        .map(skipped -> "note: " + skipped + " (left out)")
        .toList();
  }

  Propagation carry(List<Probe> probes, boolean explain) {
    Propagator propagator = new Propagator(JavacCheck.ofSources(latest));
    return (explain ? propagator.explaining() : propagator).carry(probes, latest, older);
  }

  /** Writes the changed files, and only these, under {@code out}. */
  void write(Propagation propagation, Path out) {
    propagation
        .texts()
        .forEach((path, text) -> Outputs.write(out.resolve(path), older.encoded(path, text)));
  }

  static String json(Propagation propagation) {
    return Json.text(PlacementReport.entries(propagation)) + "\n";
  }
}
