package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Skeleton.Part;
import dev.flor.propagator.Outcome.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries the probes of one file by parsing, of that file and the older one at its path, the members around the probes and no others.
 * Answers only where whole files give the same answer: a member that both versions have under one signature, a statement that goes
 * there as it is written, and evidence that nothing elsewhere could outweigh.
 */
final class NarrowCarrier {
  /** So many words that the older member lacks may be in a method that it calls by chance. */
  private static final int BY_CHANCE = 1;

  /** So much of what is lost near a statement may be in another member by chance. */
  private static final double STRAY = 0.25;

  /** No place in another member reaches this: the headers around it speak against it. */
  private static final double SURE = 0.75;

  private final ParsedTexts texts;
  private final SourceTree latestTree;
  private final SourceTree olderTree;
  private final String file;
  private final Outline latest;
  private final Outline older;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> mentioned = new LinkedHashSet<>();

  private NarrowCarrier(
      SourceTree latestTree,
      SourceTree olderTree,
      ParsedTexts texts,
      String file,
      Outline latest,
      Outline older) {
    this.latestTree = latestTree;
    this.olderTree = olderTree;
    this.texts = texts;
    this.file = file;
    this.latest = latest;
    this.older = older;
  }

  /** One outcome for each probe; empty if there is one that must be seen in whole files. */
  static Optional<List<Outcome>> carry(
      String file, List<Probe> probes, SourceTree latest, SourceTree older, ParsedTexts texts) {
    Optional<Outline> now = outline(file, latest, texts);
    Optional<Outline> then = now.flatMap(outline -> outline(file, older, texts));
    return then.filter(outline -> !outline.text().equals(now.get().text()))
        .map(outline -> new NarrowCarrier(latest, older, texts, file, now.get(), outline))
        .filter(carrier -> probes.stream().allMatch(carrier::takesIn))
        .filter(carrier -> probes.stream().noneMatch(p -> carrier.mayBeInCalled(p, probes)))
        .flatMap(carrier -> carrier.carry(probes));
  }

  private static Optional<Outline> outline(String file, SourceTree tree, ParsedTexts texts) {
    return tree.read(file)
        .filter(text -> text.length() <= ParsedVersion.LONGEST)
        .flatMap(texts::outline);
  }

  /** Notes what is to be parsed for a probe; false if its member has no sure counterpart. */
  private boolean takesIn(Probe probe) {
    Optional<Member> member = latest.at(probe.span().start());
    if (member.isEmpty()
        || member.get().name().isEmpty()
        || counterpart(member.get()).isEmpty()) {
      return false;
    }
    names.add(member.get().name());
    latest.members().stream()
        .filter(this::isWanted)
        .forEach(m -> mentioned.addAll(latest.words(m.body())));
    return !standsElsewhere(probe);
  }

  /** The older member of the same signature, or of the same name where there is but one of that name in either version. */
  private Optional<Member> counterpart(Member member) {
    List<Member> olders = overloads(older, member);
    List<Member> same =
        olders.stream().filter(m -> m.parameters().equals(member.parameters())).toList();
    boolean single = olders.size() == 1 && overloads(latest, member).size() == 1;
    List<Member> found = single ? olders : same;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<Member> overloads(Outline outline, Member member) {
    return outline.members().stream().filter(m -> m.overloads(member)).toList();
  }

  /** Whether one of the probe's texts is written in a part of the older file that is not parsed. */
  private boolean standsElsewhere(Probe probe) {
    for (String literal : Tokens.of(probe.text())) {
      for (int at = literal.startsWith("\"") ? older.text().indexOf(literal) : -1;
          at >= 0;
          at = older.text().indexOf(literal, at + 1)) {
        if (older.at(at).filter(this::isWanted).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the older member calls a method that latest lacks, and there is in that what the member itself lacks. */
  private boolean mayBeInCalled(Probe probe, List<Probe> probes) {
    Member member = latest.at(probe.span().start()).orElseThrow();
    Member then = counterpart(member).orElseThrow();
    Set<String> called = older.words(then.body());
    List<Member> extra = older.members().stream()
        .filter(m -> called.contains(m.name()))
        .filter(m -> latest.members().stream().noneMatch(now -> now.name().equals(m.name())))
        .toList();
    if (extra.isEmpty()) {
      return false;
    }
    Map<String, Integer> lost = new TreeMap<>();
    words(latest, member).forEach(word -> lost.merge(word, 1, Integer::sum));
    words(older, then).forEach(word -> lost.merge(word, -1, Integer::sum));
    probes.stream()
        .filter(p -> member.holds(p.span().start()))
        .flatMap(p -> Tokens.of(p.text()).stream())
        .forEach(word -> lost.merge(word, -1, Integer::sum));
    return extra.stream()
        .anyMatch(m -> older.words(m.body()).stream()
                .filter(word -> lost.getOrDefault(word, 0) > 0)
                .count()
            > BY_CHANCE);
  }

  private static List<String> words(Outline outline, Member member) {
    return Tokens.of(member.body().of(outline.text())).stream()
        .filter(word -> Character.isJavaIdentifierStart(word.charAt(0)) && !Tokens.isKeyword(word))
        .toList();
  }

  private boolean isWanted(Member member) {
    return names.contains(member.name());
  }

  private Optional<List<Outcome>> carry(List<Probe> probes) {
    Project project = new Project(
        new ParsedVersion(latestTree, this::parse),
        new ParsedVersion(olderTree, this::parse),
        texts);
    Optional<Pairing> pairing = project.pairing(file, file);
    if (pairing
        .filter(p -> probes.stream().allMatch(probe -> isAtHome(probe, p)))
        .isEmpty()) {
      return Optional.empty();
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
    return Optional.of(outcomes);
  }

  /** Of the probes' own file, the members around them and the heads of what they mention; of others, all heads. */
  private ParseResult parse(String path, String text) {
    boolean own = path.equals(file);
    return texts
        .outline(text)
        .map(o -> texts.parse(o, m -> own ? part(m) : Part.HEAD))
        .orElseGet(() -> texts.parse(text));
  }

  private Part part(Member member) {
    if (isWanted(member)) {
      return Part.WHOLE;
    }
    return mentioned.contains(member.name()) ? Part.HEAD : Part.NONE;
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

  /** Whether no other member of the older file holds so much more of what is near the statement than the counterpart of its own. */
  private boolean isAtHome(Probe probe, Pairing pairing) {
    return pairing.latest().at(probe.span()).stream()
        .findFirst()
        .flatMap(node -> Nodes.enclosing(node, Statement.class))
        .filter(statement -> pairing
            .olderMember(statement)
            .filter(own -> isAtHome(probe, pairing, statement, own))
            .isPresent())
        .isPresent();
  }

  private boolean isAtHome(Probe probe, Pairing pairing, Statement statement, Node own) {
    double least = MemberChoice.leastWhereItWent(MemberSearch.near(pairing, statement, own));
    if (least > 1) {
      return true;
    }
    Phrases lost = Phrases.near(statement, pairing::latestTokens)
        .without(Phrases.words(pairing.olderTokens(own)));
    List<List<String>> statements = lostStatements(pairing, statement);
    return callsWhatLatestHas(probe)
        && olderTokens(probe).stream()
            .allMatch(tokens -> lost.shareIn(Phrases.words(tokens)) <= STRAY
                && statements.stream().allMatch(s -> Collections.indexOfSubList(tokens, s) < 0));
  }

  /** Those of the statement's member that are not in the older one: where they are written elsewhere, they tell other things of the place. */
  private static List<List<String>> lostStatements(Pairing pairing, Statement statement) {
    return Pairing.member(statement).stream()
        .flatMap(member -> member.findAll(Statement.class).stream())
        .filter(s -> !Nodes.within(statement, s) && !pairing.stillWritten(s))
        .map(pairing::latestTokens)
        .toList();
  }

  /** Whether latest has a counterpart of each method that the older member may call: with so little left, the rest may be in one that it has not. */
  private boolean callsWhatLatestHas(Probe probe) {
    Member then = latest.at(probe.span().start()).flatMap(this::counterpart).orElseThrow();
    Set<String> called = older.words(then.body());
    return older.members().stream()
        .filter(m -> called.contains(m.name()))
        .allMatch(m -> overloads(older, m).size() <= overloads(latest, m).size());
  }

  /** Of each other member, and of what is outside of members. */
  private List<List<String>> olderTokens(Probe probe) {
    Optional<Member> own = latest.at(probe.span().start()).flatMap(this::counterpart);
    return MemberTokens.of(older, member -> own.filter(member::equals).isEmpty());
  }

  private boolean sameMember(Piece.Line line) {
    Optional<Member> now = latest.at(line.source().start());
    Optional<Member> then = older.at(line.slot().offset());
    return now.isPresent() && now.flatMap(this::counterpart).equals(then);
  }
}
