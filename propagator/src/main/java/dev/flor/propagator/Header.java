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
import java.util.Optional;

/**
 * What a list of statements is introduced by: a condition, a loop's head, a caught type, a member's name.
 *
 * @param owner the construct
 * @param role which of its lists: {@code then}, {@code else}, {@code finally}, {@code body} ...
 * @param tokens of the head
 */
record Header(Node owner, String role, List<String> tokens) {

  /** How much the other side of the same construct speaks for a place. */
  private static final double OPPOSITE = -0.5;

  private static final double TURNED = 0.85;

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

  /** How alike two headers of the same kind and role are; the other branch of the same condition is the wrong one. */
  double likeness(Header other) {
    if (owner.getClass() != other.owner.getClass()) {
      return -0.4;
    }
    if (tokens.isEmpty() && other.tokens.isEmpty()) {
      return role.equals(other.role) ? 0.6 : OPPOSITE;
    }
    double same = Tokens.likeness(tokens, other.tokens);
    double inverted = inverted(other);
    return sameSide(other, same, inverted)
        ? 0.9 * Math.max(same, inverted)
        : 0.05 + (OPPOSITE - 0.05) * Math.max(same, inverted);
  }

  /** Whether it is the same side of a condition, or of its opposite. */
  boolean sameSide(Header other) {
    return sameSide(other, Tokens.likeness(tokens, other.tokens), inverted(other));
  }

  private boolean sameSide(Header other, double same, double inverted) {
    return role.equals(other.role) != inverted > same;
  }

  /** How much a condition is the opposite of another; only what is nearly so counts. */
  private double inverted(Header other) {
    if (!(owner instanceof IfStmt && other.owner instanceof IfStmt)) {
      return 0;
    }
    double likeness = Math.max(
        Tokens.likeness(Negation.of(tokens), other.tokens),
        Tokens.likeness(tokens, Negation.of(other.tokens)));
    return likeness >= TURNED ? likeness : 0;
  }

  /** What holds behind the nearest {@code if} before an index that leaves the list: the opposite of its condition. */
  static Optional<Header> leaving(Unit unit, StatementList list, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (list.statements().get(i) instanceof IfStmt guard
          && guard.getElseStmt().isEmpty()
          && leaves(guard.getThenStmt())) {
        List<String> tokens = head(unit, guard, guard.getThenStmt());
        return Optional.of(new Header(guard, "then", Negation.of(tokens)));
      }
    }
    return Optional.empty();
  }

  private static boolean leaves(Statement statement) {
    Statement last =
        statement instanceof BlockStmt block && block.getStatements().isNonEmpty()
            ? block.getStatement(block.getStatements().size() - 1)
            : statement;
    return last.isReturnStmt() || last.isThrowStmt() || last.isContinueStmt() || last.isBreakStmt();
  }

  static List<Header> within(Header inner, List<Header> chain) {
    List<Header> longer = new ArrayList<>(List.of(inner));
    longer.addAll(chain);
    return longer;
  }

  /** Whether the two innermost are conditions that both hold. */
  static boolean nested(List<Header> chain) {
    return chain.size() > 1
        && chain.subList(0, 2).stream()
            .allMatch(
                header -> header.owner() instanceof IfStmt && header.role().equals("then"));
  }

  /** The two innermost conditions as one. */
  static List<Header> merged(List<Header> chain) {
    List<String> both = new ArrayList<>(chain.get(1).tokens());
    both.addAll(List.of("&", "&"));
    both.addAll(chain.get(0).tokens());
    List<Header> merged = new ArrayList<>();
    merged.add(new Header(chain.get(0).owner(), chain.get(0).role(), both));
    merged.addAll(chain.subList(2, chain.size()));
    return merged;
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
      return Truth.normal(Emptiness.normal(Tokens.of(unit.text(branch.getCondition()))));
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
