package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.journal.RunDirectory;
import dev.flor.propagator.LoopAnalysis;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Placement;
import dev.flor.propagator.ProbeSite;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.ReplayNeeds;
import dev.flor.store.FlorStore;
import dev.flor.store.ReplayRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides, for each run of each version, the cheapest sound way to get the asked values. */
final class Planner {
  /** What starting a JVM and the program's set-up are taken to cost. */
  private static final Duration START = Duration.ofSeconds(1);

  private final Project project;
  private final History history;
  private final VersionPropagator propagator;
  private final FlorStore store;
  private final Map<String, RecordedRun> journals = new LinkedHashMap<>();

  Planner(Project project, History history, VersionPropagator propagator, FlorStore store) {
    this.project = project;
    this.history = history;
    this.propagator = propagator;
    this.store = store;
  }

  ReplayPlan plan(ReplayRequest request) {
    VersionPropagator.Latest latest = propagator.latest(request.names(), request.from());
    List<ReplayTask> tasks = new ArrayList<>();
    for (Version version : propagator.versions(request.commits())) {
      Map<String, Version> runs = runsOf(version);
      if (runs.isEmpty()) {
        tasks.add(task(request, latest, version, version, Optional.empty()));
      }
      runs.forEach((runId, snapshot) ->
          tasks.add(task(request, latest, version, snapshot, Optional.of(runId))));
    }
    return new ReplayPlan(request, Segments.split(tasks, request.jobs(), this::journal));
  }

  /** The ended recorded runs that were started from {@code version}, or whose snapshot it is. */
  private Map<String, Version> runsOf(Version version) {
    Map<String, Version> runs = new LinkedHashMap<>();
    history.runSnapshots().forEach((runId, snapshot) -> {
      boolean ofVersion =
          snapshot.id().equals(version.id()) || snapshot.parents().contains(version.id());
      if (ofVersion && directory(runId).filter(run -> !run.alive()).isPresent()) {
        runs.put(runId, snapshot);
      }
    });
    return runs;
  }

  private Optional<RunDirectory> directory(String runId) {
    return directory(project, runId);
  }

  static Optional<RunDirectory> directory(Project project, String runId) {
    return RunDirectory.all(project.florDir()).stream()
        .filter(run -> run.runId().equals(runId))
        .findFirst();
  }

  private RecordedRun journal(String runId) {
    return journals.computeIfAbsent(
        runId,
        id -> RecordedRun.read(directory(id)
            .orElseThrow(() -> new IllegalStateException("run " + id + " was listed and is gone"))
            .journal()));
  }

  private ReplayTask task(
      ReplayRequest request,
      VersionPropagator.Latest latest,
      Version version,
      Version source,
      Optional<String> baseRun) {
    Propagation propagation = propagator.carry(latest, source);
    String key = key(request, propagation, source, baseRun);
    Optional<Outcome> decided = decided(request, propagation, key, baseRun);
    if (decided.isPresent()) {
      return new ReplayTask(
          version,
          source,
          baseRun,
          propagation,
          Optional.empty(),
          new TreeSet<>(),
          List.of(),
          key,
          decided,
          Duration.ZERO);
    }
    ReplayNeeds needs = LoopAnalysis.analyse(
        propagation.rewritten(new VersionSources(history.tree(source))), sites(propagation));
    SortedSet<String> skipped =
        baseRun.map(run -> skippable(needs, journal(run))).orElseGet(TreeSet::new);
    Duration estimate = baseRun
        .map(run -> START.plus(journal(run).executing(skipped)))
        .orElse(START.multipliedBy(2));
    return new ReplayTask(
        version,
        source,
        baseRun,
        propagation,
        Optional.of(needs),
        skipped,
        List.of(ReplayTask.Segment.ALL),
        key,
        Optional.empty(),
        estimate);
  }

  private Optional<Outcome> decided(
      ReplayRequest request, Propagation propagation, String key, Optional<String> baseRun) {
    List<Placement> placements = propagation.placements();
    if (placements.stream().allMatch(placement -> placement instanceof Placement.Refused)) {
      return Optional.of(Outcome.REFUSED);
    }
    boolean nothingNew =
        placements.stream().noneMatch(placement -> placement instanceof Placement.Inserted);
    boolean loggedThen = baseRun.isPresent()
        && nothingNew
        && request.names().stream().allMatch(journal(baseRun.get())::logged);
    boolean replayedBefore = store
        .findReplay(key)
        .map(ReplayRecord::outcome)
        .filter(Outcome.REPLAYED.word()::equals)
        .isPresent();
    return loggedThen || replayedBefore ? Optional.of(Outcome.CACHED) : Optional.empty();
  }

  /** All that decides what a replay gives: the rewritten sources, the run, and what is asked. */
  private String key(
      ReplayRequest request, Propagation propagation, Version source, Optional<String> baseRun) {
    Key key = new Key("replay-1")
        .add(baseRun.orElse(""))
        .add(String.join(",", new TreeSet<>(request.names())));
    VersionTree tree = history.tree(source);
    for (String file : tree.files()) {
      key.add(file).add(tree.contentId(file));
    }
    for (Patch patch : propagation.patches().values()) {
      key.add(patch.file()).add(patch.apply());
    }
    return key.hex();
  }

  private static SortedSet<String> skippable(ReplayNeeds needs, RecordedRun recorded) {
    TreeSet<String> skipped = new TreeSet<>(needs.skippable());
    skipped.removeIf(loop -> !recorded.hasEndStateOf(loop));
    return skipped;
  }

  private static List<ProbeSite> sites(Propagation propagation) {
    List<ProbeSite> sites = new ArrayList<>();
    for (Placement placement : propagation.placements()) {
      if (placement instanceof Placement.Inserted inserted) {
        sites.add(new ProbeSite(inserted.file(), inserted.line()));
      } else if (placement instanceof Placement.Present present) {
        sites.add(new ProbeSite(present.file(), present.line()));
      }
    }
    return sites;
  }
}
