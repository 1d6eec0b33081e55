package dev.flor.differ;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;

/** Which nodes may be counterparts, and what part a node plays in matching. */
final class Kinds {
  private Kinds() {}

  /** Same class, or both loops: a counting loop often becomes one over items, and back. */
  static boolean compatible(Node a, Node b) {
    return a.getClass() == b.getClass() || (isLoop(a) && isLoop(b));
  }

  static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  /** Statements and the like: what moves as one, and is not a counterpart of just any other of its kind. */
  static boolean isUnit(Node node) {
    return node instanceof Statement
        || node instanceof BodyDeclaration
        || node instanceof CatchClause
        || node instanceof SwitchEntry
        || node instanceof ImportDeclaration
        || (node instanceof VariableDeclarator
            && node.getParentNode().filter(BodyDeclaration.class::isInstance).isPresent());
  }

  /** Units, and lambdas: what holds units. */
  static boolean isContainer(Node node) {
    return isUnit(node) || node instanceof LambdaExpr;
  }

  /** Whether a child of a unit is part of its body rather than of its header. */
  static boolean isBody(Node child) {
    return child instanceof Statement
        || child instanceof CatchClause
        || child instanceof SwitchEntry
        || child instanceof BodyDeclaration;
  }

  /** The block of a loop, method, catch clause ...: it goes where that goes, unlike a block that stands by itself. */
  static boolean isBodyBlock(Node node) {
    return node instanceof BlockStmt && !(node.getParentNode().orElse(null) instanceof BlockStmt);
  }
}
