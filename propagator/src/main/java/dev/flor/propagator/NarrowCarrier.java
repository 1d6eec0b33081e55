package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Skeleton.Part;
import dev.flor.propagator.Outcome.Load;
import dev.flor.propagator.OwnMembers.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries the probes of one file by parsing, of that file and the older one at its path, the members around the probes and no others.
 * Answers only where whole files give the same answer: a member that both versions have under one signature, a statement that goes
 * there as it is written, and evidence that nothing elsewhere could outweigh.
 */
final class NarrowCarrier {
  /** No place in another member reaches this: the headers around it speak against it. */
  private static final double SURE = 0.75;

  private final ParsedTexts texts;
  private final SourceTree latestTree;
  private final SourceTree olderTree;
  private final String file;
  private final OwnMembers own;

  private NarrowCarrier(
      SourceTree latestTree, SourceTree olderTree, ParsedTexts texts, String file, OwnMembers own) {
    this.latestTree = latestTree;
    this.olderTree = olderTree;
    this.texts = texts;
    this.file = file;
    this.own = own;
  }

  /**
   * What was carried, and what that depends on beside the members themselves.
   *
   * @param outcomes one for each probe
   * @param lost what was lost near each
   * @param expanded whether all of the older file was seen with a method in place of its calls
   */
  record Narrow(OwnMembers own, List<Outcome> outcomes, List<Lost> lost, boolean expanded) {}

  /** Empty if there is a probe that must be seen in whole files. */
  static Optional<Narrow> carry(
      String file, List<Probe> probes, SourceTree latest, SourceTree older, ParsedTexts texts) {
    return OwnMembers.of(file, probes, latest, older, texts)
        .flatMap(own -> new NarrowCarrier(latest, older, texts, file, own).carry(probes));
  }

  private Optional<Narrow> carry(List<Probe> probes) {
    Project project = new Project(
        new ParsedVersion(latestTree, this::parse),
        new ParsedVersion(olderTree, this::parse),
        texts);
    Optional<Pairing> pairing = project.pairing(file, file);
    if (pairing.isEmpty()) {
      return Optional.empty();
    }
    List<Lost> lost = new ArrayList<>();
    for (Probe probe : probes) {
      Optional<Lost> found = lost(probe, pairing.get()).filter(l -> own.isAtHome(probe, l));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      lost.add(found.get());
    }
    FileCarrier carrier = new FileCarrier(project, pairing.get(), Trace.NONE);
    List<Outcome> outcomes = new ArrayList<>();
    for (Probe probe : probes) {
      Outcome outcome = carrier.carry(probe);
      if (outcome.load().filter(this::isSure).isEmpty()) {
        return Optional.empty();
      }
      outcomes.add(outcome);
    }
    return Optional.of(new Narrow(own, outcomes, lost, project.isOlderExpanded()));
  }

  /** Of the probes' own file, the members around them and the heads of what they mention; of others, all heads. */
  private ParseResult parse(String path, String text) {
    boolean mine = path.equals(file);
    return texts
        .outline(text)
        .map(o -> texts.parse(o, m -> mine ? own.part(m) : Part.HEAD))
        .orElseGet(() -> texts.parse(text));
  }

  /** Whether a statement goes into its own member's counterpart as it is written, with imports at most. */
  private boolean isSure(Load load) {
    Cargo cargo = load.cargo();
    if (load.score() < SURE || !cargo.renames().isEmpty() || !cargo.brings().isEmpty()) {
      return false;
    }
    return cargo.pieces().stream()
        .allMatch(piece -> piece instanceof Piece.Import
            || (piece instanceof Piece.Line line
                && line.source().isVerbatim()
                && sameMember(line)));
  }

  /** What the older version has lost of what is near a statement; empty where its member has no counterpart. */
  private Optional<Lost> lost(Probe probe, Pairing pairing) {
    return pairing.latest().at(probe.span()).stream()
        .findFirst()
        .flatMap(node -> Nodes.enclosing(node, Statement.class))
        .flatMap(statement ->
            pairing.olderMember(statement).map(older -> lost(pairing, statement, older)));
  }

  private static Lost lost(Pairing pairing, Statement statement, Node older) {
    double least = MemberChoice.leastWhereItWent(MemberSearch.near(pairing, statement, older));
    Optional<Phrases> phrases = least > 1
        ? Optional.empty()
        : Optional.of(Phrases.near(statement, pairing::latestTokens)
            .without(Phrases.words(pairing.olderTokens(older))));
    return new Lost(phrases, lostStatements(pairing, statement), remarks(pairing, statement));
  }

  /** Before the statement, or one that it is in: a check may go with it. */
  private static List<String> remarks(Pairing pairing, Statement statement) {
    List<String> remarks = new ArrayList<>();
    for (Node at = statement;
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      if (at instanceof Statement around) {
        Site.of(pairing.latest(), around).flatMap(Remark::telling).ifPresent(remarks::add);
      }
    }
    return remarks;
  }

  /** Those of the statement's member that are not in the older one: where they are written elsewhere, they tell other things of the place. */
  private static List<List<String>> lostStatements(Pairing pairing, Statement statement) {
    return Pairing.member(statement).stream()
        .flatMap(member -> member.findAll(Statement.class).stream())
        .filter(s -> !Nodes.within(statement, s) && !pairing.stillWritten(s))
        .map(pairing::latestTokens)
        .toList();
  }

  private boolean sameMember(Piece.Line line) {
    Optional<Member> now = own.latest().at(line.source().start());
    Optional<Member> then = own.older().at(line.slot().offset());
    return now.isPresent() && now.flatMap(own::counterpart).equals(then);
  }
}
