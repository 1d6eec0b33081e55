package dev.flor.propagator;

import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The members around the probes of one file, and the older ones at its path that these were, as the outlines of both files tell them:
 * nothing is parsed. There is no answer where they are not enough to place the probes.
 */
final class OwnMembers {
  /** So many words that the older member lacks may be in a method that it calls by chance. */
  private static final int BY_CHANCE = 1;

  /** So much of what is lost near a statement may be in another member by chance. */
  private static final double STRAY = 0.25;

  private final List<Probe> probes;
  private final Outline latest;
  private final Outline older;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> mentioned = new LinkedHashSet<>();

  private OwnMembers(List<Probe> probes, Outline latest, Outline older) {
    this.probes = probes;
    this.latest = latest;
    this.older = older;
  }

  static Optional<OwnMembers> of(
      String file, List<Probe> probes, SourceTree latest, SourceTree older, ParsedTexts texts) {
    Optional<Outline> now = outline(file, latest, texts);
    Optional<Outline> then = now.flatMap(outline -> outline(file, older, texts));
    return then.filter(outline -> !outline.text().equals(now.get().text()))
        .map(outline -> new OwnMembers(List.copyOf(probes), now.get(), outline))
        .filter(own -> probes.stream().allMatch(own::takesIn))
        .filter(own -> probes.stream().noneMatch(own::mayBeInCalled));
  }

  private static Optional<Outline> outline(String file, SourceTree tree, ParsedTexts texts) {
    return tree.read(file)
        .filter(text -> text.length() <= ParsedVersion.LONGEST)
        .flatMap(texts::outline);
  }

  /**
   * What the older version has lost of what is near a statement: where that is in another member, the statement may be there.
   *
   * @param phrases none where no member could hold enough of them
   * @param statements those of the statement's member, token by token
   * @param remarks what the comments before the statement and those around it say, which may be in a comment anywhere
   */
  record Lost(Optional<Phrases> phrases, List<List<String>> statements, List<String> remarks) {}

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

  Outline latest() {
    return latest;
  }

  Outline older() {
    return older;
  }

  /** How much of a member of one of the two files is needed. */
  Part part(Member member) {
    if (isWanted(member)) {
      return Part.WHOLE;
    }
    return mentioned.contains(member.name()) ? Part.HEAD : Part.NONE;
  }

  private boolean isWanted(Member member) {
    return names.contains(member.name());
  }

  /** The older member that the one around a probe was. */
  Member counterpart(Probe probe) {
    return latest.at(probe.span().start()).flatMap(this::counterpart).orElseThrow();
  }

  /** The older member of the same signature, or of the same name where there is but one of that name in either version. */
  Optional<Member> counterpart(Member member) {
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
  private boolean mayBeInCalled(Probe probe) {
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

  /** Whether no other member of the older file holds what was lost near a probe. */
  boolean isAtHome(Probe probe, Lost lost) {
    return lost.phrases()
        .map(phrases -> callsWhatLatestHas(probe)
            && others(probe).stream()
                .allMatch(tokens -> phrases.shareIn(Phrases.words(tokens)) <= STRAY
                    && lost.statements().stream()
                        .allMatch(s -> Collections.indexOfSubList(tokens, s) < 0)))
        .orElse(true);
  }

  /** Which of the remarks some comment of the older file makes. */
  List<Boolean> remarked(Lost lost) {
    return lost.remarks().stream()
        .map(words -> Remark.isIn(older.text(), words))
        .toList();
  }

  /** Whether latest has a counterpart of each method that the older member may call: with so little left, the rest may be in one that it has not. */
  private boolean callsWhatLatestHas(Probe probe) {
    Set<String> called = older.words(counterpart(probe).body());
    return older.members().stream()
        .filter(m -> called.contains(m.name()))
        .allMatch(m -> overloads(older, m).size() <= overloads(latest, m).size());
  }

  private List<List<String>> others(Probe probe) {
    Member own = counterpart(probe);
    return MemberTokens.of(older, member -> !member.equals(own));
  }

  /**
   * The older file without what is in the bodies of other members, and how it is laid out: where it is the same, each probe is at home,
   * and comments make the same remarks, the probes go to the same places. Nothing where its lines end in several ways, or one of the
   * members does not begin its line: then what is beside it counts, too.
   */
  Optional<String> core() {
    if (Layout.hasMixedLineEnds(older.text())
        || older.members().stream().anyMatch(m -> isWanted(m) && !beginsLine(m))) {
      return Optional.empty();
    }
    StringBuilder core = new StringBuilder();
    int at = 0;
    for (Span span : left()) {
      core.append(older.text(), at, span.start());
      at = span.end();
    }
    Layout layout = Layout.of(older.text(), latest.text());
    return Optional.of(core.append(older.text(), at, older.text().length())
        .append('\u0000')
        .append(layout.lineEnd())
        .append(layout.unit())
        .toString());
  }

  private boolean beginsLine(Member member) {
    int at = member.head().start();
    while (at > 0 && (older.text().charAt(at - 1) == ' ' || older.text().charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || older.text().charAt(at - 1) == '\n' || older.text().charAt(at - 1) == '\r';
  }

  /** What stands between the braces of members that are not parsed. */
  private List<Span> left() {
    List<Span> left = new ArrayList<>();
    for (Member member : older.members()) {
      if (!isWanted(member)) {
        left.add(new Span(member.body().start() + 1, member.body().end() - 1));
      }
    }
    return left;
  }

  /** Where an offset of the older file is in its core. */
  int inCore(int offset) {
    int gone = 0;
    for (Span span : left()) {
      gone += span.end() <= offset ? span.length() : 0;
    }
    return offset - gone;
  }

  /** Where an offset of the core is in the older file. */
  int inFile(int offset) {
    int at = offset;
    for (Span span : left()) {
      at += span.start() < at ? span.length() : 0;
    }
    return at;
  }

  /** How many lines before a probe's member are not in the core. */
  int linesLeft(Probe probe) {
    int own = counterpart(probe).head().start();
    int lines = 0;
    for (Span span : left()) {
      lines += span.end() <= own ? Rewriting.breaks(span.of(older.text())) : 0;
    }
    return lines;
  }
}
