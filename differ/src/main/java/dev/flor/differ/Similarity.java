package dev.flor.differ;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.Optional;

/** How alike two nodes are, from 0 to 1, by what they contain and by what of that is linked. */
final class Similarity {
  /** Comparing larger subtrees word by word is left to the phases that link their parts. */
  private static final int LARGE = 20_000;

  private final Mapping mapping;
  private final NodeTable a;
  private final NodeTable b;

  Similarity(Mapping mapping) {
    this.mapping = mapping;
    this.a = mapping.a;
    this.b = mapping.b;
  }

  /** Of two units: their words, their shape, their headers, and what of them is linked already. */
  double ofUnits(int x, int y) {
    if (a.hash(x) == b.hash(y)) {
      return 1;
    }
    double words = words(x, y);
    double linked = 2.0 * mapping.common(x, y) / Math.max(1, a.size(x) + b.size(y) - 2);
    double contents = Math.max(words, linked);
    double shaped = a.shape(x) == b.shape(y) ? contents + (1 - contents) * 0.3 : contents;
    double headed = Headers.has(a, x) ? Math.max(shaped, ofHeaders(x, y) * 0.8) : shaped;
    return sameVariable(a.node(x), b.node(y)) ? Math.max(headed, 0.7) : headed;
  }

  private double words(int x, int y) {
    return a.size(x) > LARGE || b.size(y) > LARGE ? 0 : Likeness.dice(a.bag(x), b.bag(y));
  }

  /** Of expressions, names and types of one kind in one place: never quite 0. */
  double ofParts(int x, int y) {
    return a.hash(x) == b.hash(y)
        ? 1
        : 0.3 + 0.4 * words(x, y) + (a.shape(x) == b.shape(y) ? 0.1 : 0);
  }

  /** Of what stands before the bodies of two statements: conditions, loop variables, caught types. */
  double ofHeaders(int x, int y) {
    return Likeness.dice(Headers.words(a, x), Headers.words(b, y));
  }

  boolean sameHeader(int x, int y) {
    return Headers.has(a, x) && ofHeaders(x, y) > 0.99;
  }

  private static boolean sameVariable(Node a, Node b) {
    Optional<String> name = declared(a);
    return name.isPresent() && name.equals(declared(b));
  }

  private static Optional<String> declared(Node node) {
    if (node instanceof VariableDeclarator variable) {
      return Optional.of(variable.getNameAsString());
    }
    return node instanceof ExpressionStmt statement
            && statement.getExpression() instanceof VariableDeclarationExpr variables
            && variables.getVariables().size() == 1
        ? Optional.of(variables.getVariable(0).getNameAsString())
        : Optional.empty();
  }
}
