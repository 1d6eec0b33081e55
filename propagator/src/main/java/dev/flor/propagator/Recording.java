package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.propagator.Consideration.File;
import dev.flor.propagator.Consideration.Member;
import dev.flor.propagator.Consideration.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what was considered for each probe. */
final class Recording extends Trace {
  private static final int PLACES = 3;

  private final List<List<Look>> probes = new ArrayList<>();

  /** One for each probe, in their order. */
  List<Consideration> considerations() {
    return probes.stream()
        .map(looks -> new Consideration(looks.stream().map(Look::file).toList()))
        .toList();
  }

  @Override
  boolean listens() {
    return true;
  }

  @Override
  void begin() {
    probes.add(new ArrayList<>());
  }

  @Override
  void file(String path, Consideration.Reason reason) {
    probes.get(probes.size() - 1).add(new Look(path, reason));
  }

  @Override
  void standing(String text) {
    last().standing = Optional.of(Explanation.brief(text));
  }

  @Override
  void member(Unit older, Node member, double score) {
    String name = member instanceof CallableDeclaration<?> callable
        ? callable.getSignature().asString()
        : "an initialiser";
    last().members.add(new Member(name, older.line(member), score));
  }

  @Override
  void ranked(Pairing pairing, Site site, List<Ranked> ranked) {
    Evidence evidence = new Evidence(pairing, site);
    last().places.clear();
    ranked.stream()
        .limit(PLACES)
        .forEach(r -> last().places.add(new Considered(r, evidence.agreements(r.slot()))));
  }

  @Override
  void obstacle(Slot slot, Failure failure) {
    last().places.stream()
        .filter(place -> place.ranked.slot().same(slot))
        .forEach(
            place -> place.obstacle = Optional.of(failure.reason().id() + ": " + failure.detail()));
  }

  private Look last() {
    List<Look> looks = probes.get(probes.size() - 1);
    return looks.get(looks.size() - 1);
  }

  private static final class Look {
    private final String path;
    private final Consideration.Reason reason;
    private final List<Member> members = new ArrayList<>();
    private final List<Considered> places = new ArrayList<>();
    private Optional<String> standing = Optional.empty();

    Look(String path, Consideration.Reason reason) {
      this.path = path;
      this.reason = reason;
    }

    File file() {
      return new File(
          path,
          reason,
          standing,
          members,
          places.stream().map(Considered::place).toList());
    }
  }

  private static final class Considered {
    private final Ranked ranked;
    private final List<Agreement> evidence;
    private Optional<String> obstacle = Optional.empty();

    Considered(Ranked ranked, List<Agreement> evidence) {
      this.ranked = ranked;
      this.evidence = evidence;
    }

    Place place() {
      Slot slot = ranked.slot();
      return new Place(
          slot.line(),
          text(slot, slot.before()),
          text(slot, slot.after()),
          Header.around(slot.unit(), slot.list()).stream()
              .findFirst()
              .map(header -> Explanation.head(header, slot.unit()))
              .orElse(""),
          ranked.score(),
          evidence,
          obstacle);
    }

    private static Optional<String> text(Slot slot, Optional<Statement> statement) {
      return statement.map(s -> Explanation.brief(slot.unit().text(s)));
    }
  }
}
