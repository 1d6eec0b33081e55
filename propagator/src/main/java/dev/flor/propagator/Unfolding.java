package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.propagator.Expansion.Call;
import dev.flor.propagator.StatementList.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the place of a statement around which the code is a method of its own in one of the versions, and in the other a part of the
 * member that calls it: the file with the method is compared as if it had none.
 */
final class Unfolding {
  /** What a statement of a method must have in common with a neighbour for the method to be looked into. */
  private static final double ALIKE = 0.5;

  /** A method that is called more often is a tool of many, and no part of one member. */
  private static final int MOST_CALLS = 6;

  private final Project project;
  private final Pairing pairing;
  private final Map<List<Integer>, Optional<Unfolded>> unfoldedLatest = new LinkedHashMap<>();
  private final Map<List<Integer>, Optional<Unfolded>> unfoldedOlder = new LinkedHashMap<>();

  Unfolding(Project project, Pairing pairing) {
    this.project = project;
    this.pairing = pairing;
  }

  /**
   * The place.
   *
   * @param closer what compares the two members
   * @param rivals whether there is another one as good
   */
  record Found(Pairing closer, Ranked place, boolean rivals) {}

  /** A file with methods in place of their calls, beside the other version's. */
  private record Unfolded(Expansion expansion, Pairing pairing, Placer placer) {
    Unfolded(Project project, Expansion expansion, Pairing pairing) {
      this(expansion, pairing, Placer.of(project, pairing));
    }

    /** The best place, if much speaks for it and one of the neighbours is beside it. */
    Optional<Ranked> best(Site site) {
      return placer.rank(site).stream()
          .findFirst()
          .filter(best -> best.score() >= Placer.THRESHOLD)
          .filter(best -> new Rivals(pairing, site, best.slot()).fits());
    }

    boolean contested(Site site, Slot slot) {
      return placer.twin(site, slot).isPresent();
    }
  }

  Optional<Found> find(Site site) {
    Optional<Node> member = Pairing.member(site.statement());
    if (pairing.closer() || member.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> older = pairing.olderDeclaration(member.get());
    if (older.isPresent()) {
      return inMethod(site, member.get(), older.get());
    }
    return member.get() instanceof MethodDeclaration method
        ? inCaller(site, method)
        : Optional.empty();
  }

  /** In a method that the older member calls and latest lacks. */
  private Optional<Found> inMethod(Site site, Node member, Node olderMember) {
    List<Statement> neighbours = neighbours(site);
    List<Call> calls = Expansion.calls(
        pairing.older(),
        olderMember,
        method -> pairing.latestDeclaration(method).isEmpty()
            && neighbours.stream().anyMatch(n -> holds(method, n)));
    return unfolded(pairing.older(), calls).flatMap(unfolded -> {
      Optional<Ranked> best = unfolded.best(site);
      Optional<Slot> slot = best.flatMap(place -> original(unfolded, place.slot(), site, calls));
      Optional<Node> method = slot.flatMap(s -> Pairing.member(s.list().node()));
      return method.map(m -> new Found(
          pairing.holding(member, m),
          new Ranked(slot.get(), best.get().score()),
          unfolded.contested(site, best.get().slot())
              || calls.stream().filter(call -> Nodes.same(call.method(), m)).count() > 1));
    });
  }

  /** In what the caller of a method was that the older version lacks. */
  private Optional<Found> inCaller(Site site, MethodDeclaration method) {
    Unit latest = pairing.latest();
    List<Call> calls =
        Expansion.calls(latest, latest.tree().unit(), called -> Nodes.same(called, method)).stream()
            .filter(call -> !isStillCalled(call))
            .toList();
    return unfolded(latest, calls.size() > MOST_CALLS ? List.of() : calls).flatMap(unfolded -> {
      List<Found> found = new ArrayList<>();
      for (int n = 0; n < calls.size(); n++) {
        Call call = calls.get(n);
        Optional<Site> copy = copy(site, unfolded.expansion(), n);
        copy.flatMap(unfolded::best)
            .filter(best -> inCounterpart(call, best.slot()))
            .map(best -> new Found(
                pairing.holding(
                    method, Pairing.member(best.slot().list().node()).orElseThrow()),
                best,
                unfolded.contested(copy.get(), best.slot())))
            .ifPresent(found::add);
      }
      return found.stream().findFirst().map(first -> {
        boolean several =
            found.stream().anyMatch(f -> !f.place().slot().same(first.place().slot()));
        return new Found(first.closer(), first.place(), first.rivals() || several);
      });
    });
  }

  /** Whether the older caller calls a method of this name, too: then it stood elsewhere, in a superclass or a collaborator, say. */
  private boolean isStillCalled(Call call) {
    String name = call.method().getNameAsString();
    int arity = call.call().getArguments().size();
    return Pairing.member(call.call())
        .flatMap(pairing::olderDeclaration)
        .flatMap(older -> older.findFirst(
            MethodCallExpr.class,
            c -> c.getNameAsString().equals(name) && c.getArguments().size() == arity))
        .isPresent();
  }

  /** The two files with methods of one of them where these calls are. */
  private Optional<Unfolded> unfolded(Unit unit, List<Call> calls) {
    List<Integer> key = calls.stream().map(call -> unit.start(call.call())).toList();
    boolean older = Nodes.same(unit.tree().unit(), pairing.older().tree().unit());
    return calls.isEmpty()
        ? Optional.empty()
        : (older ? unfoldedOlder : unfoldedLatest).computeIfAbsent(key, k -> (older
                ? project.olderExpansion(unit, calls)
                : project.latestExpansion(unit, calls))
            .map(expansion -> new Unfolded(
                project,
                expansion,
                older
                    ? Pairing.of(pairing.latest(), expansion.unit())
                    : Pairing.of(expansion.unit(), pairing.older()))));
  }

  private boolean inCounterpart(Call call, Slot slot) {
    return Pairing.member(call.call())
        .flatMap(pairing::olderDeclaration)
        .filter(older -> Nodes.within(slot.list().node(), older))
        .isPresent();
  }

  /** The statements beside it, log statements aside. */
  private static List<Statement> neighbours(Site site) {
    List<Statement> neighbours = new ArrayList<>();
    for (List<Statement> side : List.of(site.before(), site.after())) {
      Pairing.nearest(site.unit(), side).ifPresent(neighbours::add);
    }
    return neighbours;
  }

  private boolean holds(MethodDeclaration method, Statement neighbour) {
    return method.findAll(Statement.class).stream()
        .anyMatch(statement -> pairing.similarity(neighbour, statement) >= ALIKE);
  }

  /**
   * The same place in the method itself; empty for one that is not within its body. Before the first statement of a method is as good
   * as before the call, and behind the last as behind it, unless the statement reads what only the method knows.
   */
  private Optional<Slot> original(Unfolded unfolded, Slot slot, Site site, List<Call> calls) {
    Expansion expansion = unfolded.expansion();
    Optional<Statement> before = slot.before().flatMap(expansion::original);
    Optional<Statement> after = slot.after().flatMap(expansion::original);
    boolean between = before.isPresent() && after.isPresent();
    boolean nested =
        expansion.original(slot.list().node()).isPresent() && slot.list().kind() == Kind.BLOCK;
    boolean last = before.isPresent()
        && expansion
            .call(slot.before().get())
            .filter(n -> readsInner(site, unfolded, behind(calls.get(n))))
            .isPresent();
    if (!between && !nested && !last) {
      return Optional.empty();
    }
    Optional<StatementList> list = before
        .or(() -> after)
        .flatMap(StatementList::holding)
        .or(() -> expansion.original(slot.list().node()).flatMap(StatementList::of));
    return list.map(l -> new Slot(
        pairing.older(),
        l,
        before.map(b -> l.indexOf(b) + 1).orElse(after.map(l::indexOf).orElse(0))));
  }

  private Slot behind(Call call) {
    Statement statement = call.statement();
    StatementList list = StatementList.holding(statement).orElseThrow();
    return new Slot(pairing.older(), list, list.indexOf(statement) + 1);
  }

  /** Whether the statement reads a variable that was the called method's, and that nothing behind the call has the name of. */
  private static boolean readsInner(Site site, Unfolded unfolded, Slot behind) {
    return site.carried().findAll(NameExpr.class).stream()
        .filter(name -> Scope.variable(behind, name.getNameAsString()).isEmpty())
        .flatMap(name -> Scope.variable(site.unit(), name.getNameAsString(), name).stream())
        .flatMap(binding -> unfolded.pairing().aligned(binding.node()).stream())
        .flatMap(older -> Nodes.enclosing(older, Statement.class).stream())
        .anyMatch(declaring -> unfolded.expansion().original(declaring).isPresent());
  }

  private static Optional<Site> copy(Site site, Expansion expansion, int call) {
    Optional<Site> outer = expansion
        .copy(site.statement(), call)
        .flatMap(statement -> Site.of(expansion.unit(), statement));
    return site.inner().isEmpty()
        ? outer
        : outer.flatMap(o -> copy(site.inner().get(), expansion, call).map(o::holding));
  }
}
