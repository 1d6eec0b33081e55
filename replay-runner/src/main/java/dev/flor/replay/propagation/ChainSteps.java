package dev.flor.replay.propagation;

import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.propagator.Memo;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Sighting;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.Key;
import dev.flor.replay.propagation.Question.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Single steps of chains, each taken once: a statement of one version into another, whether or not that compiles. For several threads. */
final class ChainSteps {
  private static final int TREES = 200;
  private static final long CHARACTERS = 20_000_000;
  private static final int STEPS = 10_000;

  private final Function<Version, VersionTree> versions;
  private final KnownTree latest;
  private final KnownSources known;
  private final KeptResults kept;
  private final Memo<String, KnownTree> trees = new Memo<>(TREES, tree -> 1);
  private final Memo<String, Optional<Standing>> standings =
      new Memo<>(CHARACTERS, standing -> standing.map(Standing::characters).orElse(1L));

  private final Memo<Step, Carried> taken = new Memo<>(STEPS, step -> 1);

  /** From a waypoint to a version; {@code moved} is the path there, or empty. */
  private record Step(String from, Probe probe, String to, String moved) {}

  /** A version with a statement in it, and the statement. */
  private record Standing(SourceTree tree, Probe probe, long characters) {}

  ChainSteps(
      Function<Version, VersionTree> versions,
      KnownTree latest,
      KnownSources known,
      KeptResults kept) {
    this.versions = versions;
    this.latest = latest;
    this.known = known;
    this.kept = kept;
  }

  KnownTree tree(Version version) {
    return trees.of(version.id(), () -> new KnownTree(versions.apply(version), known));
  }

  Waypoint start(Probe probe) {
    return Waypoint.start(probe, latest);
  }

  /** What becomes of a statement in another version; {@code moved} is its file's path there, if that is another one. */
  Carried step(Waypoint from, KnownTree to, Optional<String> moved, StatementCarrier carrier) {
    String under = new Key("step").add(from.key()).add(moved.orElse("")).hex();
    return kept.known(
        under,
        List.of(from.probe()),
        latest,
        to,
        trace -> Carried.of(carrier.pass(
            new Sighting(from.probe(), asked(from, trace), moved),
            new RecordedTree(Side.OLDER, to, trace))));
  }

  /** The same, into a version that many ways lead through: it is not even looked up again. */
  Carried shared(Waypoint from, Version to, Optional<String> moved, StatementCarrier carrier) {
    return taken.of(
        new Step(from.key(), from.probe(), to.id(), moved.orElse("")),
        () -> step(from, tree(to), moved, carrier));
  }

  /** The version of a waypoint, which its key tells all of; but for latest, which is asked like any other. */
  SourceTree asked(Waypoint from, Trace trace) {
    return from.isStart() ? new RecordedTree(Side.LATEST, latest, trace) : from.tree();
  }

  /** Where a step has led to; empty if nowhere. */
  Optional<Waypoint> arrived(Waypoint from, Carried step, Version version) {
    Placement placement = step.placements().get(0);
    if (placement instanceof Placement.Refused) {
      return Optional.empty();
    }
    String key = key(from, step, version);
    return standings
        .of(key, () -> standing(from.probe(), step, tree(version)))
        .map(standing -> from.next(key, version, standing.tree(), standing.probe(), placement));
  }

  private static String key(Waypoint from, Carried step, Version version) {
    Key key = new Key("waypoint").add(version.id()).add(from.probe().text());
    String place = step.placements()
        .get(0)
        .fold(
            in -> "in " + in.file() + ":" + in.line(),
            present -> "present " + present.file() + ":" + present.line(),
            no -> "");
    key.add(place);
    step.edits().forEach((path, edits) -> {
      key.add(path);
      edits.forEach(edit -> key.add(edit.span() + " " + edit.text()));
    });
    return key.hex();
  }

  private static Optional<Standing> standing(Probe probe, Carried step, KnownTree tree) {
    SourceTree rewritten =
        Carried.joined(step.placements(), List.of(step), tree).rewritten(tree);
    Placement placement = step.placements().get(0);
    String file =
        placement.fold(Placement.Inserted::file, Placement.Present::file, Placement.Refused::file);
    int line =
        placement.fold(Placement.Inserted::line, Placement.Present::line, Placement.Refused::line);
    return Probes.placed(rewritten, probe, file, line)
        .map(placed ->
            new Standing(rewritten, placed, rewritten.read(file).orElse("").length()));
  }
}
