package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Optional;

/** The types and members of one file, in the order of the text. */
public final class Declarations {
  private final List<Declaration> all;

  private Declarations(List<Declaration> all) {
    this.all = all;
  }

  /** The declarations of a file; local and anonymous classes are part of the member they stand in. */
  public static Declarations of(SyntaxTree tree) {
    return new Declarations(List.of());
  }

  /** All of them. */
  public List<Declaration> all() {
    return all;
  }

  /** The innermost declaration that a node stands in (or is). */
  public Optional<Declaration> enclosing(Node node) {
    return Optional.empty();
  }

  /** Matches declarations one to one: by signature, then by name, then by similarity of body and name. */
  public static Matching match(SyntaxTree latest, SyntaxTree older) {
    return new Matching() {
      @Override
      public Optional<Declaration> older(Declaration latest) {
        return Optional.empty();
      }

      @Override
      public Optional<Declaration> latest(Declaration older) {
        return Optional.empty();
      }
    };
  }

  /** How alike the members of two files are, from 0 to 1. */
  public static double similarity(SyntaxTree latest, SyntaxTree older) {
    return 0;
  }

  /** A one-to-one partial mapping between the declarations of two files. */
  public interface Matching {
    /** The counterpart of a declaration of the latest file. */
    Optional<Declaration> older(Declaration latest);

    /** The counterpart of a declaration of the older file. */
    Optional<Declaration> latest(Declaration older);
  }
}
