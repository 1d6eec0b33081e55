package dev.flor.differ;

import dev.flor.differ.Declaration.Kind;
import dev.flor.differ.MemberIndex.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Pairs the types and members of two files: what is named alike first, then what looks alike, and last what changed its owner. */
final class DeclarationMatcher {
  private static final int NONE = -1;
  private static final double ALIKE = 0.5;
  private static final double SAME_NAME = 0.25;

  /** A pair of node numbers; {@code leaf}: of a member rather than of a type. */
  record Linked(int x, int y, boolean leaf) {}

  private final NodeTable a;
  private final NodeTable b;
  private final List<Member> latest;
  private final List<Member> older;
  private final int[] toOlder;
  private final int[] toLatest;
  private final long[][] latestNames;
  private final long[][] olderNames;

  private DeclarationMatcher(NodeTable a, NodeTable b) {
    this.a = a;
    this.b = b;
    this.latest = a.members();
    this.older = b.members();
    this.toOlder = new int[latest.size()];
    this.toLatest = new int[older.size()];
    this.latestNames = new long[latest.size()][];
    this.olderNames = new long[older.size()][];
    Arrays.fill(toOlder, NONE);
    Arrays.fill(toLatest, NONE);
  }

  static DeclarationMatcher match(NodeTable latest, NodeTable older) {
    DeclarationMatcher matcher = new DeclarationMatcher(latest, older);
    matcher.matchTypes();
    matcher.matchMembers();
    matcher.matchMovedMembers();
    return matcher;
  }

  List<Member> latest() {
    return latest;
  }

  List<Member> older() {
    return older;
  }

  /** Places in the lists; -1: no counterpart. */
  int toOlder(int i) {
    return toOlder[i];
  }

  int toLatest(int j) {
    return toLatest[j];
  }

  List<Linked> pairs() {
    List<Linked> pairs = new ArrayList<>();
    for (int i = 0; i < toOlder.length; i++) {
      if (toOlder[i] != NONE) {
        boolean leaf = latest.get(i).kind() != Kind.TYPE;
        pairs.add(new Linked(latest.get(i).number(), older.get(toOlder[i]).number(), leaf));
      }
    }
    return pairs;
  }

  /** Node numbers of the members of latest that have no counterpart. */
  List<Integer> unmatchedLatest() {
    return unmatched(latest, toOlder);
  }

  List<Integer> unmatchedOlder() {
    return unmatched(older, toLatest);
  }

  private static List<Integer> unmatched(List<Member> members, int[] counterparts) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < counterparts.length; i++) {
      if (counterparts[i] == NONE) {
        numbers.add(members.get(i).number());
      }
    }
    return numbers;
  }

  private void matchTypes() {
    Predicate<Member> type = member -> member.kind() == Kind.TYPE;
    byKey(type, (i, member) -> path(latest, i), (j, member) -> path(older, j));
    Predicate<Member> outer = member -> type.test(member) && member.owner() == NONE;
    onlyOnes(outer);
    byKey(type, (i, member) -> member.declaration().name(), (j, member) -> member
        .declaration()
        .name());
    byLikeness(type, (i, j) -> true, ALIKE);
  }

  /** Names of the enclosing types and the own one, without the package. */
  private static String path(List<Member> members, int i) {
    Member member = members.get(i);
    String name = member.declaration().name();
    return member.owner() == NONE ? name : path(members, member.owner()) + "." + name;
  }

  private void matchMembers() {
    Predicate<Member> leaf = member -> member.kind() != Kind.TYPE;
    byKey(
        leaf,
        (i, m) -> inOwner(toOlder[m.owner()], i, m.kind() + m.declaration().signature()),
        this::ofOlder);
    BiPredicate<Integer, Integer> owned =
        (i, j) -> toOlder[latest.get(i).owner()] == older.get(j).owner();
    byLikeness(leaf, owned.and(this::sameName), SAME_NAME);
    byKey(
        leaf,
        (i, m) -> inOwner(toOlder[m.owner()], i, m.kind() + m.declaration().name()),
        this::ofOlderName);
    byLikeness(leaf, owned, ALIKE);
    byLikeness(leaf, owned.and(this::longerName), SAME_NAME);
  }

  private static String inOwner(int owner, int i, String key) {
    return owner == NONE ? "unmatched " + i : owner + " " + key;
  }

  private String ofOlder(int j, Member member) {
    return member.owner() + " " + member.kind() + member.declaration().signature();
  }

  private String ofOlderName(int j, Member member) {
    return member.owner() + " " + member.kind() + member.declaration().name();
  }

  private boolean sameName(int i, int j) {
    return latest.get(i).declaration().name().equals(older.get(j).declaration().name());
  }

  /** Whether one name is the other one and more, as {@code makeAndStart} is {@code start}. */
  private boolean longerName(int i, int j) {
    String one = latest.get(i).declaration().name();
    String other = older.get(j).declaration().name();
    return Likeness.holdsWords(one, other) || Likeness.holdsWords(other, one);
  }

  private void matchMovedMembers() {
    Predicate<Member> leaf =
        member -> member.kind() != Kind.TYPE && member.kind() != Kind.CONSTRUCTOR;
    byLikeness(leaf, this::sameName, ALIKE);
    byLikeness(leaf, (i, j) -> latest.get(i).kind() == Kind.METHOD, 0.7);
  }

  private interface Key {
    String of(int at, Member member);
  }

  /** Pairs what has one key; several of one key are paired in order. */
  private void byKey(Predicate<Member> which, Key ofLatest, Key ofOlder) {
    Map<String, List<Integer>> left = keyed(latest, toOlder, which, ofLatest);
    Map<String, List<Integer>> right = keyed(older, toLatest, which, ofOlder);
    left.forEach((key, is) -> {
      List<Integer> js = right.getOrDefault(key, List.of());
      for (int k = 0; k < Math.min(is.size(), js.size()); k++) {
        link(is.get(k), js.get(k));
      }
    });
  }

  private static Map<String, List<Integer>> keyed(
      List<Member> members, int[] taken, Predicate<Member> which, Key key) {
    Map<String, List<Integer>> keyed = new TreeMap<>();
    for (int i : free(members, taken, which)) {
      keyed.computeIfAbsent(key.of(i, members.get(i)), k -> new ArrayList<>()).add(i);
    }
    return keyed;
  }

  private static List<Integer> free(List<Member> members, int[] taken, Predicate<Member> which) {
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] == NONE && which.test(members.get(i))) {
        free.add(i);
      }
    }
    return free;
  }

  /** A file's only top-level type is its counterpart's, under whatever name. */
  private void onlyOnes(Predicate<Member> which) {
    List<Integer> left = free(latest, toOlder, which);
    List<Integer> right = free(older, toLatest, which);
    if (left.size() == 1 && right.size() == 1) {
      link(left.get(0), right.get(0));
    }
  }

  private void byLikeness(
      Predicate<Member> which, BiPredicate<Integer, Integer> allowed, double least) {
    List<Integer> left = free(latest, toOlder, which);
    List<Integer> right = free(older, toLatest, which);
    if ((long) left.size() * right.size() > Sequences.LARGEST) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i : left) {
      for (int j : right) {
        if (latest.get(i).kind() == older.get(j).kind() && allowed.test(i, j)) {
          double score = likeness(i, j, least);
          if (score >= least) {
            pairs.add(new Pair(i, j, score));
          }
        }
      }
    }
    Pair.bestFirst(pairs).forEach(pair -> link(pair.x(), pair.y()));
  }

  /** Two thirds what it contains, one third what it is called; bodies of very different length are not compared. */
  private double likeness(int i, int j, double least) {
    int x = latest.get(i).number();
    int y = older.get(j).number();
    long[] left = a.bag(x);
    long[] right = b.bag(y);
    double most =
        2.0 * Math.min(left.length, right.length) / Math.max(1, left.length + right.length);
    if (total(most, 1) < least) {
      return 0;
    }
    double name = Likeness.dice(pairs(latest, latestNames, i), pairs(older, olderNames, j));
    return total(most, name) < least ? 0 : total(Likeness.dice(left, right), name);
  }

  private static double total(double contents, double name) {
    return contents * 2 / 3 + name / 3;
  }

  /** Each is held against many. */
  private static long[] pairs(List<Member> members, long[][] known, int i) {
    if (known[i] == null) {
      known[i] = Likeness.pairs(members.get(i).declaration().name());
    }
    return known[i];
  }

  private void link(int i, int j) {
    toOlder[i] = j;
    toLatest[j] = i;
  }

  /** Of all matched members, weighted by their length: how much of the two files is alike. */
  double similarity() {
    double shared = 0;
    double total = 0;
    Predicate<Member> leaf = member -> member.kind() != Kind.TYPE;
    for (int i = 0; i < toOlder.length; i++) {
      if (leaf.test(latest.get(i))) {
        long[] words = a.bag(latest.get(i).number());
        total += words.length;
        shared += toOlder[i] == NONE
            ? 0
            : 2.0 * Likeness.shared(words, b.bag(older.get(toOlder[i]).number()));
      }
    }
    for (Member member : older) {
      total += leaf.test(member) ? b.bag(member.number()).length : 0;
    }
    return total == 0 ? 0 : shared / total;
  }
}
