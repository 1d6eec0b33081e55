package dev.flor.differ;

import com.github.javaparser.ast.Node;
import dev.flor.differ.MemberIndex.Member;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The types and members of one file, in the order of the text. */
public final class Declarations {
  private final List<Declaration> all;
  private final IdentityHashMap<Node, Declaration> byNode = new IdentityHashMap<>();

  private Declarations(List<Declaration> all) {
    this.all = List.copyOf(all);
    this.all.forEach(declaration -> byNode.put(declaration.node(), declaration));
  }

  /** The declarations of a file; local and anonymous classes are part of the member they stand in. */
  public static Declarations of(SyntaxTree tree) {
    return new Declarations(
        tree.table().members().stream().map(Member::declaration).toList());
  }

  /** All of them. */
  public List<Declaration> all() {
    return all;
  }

  /** The declaration that a node is. */
  public Optional<Declaration> at(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /** The innermost declaration that a node stands in (or is). */
  public Optional<Declaration> enclosing(Node node) {
    Optional<Node> at = Optional.of(node);
    while (at.isPresent() && !byNode.containsKey(at.get())) {
      at = at.get().getParentNode();
    }
    return at.map(byNode::get);
  }

  /** Matches declarations one to one: by signature, then by name, then by similarity of body and name. */
  public static Matching match(SyntaxTree latest, SyntaxTree older) {
    return matching(DeclarationMatcher.match(latest.table(), older.table()));
  }

  static Matching matching(DeclarationMatcher matcher) {
    return new ByNode(matcher);
  }

  /** How alike the members of two files are, from 0 to 1; the names of packages and classes do not count. */
  public static double similarity(SyntaxTree latest, SyntaxTree older) {
    return DeclarationMatcher.match(latest.table(), older.table()).similarity();
  }

  /** A one-to-one partial mapping between the declarations of two files. */
  public interface Matching {
    /** The counterpart of a declaration of the latest file. */
    Optional<Declaration> older(Declaration latest);

    /** The counterpart of a declaration of the older file. */
    Optional<Declaration> latest(Declaration older);
  }

  private static final class ByNode implements Matching {
    private final IdentityHashMap<Node, Declaration> older = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Declaration> latest = new IdentityHashMap<>();

    private ByNode(DeclarationMatcher matcher) {
      for (int i = 0; i < matcher.latest().size(); i++) {
        if (matcher.toOlder(i) >= 0) {
          Declaration left = matcher.latest().get(i).declaration();
          Declaration right = matcher.older().get(matcher.toOlder(i)).declaration();
          older.put(left.node(), right);
          latest.put(right.node(), left);
        }
      }
    }

    @Override
    public Optional<Declaration> older(Declaration declaration) {
      return Optional.ofNullable(older.get(declaration.node()));
    }

    @Override
    public Optional<Declaration> latest(Declaration declaration) {
      return Optional.ofNullable(latest.get(declaration.node()));
    }
  }
}
