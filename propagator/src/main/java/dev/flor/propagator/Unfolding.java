package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.propagator.Expansion.Call;
import dev.flor.propagator.StatementList.Kind;
import java.util.ArrayList;
import java.util.List;
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
    List<Call> calls = Expansion.calls(pairing.older(), olderMember).stream()
        .filter(call -> pairing.latestDeclaration(call.method()).isEmpty())
        .filter(call -> neighbours.stream().anyMatch(n -> holds(call.method(), n)))
        .toList();
    return calls.isEmpty()
        ? Optional.empty()
        : Expansion.of(pairing.older(), calls).flatMap(expansion -> {
          Pairing unfolded = Pairing.of(pairing.latest(), expansion.unit());
          return best(unfolded, site).flatMap(best -> {
            Optional<Slot> slot = original(expansion, best.slot());
            Optional<Node> method = slot.flatMap(s -> Pairing.member(s.list().node()));
            return method.map(m -> new Found(
                pairing.holding(member, m),
                new Ranked(slot.get(), best.score()),
                contested(unfolded, site, best.slot())
                    || calls.stream().filter(c -> Nodes.same(c.method(), m)).count() > 1));
          });
        });
  }

  /** In what the caller of a method was that the older version lacks. */
  private Optional<Found> inCaller(Site site, MethodDeclaration method) {
    List<Call> calls = Expansion.calls(pairing.latest(), pairing.latest().tree().unit()).stream()
        .filter(call -> Nodes.same(call.method(), method) && !Nodes.within(call.call(), method))
        .toList();
    if (calls.isEmpty() || calls.size() > MOST_CALLS) {
      return Optional.empty();
    }
    return Expansion.of(pairing.latest(), calls).flatMap(expansion -> {
      Pairing unfolded = Pairing.of(expansion.unit(), pairing.older());
      List<Found> found = new ArrayList<>();
      for (int n = 0; n < calls.size(); n++) {
        int call = n;
        Optional<Site> copy = copy(site, expansion, call);
        copy.flatMap(s -> best(unfolded, s))
            .filter(best -> inCounterpart(calls.get(call), best.slot()))
            .map(best -> new Found(
                pairing.holding(
                    method, Pairing.member(best.slot().list().node()).orElseThrow()),
                best,
                contested(unfolded, copy.get(), best.slot())))
            .ifPresent(found::add);
      }
      return found.stream().findFirst().map(first -> {
        boolean several =
            found.stream().anyMatch(f -> !f.place().slot().same(first.place().slot()));
        return new Found(first.closer(), first.place(), first.rivals() || several);
      });
    });
  }

  private boolean inCounterpart(Call call, Slot slot) {
    return Pairing.member(call.call())
        .flatMap(pairing::olderDeclaration)
        .filter(older -> Nodes.within(slot.list().node(), older))
        .isPresent();
  }

  /** The best place, if much speaks for it and one of the neighbours is beside it. */
  private Optional<Ranked> best(Pairing unfolded, Site site) {
    return Placer.of(project, unfolded).rank(site).stream()
        .findFirst()
        .filter(best -> best.score() >= Placer.THRESHOLD)
        .filter(best -> new Rivals(unfolded, site, best.slot()).fits());
  }

  private boolean contested(Pairing unfolded, Site site, Slot slot) {
    return Placer.of(project, unfolded).twin(site, slot).isPresent();
  }

  /** The statements beside it, log statements aside. */
  private static List<Statement> neighbours(Site site) {
    List<Statement> neighbours = new ArrayList<>();
    for (List<Statement> side : List.of(site.before(), site.after())) {
      side.stream()
          .filter(s -> !Pairing.onlyLogs(site.unit(), s))
          .findFirst()
          .ifPresent(neighbours::add);
    }
    return neighbours;
  }

  private boolean holds(MethodDeclaration method, Statement neighbour) {
    return method.findAll(Statement.class).stream()
        .anyMatch(statement -> pairing.similarity(neighbour, statement) >= ALIKE);
  }

  /** The same place in the method itself; empty for one that is not within its body. */
  private Optional<Slot> original(Expansion expansion, Slot slot) {
    Optional<Statement> before = slot.before().flatMap(expansion::original);
    Optional<Statement> after = slot.after().flatMap(expansion::original);
    boolean between = before.isPresent() && after.isPresent();
    boolean nested =
        expansion.original(slot.list().node()).isPresent() && slot.list().kind() == Kind.BLOCK;
    if (!between && !nested) {
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

  private static Optional<Site> copy(Site site, Expansion expansion, int call) {
    Optional<Site> outer = expansion
        .copy(site.statement(), call)
        .flatMap(statement -> Site.of(expansion.unit(), statement));
    return site.inner().isEmpty()
        ? outer
        : outer.flatMap(o -> copy(site.inner().get(), expansion, call).map(o::holding));
  }
}
