package dev.flor.bench;

import dev.flor.propagator.Placement;
import dev.flor.propagator.Placement.Inserted;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.replay.check.JavacCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Carries one statement at a time; keeps the trees of the last task for the next. */
final class Carrier {
  private final Path texts;
  private Propagator propagator;
  private Opened latest = new Opened("", null);
  private Opened older = new Opened("", null);

  private record Opened(String root, SourceFolder folder) {
    Opened at(String wanted) throws IOException {
      return wanted.equals(root) ? this : new Opened(wanted, new SourceFolder(Path.of(wanted)));
    }
  }

  Carrier(Path texts) {
    this.texts = texts;
  }

  CarryResult carry(CarryTask task) throws IOException {
    if (!latest.root().equals(task.sourceRoot())) {
      latest = latest.at(task.sourceRoot());
      propagator = new Propagator(JavacCheck.ofSources(latest.folder()));
    }
    older = older.at(task.targetRoot());
    long begun = System.nanoTime();
    Optional<Probe> probe = Probes.at(latest.folder(), task.sourceFile(), task.line());
    if (probe.isEmpty()) {
      return skipped(task, "no statement on this line", begun);
    }
    Propagation carried = propagator.carry(List.of(probe.get()), latest.folder(), older.folder());
    Placement placement = carried.placements().get(0);
    if (!(placement instanceof Inserted inserted)) {
      return skipped(task, why(placement), begun);
    }
    String text = carried.texts().get(inserted.file());
    double millis = millis(begun);
    Path file = texts.resolve(task.id() + ".java");
    Files.writeString(file, text, older.folder().charset(inserted.file()));
    return new CarryResult(
        task.id(), "inserted", inserted.file(), file.toString(), inserted.explanation(), millis);
  }

  private static String why(Placement placement) {
    return placement.fold(
        inserted -> "inserted",
        present -> "present at " + present.file() + ":" + present.line(),
        refused -> refused.reason().id() + " at " + refused.file() + ":" + refused.line() + ": "
            + refused.detail());
  }

  private static CarryResult skipped(CarryTask task, String reason, long begun) {
    return new CarryResult(task.id(), "skipped", null, null, reason, millis(begun));
  }

  private static double millis(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e4) / 100.0;
  }
}
