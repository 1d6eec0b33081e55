package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import dev.flor.propagator.ParsedVersion.Reading;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Carries one probe at a time, into the file of the older version that suits it best. */
final class ProbeCarrier {
  /** Evidence good enough to look no further. */
  private static final double GOOD = 0.6;

  /** A file found by content competes with the one at the expected path at this disadvantage. */
  private static final double ELSEWHERE = 0.1;

  /** The same for a file that is not one of its likely successors. */
  private static final double AWAY = 0.2;

  /** What must speak for a place in a file of another name. */
  private static final double ELSEWHERE_AT_LEAST = 0.5;

  /** The same where the file is still there, though without the member. */
  private static final double BEYOND_DOUBT = 0.85;

  /** The same where one of the classes extends the other: members are pulled up and pushed down. */
  private static final double KIN = 0.65;

  /** What it counts against a place that the statement brings more than itself there. */
  private static final double INCOMPLETE = 0.1;

  /** Places in two files that differ by less are equally good. */
  private static final double AS_GOOD = 0.02;

  /** What it counts for a place that its file is like the statement's own. */
  private static final double ALIKE = 0.3;

  /** What members of two names have in common at least if the one was the other. */
  private static final double COMMON = 0.3;

  private static final int FILES = 4;

  private final Project project;
  private final Trace trace;
  private final Map<String, FileCarrier> carriers = new TreeMap<>();

  ProbeCarrier(Project project, Trace trace) {
    this.project = project;
    this.trace = trace;
  }

  Outcome carry(Probe probe) {
    trace.begin();
    Optional<String> older = project.older().text(probe.file());
    if (older.isPresent() && older.equals(project.latest().text(probe.file()))) {
      trace.file(probe.file(), Consideration.Reason.SAME_TEXT);
      return Outcome.settled(new Placement.Present(probe, probe.file(), probe.line()), 1);
    }
    Reading latest = project.latest().read(probe.file());
    if (latest.unit().isEmpty()) {
      return refused(
          probe,
          latest.refusal().orElseThrow(),
          probe.file(),
          latest.line(),
          "in latest: " + latest.detail());
    }
    return search(probe, latest.unit().get());
  }

  private Outcome search(Probe probe, Unit latest) {
    Optional<Outcome> best = Optional.empty();
    Optional<String> moved = project.moved(probe.file());
    String own = moved.orElse(probe.file());
    List<String> paths = moved.map(List::of).orElseGet(() -> likely(probe).stream()
        .filter(path -> sameName(path, probe.file()))
        .toList());
    for (String path : paths) {
      Consideration.Reason reason = moved.isPresent()
          ? Consideration.Reason.RENAMED
          : path.equals(own) ? Consideration.Reason.SAME_PATH : Consideration.Reason.SIMILAR_NAME;
      best = better(best, in(path, probe, reason));
      boolean there = path.equals(own)
          && best.get()
              .placement()
              .filter(Placement.Refused.class::isInstance)
              .map(p -> ((Placement.Refused) p).reason() == Refusal.UNPARSABLE)
              .orElse(false);
      boolean placed = !best.get().refused() && best.get().score() >= GOOD;
      if (there || (placed && hasMember(path, probe, latest))) {
        return best.get();
      }
    }
    Set<String> others = new LinkedHashSet<>(likely(probe));
    others.addAll(
        project.holding(memberText(probe, latest)).stream().limit(FILES).toList());
    others.addAll(naming(probe, latest));
    others.removeAll(paths);
    Optional<Outcome> away = away(probe, others);
    boolean known = paths.contains(own) && hasMember(own, probe, latest);
    boolean stays = known && away.filter(this::isInLatest).isPresent();
    boolean kin = away.filter(other -> new Kinship(project).related(probe.file(), other.file()))
        .isPresent();
    double there = kin ? KIN : BEYOND_DOUBT;
    double least = paths.contains(own) ? there : ELSEWHERE_AT_LEAST;
    Optional<Outcome> before = best;
    best = away.filter(other ->
            known ? !stays && moved(before, other) : other.refused() || other.score() >= least)
        .map(other -> better(before, other))
        .orElse(best);
    return best.orElseGet(() -> refused(
        probe,
        Refusal.FILE_GONE,
        probe.file(),
        probe.line(),
        "nothing here resembles " + probe.file()));
  }

  private List<String> likely(Probe probe) {
    return project.candidates(probe.file()).stream().limit(FILES).toList();
  }

  /** The few files that name the member at all; none if its name is a common one. */
  private List<String> naming(Probe probe, Unit latest) {
    List<String> files = node(probe, latest)
        .flatMap(Pairing::member)
        .filter(MethodDeclaration.class::isInstance)
        .map(member -> project.holding(((MethodDeclaration) member).getNameAsString()))
        .orElse(List.of());
    return files.size() < FILES ? files : List.of();
  }

  private static boolean sameName(String path, String other) {
    return path.substring(path.lastIndexOf('/') + 1)
        .equals(other.substring(other.lastIndexOf('/') + 1));
  }

  /** The best of what comes of files that are alike or hold code like that around the statement, whatever they are called. */
  private Optional<Outcome> away(Probe probe, Set<String> paths) {
    List<Outcome> found = paths.stream()
        .map(path -> in(path, probe, Consideration.Reason.SIMILAR_TEXT))
        .sorted(Comparator.comparing(Outcome::refused)
            .thenComparingDouble(outcome -> -worth(outcome, probe.file())))
        .toList();
    boolean twins = found.size() > 1
        && !found.get(1).refused()
        && Math.abs(found.get(0).score() - found.get(1).score()) < AS_GOOD
        && worth(found.get(0), probe.file()) - worth(found.get(1), probe.file()) < AS_GOOD;
    return twins
        ? Optional.of(ambiguous(probe, found.get(0), found.get(1)))
        : found.stream().findFirst();
  }

  private static Outcome ambiguous(Probe probe, Outcome one, Outcome other) {
    int line = one.load().map(Outcome.Load::nearLine).orElse(1);
    String detail = other.file() + " fits as well as " + one.file();
    return Outcome.settled(
        new Failure(Refusal.AMBIGUOUS, one.file(), line, detail).refuse(probe), one.score());
  }

  /** Of two copies of a piece of code, the statement comes from the file that is more like its own and has what it needs. */
  private double worth(Outcome outcome, String latestPath) {
    boolean complete =
        outcome.load().filter(load -> !load.cargo().brings().isEmpty()).isEmpty();
    double alike = project.likeness(latestPath, outcome.file());
    return outcome.score() + ALIKE * alike - (complete ? 0 : INCOMPLETE);
  }

  /** Where the file is still there, much must speak for another one. */
  private static boolean moved(Optional<Outcome> best, Outcome other) {
    boolean unplaced = best.filter(o -> !o.refused() || o.score() >= GOOD).isEmpty();
    boolean better = other.score() > best.map(Outcome::score).orElse(0.0) + AWAY;
    return other.score() >= BEYOND_DOUBT && (better || (unplaced && !other.refused()));
  }

  /** Whether latest has the member that the statement would go into, in the same file and under the same name. */
  private boolean isInLatest(Outcome other) {
    String path = other.file();
    Optional<Pairing> same =
        project.latest().has(path) ? project.pairing(path, path) : Optional.empty();
    int line = other.load().map(Outcome.Load::nearLine).orElse(0);
    return same.stream()
        .flatMap(
            pairing -> pairing.older().tree().unit().findAll(CallableDeclaration.class).stream()
                .filter(c -> pairing.older().tree().line(pairing.older().end(c)) >= line
                    && pairing.older().line(c) <= line)
                .filter(c -> pairing
                    .latestDeclaration(c)
                    .filter(now -> now instanceof CallableDeclaration<?> callable
                        && callable.getNameAsString().equals(c.getNameAsString()))
                    .isPresent()))
        .findFirst()
        .isPresent();
  }

  private static Optional<Outcome> better(Optional<Outcome> best, Outcome other) {
    return best.isEmpty()
            || (best.get().refused() && !other.refused())
            || other.score() > best.get().score() + ELSEWHERE
        ? Optional.of(other)
        : best;
  }

  private Outcome in(String path, Probe probe, Consideration.Reason reason) {
    trace.file(path, reason);
    Reading older = project.older().read(path);
    if (older.unit().isEmpty()) {
      return refused(probe, older.refusal().orElseThrow(), path, older.line(), older.detail());
    }
    String key = probe.file() + '\n' + path;
    FileCarrier carrier = carriers.get(key);
    if (carrier == null) {
      carrier = new FileCarrier(project, project.pairing(probe.file(), path).orElseThrow(), trace);
      carriers.put(key, carrier);
    }
    return carrier.carry(probe);
  }

  /** Whether the member around the statement has a counterpart in this older file. */
  private boolean hasMember(String path, Probe probe, Unit latest) {
    Optional<Pairing> pairing = project.pairing(probe.file(), path);
    Optional<Node> node = node(probe, latest);
    return node.flatMap(Pairing::member)
        .flatMap(member -> pairing.flatMap(
            p -> p.olderCallable(member).filter(older -> isAlike(p, member, older))))
        .isPresent();
  }

  /** Whether a counterpart has the name, or something in common at least. */
  private static boolean isAlike(Pairing pairing, Node member, Node older) {
    return (member instanceof CallableDeclaration<?> now
            && older instanceof CallableDeclaration<?> then
            && now.getNameAsString().equals(then.getNameAsString()))
        || Tokens.likeness(pairing.latestTokens(member), pairing.olderTokens(older)) >= COMMON;
  }

  private static String memberText(Probe probe, Unit latest) {
    return node(probe, latest)
        .flatMap(Pairing::member)
        .map(member -> withoutLogs(member, latest))
        .orElse(probe.text());
  }

  /** Log statements come and go; the older version may have none of them. */
  private static String withoutLogs(Node member, Unit latest) {
    StringBuilder text = new StringBuilder();
    int at = latest.start(member);
    for (Statement log : member.findAll(Statement.class, s -> Pairing.onlyLogs(latest, s))) {
      Span span = latest.span(log);
      if (span.start() >= at) {
        text.append(latest.text(), at, span.start());
        at = span.end();
      }
    }
    text.append(latest.text(), at, latest.end(member));
    return String.join(" ", Tokens.of(text.toString()));
  }

  private static Optional<Node> node(Probe probe, Unit latest) {
    return latest.at(probe.span()).stream().findFirst();
  }

  private static Outcome refused(
      Probe probe, Refusal reason, String file, int line, String detail) {
    return Outcome.settled(new Failure(reason, file, line, detail).refuse(probe), 0);
  }
}
