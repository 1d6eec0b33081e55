package dev.flor.replay.propagation;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.build.Models;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.SettingsFinder;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.propagation.PropagationWork.Refinement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Carries the latest version's log statements into older versions; those that are equal in what matters are worked out once. */
public final class VersionPropagator {
  private final History history;
  private final CheckSetups setups;
  private final boolean explain;
  private final KnownSources known = new KnownSources();
  private final KeptResults kept;
  private final StatementCarrier carrier;
  private final StatementCarrier onTheWay = new StatementCarrier(false);
  private final boolean chained;
  private Optional<Chains> chains = Optional.empty();

  /** Propagates within one repository; the caller keeps and closes {@code history}. */
  public VersionPropagator(Project project, History history, Outside outside) {
    this(project, history, outside, false);
  }

  /** The same; with {@code explain}, what is carried comes with what was considered, and no result is looked up. */
  public VersionPropagator(Project project, History history, Outside outside, boolean explain) {
    this(project, history, outside, explain, true);
  }

  /** The same; without {@code chains}, statements are carried from latest at once, and never through the versions in between. */
  public VersionPropagator(
      Project project, History history, Outside outside, boolean explain, boolean chains) {
    this.explain = explain;
    this.chained = chains;
    this.history = history;
    this.setups = new CheckSetups(
        project, new SettingsFinder(project, history, outside), new Models(project, outside));
    this.kept = KeptResults.in(project.florDir());
    this.carrier = new StatementCarrier(explain);
  }

  /** Where statements come from, and those that were asked for. */
  public record Latest(SourceTree sources, List<Probe> probes) {}

  /**
   * Where statements come from.
   *
   * @param from a revision; empty: the working tree with its uncommitted edits
   */
  public SourceTree sources(Optional<String> from) {
    Optional<Version> named = from.map(history::resolve);
    return KnownTree.latest(
        named.map(history::tree).orElseGet(history::workingTree),
        known,
        named.or(history::head),
        kept.scans());
  }

  /**
   * The statements to carry.
   *
   * @param names the logged names; empty: every log statement
   * @param from a revision; empty: the working tree with its uncommitted edits
   */
  public Latest latest(List<String> names, Optional<String> from) {
    SourceTree sources = sources(from);
    ProbeScan scan = Probes.findAll(sources);
    if (names.isEmpty()) {
      return new Latest(sources, scan.probes());
    }
    List<Probe> wanted = new ArrayList<>();
    for (String name : names) {
      List<Probe> logging = scan.probes().stream()
          .filter(probe -> probe.name().filter(name::equals).isPresent())
          .toList();
      if (logging.isEmpty()) {
        throw new NoSuchStatementException(name, scan);
      }
      wanted.addAll(logging);
    }
    return new Latest(sources, wanted);
  }

  /** The older versions that revisions and ranges name, each once, in their order. */
  public List<Version> versions(List<String> commits) {
    Map<String, Version> versions = new LinkedHashMap<>();
    for (String spec : commits) {
      history.range(spec).forEach(version -> versions.putIfAbsent(version.id(), version));
    }
    return List.copyOf(versions.values());
  }

  /** What becomes of the statements in {@code version}. */
  public VersionPropagation propagate(Latest latest, Version version) {
    return new VersionPropagation(version, carry(latest, version));
  }

  /** What becomes of the statements in each of some versions, on several threads. */
  public void propagate(
      Latest latest, List<Version> versions, int jobs, PropagationListener listener) {
    if (explain) {
      listener.planned(versions.size());
      for (Version version : versions) {
        listener.done(propagate(latest, version));
        listener.step(version.abbreviated());
      }
    } else {
      kept.using(() -> new HistoryPropagation(history, setups, known, work(latest), chains(latest))
          .run(versions, jobs, listener));
    }
  }

  /** How often statements of one file had to be carried into a version, because nothing was known that is equal in what matters. */
  public long worked() {
    return kept.worked();
  }

  private PropagationWork work(Latest latest) {
    return new PropagationWork((KnownTree) latest.sources(), latest.probes(), kept);
  }

  public synchronized Propagation carry(Latest latest, Version version) {
    try (carrier;
        onTheWay) {
      return carried(latest, version);
    }
  }

  private Propagation carried(Latest latest, Version version) {
    VersionTree tree = history.tree(version);
    KnownTree older = new KnownTree(tree, known);
    CheckSetup setup = setups.of(version, tree);
    Refinement refinement = chains(latest)
        .map(chains -> chains.in(version, older, setup, onTheWay))
        .orElse(Refinement.NONE);
    if (!explain) {
      return work(latest).carry(older, setup, carrier, refinement);
    }
    Propagation direct = work(latest).afresh(older, setup, carrier);
    Carried refined = refinement.of(latest.probes(), Carried.of(direct));
    Propagation joined = Carried.joined(refined.placements(), List.of(refined), older);
    return new Propagation(joined.placements(), joined.patches(), direct.considerations());
  }

  /** Those of the same sources are the same, for what they know already. */
  private synchronized Optional<Chains> chains(Latest latest) {
    KnownTree sources = (KnownTree) latest.sources();
    if (!chained || sources.version().isEmpty()) {
      return Optional.empty();
    }
    if (chains.filter(before -> before.isFrom(sources)).isEmpty()) {
      chains = Optional.of(new Chains(history, sources, known, kept));
    }
    return chains;
  }

  /** What counts for a version. */
  public VersionSettings settings(Version version) {
    return setups.settings(version, history.tree(version));
  }

  /** Nothing in the latest version logs the name that was asked for. */
  public static final class NoSuchStatementException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoSuchStatementException(String name, ProbeScan scan) {
      super("no statement logs \"" + name + "\" in the latest version", hint(scan));
    }

    private static String hint(ProbeScan scan) {
      TreeSet<String> known = new TreeSet<>();
      scan.probes().forEach(probe -> probe.name().ifPresent(known::add));
      if (!scan.unreadable().isEmpty()) {
        return "this file does not parse and was not searched: "
            + scan.unreadable().get(0);
      }
      return known.isEmpty()
          ? "add a statement like Flor.log(\"loss\", loss); to the program first"
          : "the latest version logs: " + String.join(", ", known);
    }
  }
}
