package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Matches the nodes of two files, member by member. */
final class FileMatcher {
  /** A statement of this many nodes that occurs once in either file is the same statement, moved. */
  private static final int MOVED = 8;

  private final Mapping mapping;
  private final DeclarationMatcher declarations;

  private FileMatcher(NodeTable latest, NodeTable older) {
    this.mapping = new Mapping(latest, older);
    this.declarations = DeclarationMatcher.match(latest, older);
  }

  static FileAlignment match(NodeTable latest, NodeTable older) {
    FileMatcher matcher = new FileMatcher(latest, older);
    if (latest.hash(0) == older.hash(0)) {
      matcher.mapping.linkWhole(0, 0);
    } else {
      matcher.match();
    }
    return new Matched(matcher.mapping, Declarations.matching(matcher.declarations));
  }

  private record Matched(Mapping nodes, Declarations.Matching declarations)
      implements FileAlignment {
    @Override
    public Optional<Node> older(Node latest) {
      return nodes.older(latest);
    }

    @Override
    public Optional<Node> latest(Node older) {
      return nodes.latest(older);
    }
  }

  private void match() {
    mapping.link(0, 0);
    List<Scope> members = new ArrayList<>();
    declarations.pairs().forEach(pair -> {
      mapping.link(pair.x(), pair.y());
      if (pair.leaf()) {
        members.add(new Scope(mapping, pair.x(), pair.y()));
      }
    });
    members.forEach(MemberMatcher::exact);
    linkMoved();
    members.forEach(MemberMatcher::alike);
    Scope whole = Scope.whole(mapping);
    Recovery.run(whole);
    Identical.linkTelling(whole);
    Containers.link(whole);
    Recovery.run(whole);
  }

  /** Before anything less than equality is tried: code that went into a member of its own, or came out of one. */
  private void linkMoved() {
    IntPredicate any = i -> true;
    Scope whole = Scope.whole(mapping);
    Identical.linkMoved(whole, unmatched(mapping.a, declarations.unmatchedLatest()), any, MOVED);
    Identical.linkMoved(whole, any, unmatched(mapping.b, declarations.unmatchedOlder()), MOVED);
  }

  private static IntPredicate unmatched(NodeTable table, List<Integer> members) {
    boolean[] inside = new boolean[table.count()];
    for (int member : members) {
      Arrays.fill(inside, member, table.end(member), true);
    }
    return i -> inside[i];
  }
}
