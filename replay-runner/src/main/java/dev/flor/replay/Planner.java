package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.journal.RunDirectory;
import dev.flor.propagator.LoopAnalysis;
import dev.flor.propagator.Placement;
import dev.flor.propagator.ProbeSite;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.ReplayNeeds;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.VersionSources;
import dev.flor.replay.propagation.PropagationListener;
import dev.flor.replay.propagation.VersionPropagator;
import dev.flor.store.FlorStore;
import dev.flor.store.model.ReplayRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides, for each run of each version, the cheapest sound way to get the asked values. */
final class Planner {
  private final Project project;
  private final History history;
  private final VersionPropagator propagator;
  private final ReplayKey keys;
  private final Map<String, RecordedRun> journals = new LinkedHashMap<>();

  Planner(Project project, History history, VersionPropagator propagator, ReplayKey keys) {
    this.keys = keys;
    this.project = project;
    this.history = history;
    this.propagator = propagator;
  }

  ReplayPlan plan(ReplayRequest request) {
    VersionPropagator.Latest latest = propagator.latest(request.names(), request.from());
    List<Chosen> all = new ArrayList<>();
    versions(request).forEach(version -> all.addAll(counting(request, version)));
    List<Chosen> chosen = request.choice().sampled(all);
    propagator.propagate(
        latest,
        chosen.stream().map(Chosen::source).distinct().toList(),
        Runtime.getRuntime().availableProcessors(),
        PropagationListener.NONE); // on all cores; each task then finds what it needs
    List<ReplayTask> tasks =
        guessed(chosen.stream().map(one -> task(request, latest, one)).toList());
    request.turns().ifPresent(turns -> requireLoop(turns, tasks));
    return new ReplayPlan(request, split(request, tasks));
  }

  /** A version of which nothing was recorded is expected to take as long as the longest of the runs there are, and of what is made of them. */
  private List<ReplayTask> guessed(List<ReplayTask> tasks) {
    Duration longest = tasks.stream()
        .filter(task -> !task.isGuess())
        .flatMap(task -> Stream.concat(
            Stream.of(task.estimate()),
            task.baseRun().stream().map(run -> Route.inFull(journal(run)))))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
    return tasks.stream()
        .map(task -> task.isGuess() && longest.compareTo(task.estimate()) > 0
            ? task.expectedToTake(longest)
            : task)
        .toList();
  }

  /** A bisection runs one task at a time: all processes are for that one. */
  private List<ReplayTask> split(ReplayRequest request, List<ReplayTask> tasks) {
    return request.bisect().isEmpty()
        ? Segments.split(tasks, request.jobs(), this::journal)
        : tasks.stream()
            .flatMap(task -> Segments.split(List.of(task), request.jobs(), this::journal).stream())
            .toList();
  }

  /** Where one verdict for each version is wanted, its newest run gives it. */
  private List<Chosen> counting(ReplayRequest request, Version version) {
    List<Chosen> runs = chosen(request.choice(), version);
    return request.bisect().isEmpty() || runs.isEmpty()
        ? runs
        : runs.subList(runs.size() - 1, runs.size());
  }

  /** A version, the tree that is built, and the run that is repeated. */
  private record Chosen(Version version, Version source, Optional<String> baseRun) {}

  /** Where only runs are named, their versions are meant. */
  private List<Version> versions(ReplayRequest request) {
    RunChoice choice = request.choice();
    if (!request.commits().isEmpty() || choice.runs().isEmpty()) {
      return propagator.versions(request.commits()).stream()
          .filter(version -> choice.since().filter(version.authored()::isBefore).isEmpty())
          .toList();
    }
    Map<String, Version> versions = new LinkedHashMap<>();
    history.runSnapshots().forEach((runId, snapshot) -> {
      if (choice.takes(runId)) {
        Version version =
            snapshot.parents().stream().findFirst().map(history::resolve).orElse(snapshot);
        versions.putIfAbsent(version.id(), version);
      }
    });
    if (versions.isEmpty()) {
      throw new NoSuchRunException(String.join(", ", choice.runs()));
    }
    return List.copyOf(versions.values());
  }

  private List<Chosen> chosen(RunChoice choice, Version version) {
    Map<String, Version> runs = runsOf(version);
    if (runs.isEmpty() && !choice.recordedOnly()) {
      return List.of(new Chosen(version, version, Optional.empty()));
    }
    List<Chosen> chosen = new ArrayList<>();
    runs.forEach((runId, snapshot) -> {
      boolean meets =
          choice.where().filter(where -> !where.holds(journal(runId)::last)).isEmpty();
      if (choice.takes(runId) && meets) {
        chosen.add(new Chosen(version, snapshot, Optional.of(runId)));
      }
    });
    return chosen;
  }

  /** The main loop; where there are several that could be, so that all is run, these. */
  private static Set<String> loops(ReplayNeeds needs) {
    return needs.mainLoop().isPresent()
        ? Set.of(needs.mainLoop().get())
        : needs.obstacles().stream()
            .map(ReplayNeeds.Obstacle::loop)
            .filter(loop -> !loop.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of what is cached the source is not analysed; there the recorded run tells which loops it had. */
  private void requireLoop(Turns turns, List<ReplayTask> tasks) {
    TreeSet<String> loops = new TreeSet<>();
    boolean told = false;
    for (ReplayTask task : tasks) {
      task.needs().ifPresent(needs -> loops.addAll(loops(needs)));
      boolean cached = task.decided().filter(Outcome::succeeded).isPresent();
      task.baseRun()
          .filter(run -> cached)
          .ifPresent(run -> loops.addAll(journal(run).rootLoops()));
      told |= task.decided().isEmpty() || (cached && task.baseRun().isPresent());
    }
    if (told && !loops.contains(turns.loop())) {
      throw new NoSuchLoopException(turns.loop(), loops);
    }
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

  private ReplayTask task(ReplayRequest request, VersionPropagator.Latest latest, Chosen chosen) {
    Version version = chosen.version();
    Version source = chosen.source();
    Optional<String> baseRun = chosen.baseRun();
    Propagation propagation = propagator.carry(latest, source);
    String whole = keys.of(
        request.names(), propagation, history.tree(source), baseRun, propagator.settings(source));
    String asked = ReplayKey.narrowed(whole, special(request));
    boolean cached = !request.force() && isReplayed(project.florDir(), whole);
    String key = cached ? whole : asked;
    Optional<String> absent = request.turns().flatMap(turns -> absent(turns, baseRun));
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
          Duration.ZERO,
          absent);
    }
    ReplayNeeds found = LoopAnalysis.analyse(
        propagation.rewritten(new VersionSources(history.tree(source))), sites(propagation));
    ReplayNeeds needs = request.trust() ? found.trusted() : found;
    SortedSet<String> skipped =
        baseRun.map(run -> skippable(needs, journal(run))).orElseGet(TreeSet::new);
    Optional<RecordedRun> recorded = baseRun.map(this::journal);
    List<ReplayTask.Segment> segments = Route.of(needs, recorded, skipped, request.turns());
    Duration estimate = segments.stream()
        .map(segment -> Route.estimate(needs.mainLoop(), recorded, skipped, segment))
        .reduce(Duration.ZERO, Duration::plus);
    return new ReplayTask(
        version,
        source,
        baseRun,
        propagation,
        Optional.of(needs),
        skipped,
        segments,
        key,
        Optional.empty(),
        estimate,
        absent);
  }

  private Optional<Outcome> decided(
      ReplayRequest request, Propagation propagation, String key, Optional<String> baseRun) {
    List<Placement> placements = propagation.placements();
    if (placements.stream().allMatch(placement -> placement instanceof Placement.Refused)) {
      return Optional.of(Outcome.REFUSED);
    }
    if (request.turns().filter(turns -> hasNone(turns, baseRun)).isPresent()) {
      return Optional.of(Outcome.REFUSED);
    }
    boolean nothingNew =
        placements.stream().noneMatch(placement -> placement instanceof Placement.Inserted);
    boolean loggedThen = baseRun.isPresent()
        && nothingNew
        && request.names().stream().allMatch(journal(baseRun.get())::logged);
    boolean replayedBefore = !request.force() && isReplayed(project.florDir(), key);
    return loggedThen || replayedBefore ? Optional.of(Outcome.CACHED) : Optional.empty();
  }

  /** How many turns the recorded run has of the loop that is meant, as far as that is known. */
  private Optional<Long> recordedTurns(Turns turns, Optional<String> baseRun) {
    return baseRun
        .map(this::journal)
        .filter(run -> run.entered(turns.loop()))
        .map(run -> run.turns(turns.loop()));
  }

  private boolean hasNone(Turns turns, Optional<String> baseRun) {
    return recordedTurns(turns, baseRun).filter(turns::allExceed).isPresent();
  }

  private Optional<String> absent(Turns turns, Optional<String> baseRun) {
    return recordedTurns(turns, baseRun)
        .filter(turns::exceed)
        .map(many -> "the run has " + many + (many == 1 ? " turn" : " turns") + " of "
            + turns.loop() + ", from 0 to " + (many - 1) + ", and "
            + (turns.allExceed(many) ? "none" : "not all") + " of " + turns.text());
  }

  /** Whether the values of a task are there already. */
  static boolean isReplayed(Path florDir, String key) {
    return replayed(florDir, key).isPresent();
  }

  /** The verdict on a replay that went well, if all its runs are still there. */
  static Optional<ReplayRecord> replayed(Path florDir, String key) {
    return kept(florDir, key, Outcome.REPLAYED);
  }

  /** The verdict on a replay that ended so, if all its runs are still there. */
  static Optional<ReplayRecord> kept(Path florDir, String key, Outcome outcome) {
    return FlorStore.findReplay(florDir, key)
        .filter(record -> record.outcome().equals(outcome.word()))
        .filter(record -> record.replayRuns().stream()
            .allMatch(run -> Files.isDirectory(florDir.resolve("runs").resolve(run))));
  }

  /** In what a request asks for less, or takes more risks, than one for all values of a run. */
  private String special(ReplayRequest request) {
    double tolerance = request.limits(project.config().limits()).tolerance();
    return request.turns().map(Turns::toString).orElse("")
        + (request.trust() ? " trusted" : "")
        + (tolerance > 0 ? " within " + tolerance : "");
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
        sites.add(new ProbeSite(inserted.file(), inserted.line(), true));
      } else if (placement instanceof Placement.Present present) {
        sites.add(new ProbeSite(present.file(), present.line(), false));
      }
    }
    return sites;
  }

  /** No recorded run has such an id. */
  static final class NoSuchRunException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoSuchRunException(String runs) {
      super("there is no recorded run " + runs, "flor runs lists the runs and their ids");
    }
  }

  /** No version has a main loop of the name that turns were asked of. */
  static final class NoSuchLoopException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoSuchLoopException(String loop, SortedSet<String> loops) {
      super(
          "no version has a main loop \"" + loop + "\"",
          loops.isEmpty()
              ? "turns can be chosen of a Flor.loop inside an open Flor.checkpointing"
              : "there is: " + String.join(", ", loops));
    }
  }
}
