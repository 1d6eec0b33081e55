package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;

/**
 * What a list of statements is introduced by: a condition, a loop's head, a caught type, a member's name.
 *
 * @param owner the construct
 * @param role which of its lists: {@code then}, {@code else}, {@code finally}, {@code body} ...
 * @param tokens of the head
 */
record Header(Node owner, String role, List<String> tokens) {

  /** The headers around a list, innermost first, up to the type declaration. */
  static List<Header> around(Unit unit, StatementList list) {
    List<Header> headers = new ArrayList<>();
    Node inner = list.node();
    if (list.kind() == StatementList.Kind.GROUP || list.kind() == StatementList.Kind.ARROW) {
      headers.add(of(unit, list.node(), list.node()));
    }
    for (Node at = inner.getParentNode().orElse(null);
        at != null;
        at = at.getParentNode().orElse(null)) {
      if (introduces(at, inner)) {
        headers.add(of(unit, at, inner));
      }
      if (at instanceof TypeDeclaration<?>) {
        return headers;
      }
      inner = at;
    }
    return headers;
  }

  boolean member() {
    return owner instanceof CallableDeclaration<?> || owner instanceof InitializerDeclaration;
  }

  /** How alike two headers of the same kind and role are. */
  double likeness(Header other) {
    if (owner.getClass() != other.owner.getClass()) {
      return -0.4;
    }
    if (!role.equals(other.role)) {
      return 0.05 + 0.2 * Tokens.similarity(tokens, other.tokens);
    }
    return tokens.isEmpty() && other.tokens.isEmpty()
        ? 0.6
        : 0.9 * Tokens.similarity(tokens, other.tokens);
  }

  private static boolean introduces(Node owner, Node inner) {
    if (owner instanceof BlockStmt) {
      return false;
    }
    boolean elseIf = owner instanceof IfStmt && inner instanceof IfStmt;
    return (owner instanceof Statement && inner instanceof Statement && !elseIf)
        || owner instanceof CatchClause
        || owner instanceof LambdaExpr
        || owner instanceof SwitchEntry
        || owner instanceof CallableDeclaration<?>
        || owner instanceof InitializerDeclaration;
  }

  private static Header of(Unit unit, Node owner, Node inner) {
    return new Header(owner, role(owner, inner), head(unit, owner, inner));
  }

  private static String role(Node owner, Node inner) {
    if (owner instanceof IfStmt branch) {
      return Nodes.same(branch.getThenStmt(), inner) ? "then" : "else";
    }
    if (owner instanceof TryStmt attempt) {
      return Nodes.same(attempt.getTryBlock(), inner) ? "try" : "finally";
    }
    return "body";
  }

  private static List<String> head(Unit unit, Node owner, Node inner) {
    if (owner instanceof IfStmt branch) {
      return Tokens.of(unit.text(branch.getCondition()));
    }
    if (owner instanceof CatchClause handler) {
      return Tokens.of(unit.text(handler.getParameter().getType()));
    }
    if (owner instanceof TryStmt attempt) {
      List<String> resources = new ArrayList<>();
      attempt.getResources().forEach(r -> resources.addAll(Tokens.of(unit.text(r))));
      return resources;
    }
    if (owner instanceof SwitchEntry entry) {
      List<String> labels = new ArrayList<>();
      entry.getLabels().forEach(label -> labels.addAll(Tokens.of(unit.text(label))));
      return labels;
    }
    if (owner instanceof LambdaExpr lambda) {
      return lambda
          .getParentNode()
          .filter(MethodCallExpr.class::isInstance)
          .map(call -> List.of(((MethodCallExpr) call).getNameAsString()))
          .orElse(List.of());
    }
    if (owner instanceof CallableDeclaration<?> callable) {
      return List.of(callable.getSignature().asString());
    }
    return Tokens.of(
        unit.text().substring(unit.start(owner), Math.max(unit.start(owner), unit.start(inner))));
  }
}
