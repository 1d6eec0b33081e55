package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/** Carries probes from one latest file into one older file. */
final class FileCarrier {
  private static final int CANDIDATES = 3;
  private static final double CLOSE = 0.12;

  private final Project project;
  private final Pairing pairing;
  private final Presence presence;
  private final Placer placer;
  private final MemberChoice members;
  private final Unfolding unfolding;
  private final Trace trace;

  FileCarrier(Project project, Pairing pairing, Trace trace) {
    this(project, pairing, Placer.of(project, pairing), trace);
  }

  private FileCarrier(Project project, Pairing pairing, Placer placer, Trace trace) {
    this.project = project;
    this.pairing = pairing;
    this.trace = trace;
    this.presence = new Presence(pairing);
    this.placer = placer;
    this.members = new MemberChoice(pairing, placer, trace);
    this.unfolding = new Unfolding(project, pairing);
  }

  private FileCarrier with(Pairing closer) {
    return new FileCarrier(project, closer, placer.with(closer), trace);
  }

  Outcome carry(Probe probe) {
    Optional<MethodCallExpr> call = call(probe);
    Optional<Statement> statement = statement(probe);
    if (call.isPresent()) {
      Optional<MethodCallExpr> older = presence.older(call.get());
      if (older.isPresent()) {
        return present(probe, older.get());
      }
      boolean alone = statement
          .filter(s -> Pairing.onlyLogs(pairing.latest(), s) && !Wrapping.givesValue(s))
          .isPresent();
      Optional<Outcome> wrapped =
          alone ? Optional.empty() : new Wrapping(project, pairing).carry(probe, call.get());
      if (wrapped.isPresent()) {
        return wrapped.get();
      }
    }
    return statement
        .flatMap(s -> Site.of(pairing.latest(), s))
        .map(site -> (call.isPresent() ? Optional.<Node>empty() : presence.older(site.statement()))
            .map(older -> present(probe, older))
            .orElseGet(() -> guarded(probe, call, site)))
        .orElseGet(() -> refused(
            probe, Refusal.NO_COUNTERPART, "what it logs has no counterpart in this version", 0));
  }

  /** With the check around it, if the older version lacks that; without, if the check cannot go there. */
  private Outcome guarded(Probe probe, Optional<MethodCallExpr> call, Site site) {
    Site widened = Guard.widened(site, pairing);
    if (Nodes.same(widened.statement(), site.statement())
        || placer.rank(site).stream()
            .findFirst()
            .filter(best -> best.score() >= Placer.THRESHOLD)
            .filter(best -> Guard.stands(widened.statement(), best.slot(), pairing))
            .isPresent()) {
      return place(probe, call, site);
    }
    Outcome whole = place(probe, call, widened);
    Outcome alone = whole.refused() ? place(probe, call, site) : whole;
    return alone.refused() ? whole : alone;
  }

  private Outcome unlessPresent(Probe probe, Optional<MethodCallExpr> call, Site site) {
    return standing(call, site)
        .map(older -> present(probe, older))
        .orElseGet(() -> place(probe, call, site));
  }

  private Optional<? extends Node> standing(Optional<MethodCallExpr> call, Site site) {
    return call.isPresent() ? presence.older(call.get()) : presence.older(site.carried());
  }

  private Outcome place(Probe probe, Optional<MethodCallExpr> call, Site site) {
    List<Ranked> ranked = placer.rank(site);
    trace.ranked(pairing, site, ranked);
    Optional<Unfolding.Found> unfolded = unfolding.find(site);
    if (unfolded.isPresent()) {
      return with(unfolded.get().closer()).unfolded(probe, call, site, unfolded.get());
    }
    Optional<Pairing> elsewhere = members.elsewhere(site, ranked);
    if (elsewhere.isPresent()) {
      return with(elsewhere.get()).unlessPresent(probe, call, site);
    }
    if (ranked.isEmpty() || ranked.get(0).score() < Placer.THRESHOLD) {
      return ranked.stream()
          .findFirst()
          .flatMap(best -> new Wrapping(project, pairing).inlined(probe, call, best))
          .orElseGet(() -> nowhere(probe, site, ranked));
    }
    Ranked best = ranked.get(0);
    Optional<Pairing> closer = members.closer(site, best.slot());
    if (closer.isPresent()) {
      return with(closer.get()).unlessPresent(probe, call, site);
    }
    Optional<Slot> twin = placer.twin(site, best.slot());
    if (twin.isPresent()) {
      return Outcome.settled(
          new Failure(
                  Refusal.AMBIGUOUS,
                  pairing.older().path(),
                  best.slot().line(),
                  "line " + twin.get().line() + " fits as well as line "
                      + best.slot().line())
              .refuse(probe),
          best.score());
    }
    List<Ranked> close =
        ranked.stream().filter(r -> close(r, best)).limit(CANDIDATES).toList();
    List<Ranked> uncontested = close.stream()
        .filter(r -> new Rivals(pairing, site, r.slot()).line().isEmpty())
        .toList();
    if (uncontested.isEmpty()) {
      int rival = new Rivals(pairing, site, best.slot()).line().orElseThrow();
      return Outcome.settled(
          new Failure(
                  Refusal.AMBIGUOUS,
                  pairing.older().path(),
                  best.slot().line(),
                  "line " + best.slot().line() + " has the surroundings, line " + rival
                      + " the neighbour")
              .refuse(probe),
          best.score());
    }
    return settle(probe, call, site, uncontested);
  }

  /** Into a method that latest lacks, or out of one that the older version lacks. */
  private Outcome unfolded(
      Probe probe, Optional<MethodCallExpr> call, Site site, Unfolding.Found found) {
    return standing(call, site).map(older -> present(probe, older)).orElseGet(() -> {
      trace.ranked(pairing, site, List.of(found.place()));
      return found.rivals()
          ? Outcome.settled(
              new Failure(
                      Refusal.AMBIGUOUS,
                      pairing.older().path(),
                      found.place().slot().line(),
                      "other places fit as well as line " + found.place().slot().line())
                  .refuse(probe),
              found.place().score())
          : settle(probe, call, site, List.of(found.place()));
    });
  }

  /** The statement in the first place in which all its names are known; the best is the first. */
  private Outcome settle(
      Probe probe, Optional<MethodCallExpr> call, Site site, List<Ranked> places) {
    Optional<Failure> first = Optional.empty();
    for (Ranked candidate : places) {
      Cargo cargo = load(call, site, candidate.slot(), false);
      if (call.isEmpty() && !(cargo.failure().isEmpty() && cargo.brings().isEmpty())) {
        Cargo respelled = respelled(site, candidate.slot());
        cargo = respelled.failure().isEmpty() ? respelled : cargo;
        if (cargo.failure().isEmpty() && cargo.disturbs() && Loggers.onlyLogs(site.carried())) {
          cargo.fail(new Failure(
              Refusal.UNBOUND_NAME,
              pairing.older().path(),
              candidate.slot().line(),
              "it would take other statements along: " + String.join(", ", cargo.carried())));
        }
      }
      if (call.isPresent() && (cargo.failure().isPresent() || cargo.bringsMembers())) {
        Cargo spelled = load(call, site, candidate.slot(), true);
        cargo = spelled.failure().isEmpty() && !spelled.bringsMembers() ? spelled : cargo;
      }
      if (cargo.failure().isEmpty()) {
        return ready(probe, site, cargo, candidate, call);
      }
      trace.obstacle(candidate.slot(), cargo.failure().get());
      first = first.or(cargo::failure);
    }
    Failure failure = first.orElseThrow(IllegalStateException::new);
    return new Wrapping(project, pairing)
        .inlined(probe, call, places.get(0))
        .orElseGet(() -> Outcome.settled(failure.refuse(probe), places.get(0).score()));
  }

  private static boolean close(Ranked candidate, Ranked best) {
    return candidate.score() >= Placer.THRESHOLD && candidate.score() >= best.score() - CLOSE;
  }

  private Cargo load(Optional<MethodCallExpr> call, Site site, Slot slot, boolean respelled) {
    Cargo cargo = new Cargo();
    if (call.isEmpty()) {
      cargo.beStrict();
    }
    Ground ground = Ground.of(pairing, slot);
    boolean whole = call.isEmpty() || !assigns(call.get(), site, ground);
    cargo.takesFirst(site.carried());
    Needs needs = new Needs(project, cargo);
    if (respelled) {
      needs.respell(respelling(ground, false).of(site.carried()));
    }
    if (whole) {
      site.carried().findAll(VariableDeclarator.class).forEach(cargo::takesFirst);
      needs.statement(pairing.latest(), site.carried(), "", ground);
    } else {
      needs.statement(pairing.latest(), call.get(), ";", ground);
    }
    return cargo;
  }

  /** A statement that is to change nothing but what is logged: it brings no others, but writes its expressions as the older version does. */
  private Cargo respelled(Site site, Slot slot) {
    Ground ground = Ground.of(pairing, slot);
    Cargo cargo = new Cargo();
    cargo.beStrict();
    cargo.spellOut();
    cargo.takesFirst(site.carried());
    site.carried().findAll(VariableDeclarator.class).forEach(cargo::takesFirst);
    Needs needs = new Needs(project, cargo);
    needs.respell(respelling(ground, true).of(site.carried()));
    needs.statement(pairing.latest(), site.carried(), "", ground);
    return cargo;
  }

  private Respelling respelling(Ground ground, boolean locals) {
    StaticTypes types = new StaticTypes(project.olderTypes());
    return new Respelling(
        ground,
        e -> Needs.holds(project, e, ground),
        (older, call) -> types
            .of(ground.older(), older)
            .filter(type -> type.has(call.getNameAsString(), call.getArguments().size()))
            .isPresent(),
        locals);
  }

  /** Whether the statement does more than log and declare a variable that is new to the ground. */
  private static boolean assigns(MethodCallExpr call, Site site, Ground ground) {
    if (Pairing.onlyLogs(site.unit(), site.statement()) || site.statement().isIfStmt()) {
      return false;
    }
    Optional<Node> parent = call.getParentNode();
    return parent
        .filter(VariableDeclarator.class::isInstance)
        .map(node -> ((VariableDeclarator) node).getNameAsString())
        .filter(name -> ground.variable(name).isEmpty())
        .isEmpty();
  }

  private Outcome ready(
      Probe probe, Site site, Cargo cargo, Ranked place, Optional<MethodCallExpr> call) {
    boolean whole = cargo.pieces().stream().anyMatch(p -> p.key().equals(key(site.carried())));
    Node top = whole ? site.carried() : call.orElseThrow();
    int linesDown = probe.line() - pairing.latest().line(top);
    return Outcome.ready(new Outcome.Load(
        probe,
        cargo,
        key(top),
        linesDown,
        pairing.older().path(),
        place.slot().line(),
        place.score(),
        Explanation.of(place, pairing)));
  }

  private Object key(Node node) {
    return new Piece.Source(pairing.latest(), pairing.latest().start(node), "").place();
  }

  private Outcome nowhere(Probe probe, Site site, List<Ranked> ranked) {
    boolean known = pairing.olderMember(site.statement()).isPresent();
    if (ranked.isEmpty() || !known) {
      return refused(
          probe,
          Refusal.NO_COUNTERPART,
          placer.isCopy(site)
              ? "what resembles its surroundings in " + pairing.older().path()
                  + " is in latest, too"
              : "nothing in " + pairing.older().path() + " resembles its surroundings",
          ranked.isEmpty() ? 0 : ranked.get(0).score());
    }
    Ranked best = ranked.get(0);
    String second = ranked.size() > 1 ? ", line " + ranked.get(1).slot().line() : "";
    return Outcome.settled(
        new Failure(
                Refusal.AMBIGUOUS,
                pairing.older().path(),
                best.slot().line(),
                "too little speaks for any place; the best are line "
                    + best.slot().line() + second)
            .refuse(probe),
        best.score());
  }

  private Outcome refused(Probe probe, Refusal reason, String detail, double score) {
    int line =
        call(probe).flatMap(pairing::olderMember).map(pairing.older()::line).orElse(1);
    return Outcome.settled(
        new Failure(reason, pairing.older().path(), line, detail).refuse(probe), score);
  }

  private Outcome present(Probe probe, Node older) {
    trace.standing(pairing.older().text(older));
    return Outcome.settled(
        new Placement.Present(probe, pairing.older().path(), pairing.older().line(older)), 1);
  }

  private Optional<MethodCallExpr> call(Probe probe) {
    return standing(probe, MethodCallExpr.class).filter(pairing.latest().calls()::logs);
  }

  private Optional<Statement> statement(Probe probe) {
    return standing(probe, MethodCallExpr.class)
        .flatMap(e -> Nodes.enclosing(e, Statement.class))
        .or(() -> standing(probe, Statement.class));
  }

  private <T extends Node> Optional<T> standing(Probe probe, Class<T> kind) {
    return pairing.latest().at(probe.span()).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /** The expression an argument of a logging call is. */
  static Expression logged(MethodCallExpr call) {
    return call.getArgument(1);
  }
}
