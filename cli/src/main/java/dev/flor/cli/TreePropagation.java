package dev.flor.cli;

import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import java.nio.file.Path;
import java.util.List;

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

  Propagation carry(List<Probe> probes, boolean explain) {
    Propagator propagator = new Propagator(CompileCheck.NONE);
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
