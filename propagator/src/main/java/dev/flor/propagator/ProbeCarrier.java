package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import dev.flor.propagator.Glimpses.AtHome;
import dev.flor.propagator.Glimpses.Promise;
import dev.flor.propagator.ParsedVersion.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Carries one probe at a time, into the file of the older version that suits it best. */
final class ProbeCarrier {
  /** Evidence good enough to look no further. */
  static final double GOOD = 0.6;

  /** A file found by content competes with the one at the expected path at this disadvantage. */
  private static final double ELSEWHERE = 0.1;

  /** What members of two names have in common at least if the one was the other. */
  private static final double COMMON = 0.3;

  /** As a rule of thumb: how much of what stands near the statement a member of a file of another name must hold, where the statement's own is there. */
  private static final double HOLDS = 0.5;

  private static final int FILES = 4;

  private final Project project;
  private final Trace trace;
  private final Away away;
  private final Map<String, FileCarrier> carriers = new TreeMap<>();
  private final Map<String, List<AtHome>> homes = new TreeMap<>();

  ProbeCarrier(Project project, Trace trace) {
    this.project = project;
    this.trace = trace;
    this.away = new Away(project);
  }

  /**
   * What becomes of a probe.
   *
   * @param together all probes of its file that are carried, itself included: what they come to there is found out at once
   */
  Outcome carry(Probe probe, List<Probe> together) {
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
    return search(probe, together, latest.unit().get());
  }

  private Outcome search(Probe probe, List<Probe> together, Unit latest) {
    Optional<Outcome> best = Optional.empty();
    Optional<String> moved = project.moved(probe.file());
    String own = moved.orElse(probe.file());
    List<String> paths = moved.map(List::of).orElseGet(() -> likely(probe).stream()
        .filter(path -> sameName(path, probe.file()))
        .toList());
    boolean known = false;
    for (String path : paths) {
      Consideration.Reason reason = moved.isPresent()
          ? Consideration.Reason.RENAMED
          : path.equals(own) ? Consideration.Reason.SAME_PATH : Consideration.Reason.SIMILAR_NAME;
      AtHome there = atHome(path, together, reason).get(together.indexOf(probe));
      best = better(best, there.outcome().orElseGet(() -> in(path, probe, reason)));
      known |= path.equals(own) && there.member();
      boolean unparsable = path.equals(own)
          && best.get()
              .placement()
              .filter(Placement.Refused.class::isInstance)
              .map(p -> ((Placement.Refused) p).reason() == Refusal.UNPARSABLE)
              .orElse(false);
      boolean placed = !best.get().refused() && best.get().score() >= GOOD;
      if (unparsable || (placed && there.member())) {
        return best.get();
      }
    }
    Set<String> others = new LinkedHashSet<>(likely(probe));
    others.addAll(
        project.holding(memberText(probe, latest)).stream().limit(FILES).toList());
    others.addAll(naming(probe, latest));
    others.removeAll(paths);
    boolean there = paths.contains(own);
    boolean hasMember = known;
    Optional<Outcome> before = best;
    List<Glimpse> glimpses =
        others.stream().flatMap(path -> glimpse(path, probe, there).stream()).toList();
    best = away.best(probe, glimpses)
        .filter(
            other -> hasMember ? away.hasMoved(before, other) : away.isLikely(probe, there, other))
        .map(other -> better(before, outcome(other, probe)))
        .orElse(best);
    return best.orElseGet(() -> refused(
        probe,
        Refusal.FILE_GONE,
        probe.file(),
        probe.line(),
        "nothing here resembles " + probe.file()));
  }

  /**
   * What probes come to in a file that is called as theirs. Where the older version is searched, it is known from one version to the next.
   */
  private List<AtHome> atHome(String path, List<Probe> together, Consideration.Reason reason) {
    Sides sides = project.sides();
    if (trace.listens() || !sides.searched()) {
      return together.stream()
          .map(probe -> new AtHome(Optional.empty(), hasMember(path, probe)))
          .toList();
    }
    List<AtHome> known = homes.get(path);
    if (known == null) {
      known = project.glimpses().atHome(together, path, project, own -> {
        ProbeCarrier carrier = new ProbeCarrier(own, Trace.NONE);
        return together.stream()
            .map(probe -> new AtHome(
                Optional.of(carrier.in(path, probe, reason)), carrier.hasMember(path, probe)))
            .toList();
      });
      homes.put(path, known);
    }
    return known;
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

  /**
   * What a file gives, if it is worth a look.
   *
   * @param there whether the probe's own file is there, too: then much must speak for another one
   */
  private Optional<Glimpse> glimpse(String path, Probe probe, boolean there) {
    Promise promise = there ? promise(path, probe) : Promise.ENOUGH;
    if (promise == Promise.NONE) {
      trace.file(path, Consideration.Reason.SIMILAR_TEXT);
      return Optional.empty();
    }
    if (trace.listens()) { // a reader wants to see what was not enough, too
      Glimpse seen = Glimpse.of(away(path, probe));
      return Optional.of(seen).filter(glimpse -> promise == Promise.ENOUGH);
    }
    return promise == Promise.ENOUGH
        ? Optional.of(project
            .glimpses()
            .of(
                probe,
                path,
                project,
                own -> Glimpse.of(new ProbeCarrier(own, Trace.NONE).away(path, probe))))
        : Optional.empty();
  }

  private Promise promise(String path, Probe probe) {
    Optional<Phrases> near = near(probe);
    return near.isEmpty()
        ? Promise.ENOUGH
        : project.glimpses().promise(probe, path, near.get(), project, own -> new ProbeCarrier(
                own, Trace.NONE)
            .promise(path, probe, near.get()));
  }

  private Promise promise(String path, Probe probe, Phrases near) {
    String excerpt = project.older().excerpt(path, near).orElse("");
    boolean kin = new Kinship(project).seemRelated(probe.file(), path, excerpt);
    boolean some = project.members(excerpt).stream()
        .anyMatch(tokens -> near.shareIn(Phrases.words(tokens)) >= HOLDS);
    if (!kin && !some) {
      return Promise.NONE;
    }
    Project part = project.withExcerpt(path, excerpt);
    double score = new ProbeCarrier(part, Trace.NONE).away(path, probe).score();
    return score >= Away.atLeast(kin) ? Promise.ENOUGH : Promise.LITTLE;
  }

  /** What stands near the statement; nothing, where that tells nothing. */
  private Optional<Phrases> near(Probe probe) {
    return project
        .latest()
        .unit(probe.file())
        .flatMap(latest -> node(probe, latest)
            .flatMap(node -> Nodes.enclosing(node, Statement.class))
            .map(statement -> Phrases.near(statement, node -> Tokens.of(latest.text(node)))))
        .filter(near -> !near.isEmpty());
  }

  private Outcome away(String path, Probe probe) {
    return in(path, probe, Consideration.Reason.SIMILAR_TEXT);
  }

  private Outcome outcome(Glimpse glimpse, Probe probe) {
    return glimpse
        .settled()
        .map(placement -> Outcome.settled(placement, glimpse.score()))
        .orElseGet(() -> away(glimpse.file(), probe));
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
  private boolean hasMember(String path, Probe probe) {
    Optional<Pairing> pairing = project.pairing(probe.file(), path);
    Optional<Node> node = pairing.flatMap(p -> node(probe, p.latest()));
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
