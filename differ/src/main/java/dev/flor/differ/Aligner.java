package dev.flor.differ;

import com.github.javaparser.ast.Node;

/** Maps the nodes of one tree to the nodes of another. */
public final class Aligner {
  private Aligner() {}

  /** Aligns two files: their declarations first, then statement by statement within these, then what moved between them. */
  public static FileAlignment align(SyntaxTree latest, SyntaxTree older) {
    return FileMatcher.match(latest.table(), older.table());
  }

  /** Aligns two members (or any two subtrees) taken to be counterparts, perhaps of different files. */
  public static Alignment align(Node latestMember, Node olderMember) {
    Mapping mapping = new Mapping(NodeTable.of(latestMember), NodeTable.of(olderMember));
    Scope scope = Scope.whole(mapping);
    MemberMatcher.exact(scope);
    MemberMatcher.alike(scope);
    return mapping;
  }
}
