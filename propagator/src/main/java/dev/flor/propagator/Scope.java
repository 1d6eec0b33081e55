package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which variable a name stands for at a place, by the language's scoping rules (inherited fields aside). */
final class Scope {
  private Scope() {}

  /** The variable that {@code name} means where {@code node} stands. */
  static Optional<Binding> variable(Unit unit, String name, Node node) {
    return variable(unit, name, node, unit.start(node));
  }

  /** The variable that {@code name} means in a slot. */
  static Optional<Binding> variable(Slot slot, String name) {
    Node inside = slot.list().kind() == StatementList.Kind.BLOCK
            || slot.list().kind() == StatementList.Kind.GROUP
        ? slot.list().node()
        : slot.list().owner();
    return variable(slot.unit(), name, inside, slot.offset());
  }

  private static Optional<Binding> variable(Unit unit, String name, Node from, int offset) {
    for (Node at = from; at != null; at = at.getParentNode().orElse(null)) {
      for (Binding binding : declaredBy(at)) {
        if (binding.name().equals(name)
            && (binding.field() || unit.end(binding.node()) <= offset || !precedes(at))) {
          return Optional.of(binding);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what a node declares is visible only further down in it. */
  private static boolean precedes(Node node) {
    return node instanceof BlockStmt || node instanceof SwitchEntry || node instanceof Expression;
  }

  /** Where in {@code scope} a name means this variable. */
  static List<NameExpr> uses(Binding wanted, Node scope, Unit latest) {
    return scope.findAll(
        NameExpr.class,
        use -> use.getNameAsString().equals(wanted.name())
            && variable(latest, wanted.name(), use)
                .filter(b -> Nodes.same(b.node(), wanted.node()))
                .isPresent());
  }

  /** Whether what a member is asked of is a type, and no variable. */
  static boolean namesType(Unit unit, Expression scope) {
    return scope instanceof NameExpr name
        && variable(unit, name.getNameAsString(), name).isEmpty();
  }

  /** The statement that declares a type of this name in a block around a node. */
  static Optional<Statement> localType(Unit unit, String name, Node from, int offset) {
    for (Node at = from; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof BlockStmt block) {
        Optional<Statement> found = block.getStatements().stream()
            .filter(s -> unit.start(s) < offset)
            .filter(s -> declares(s, name))
            .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean declares(Statement statement, String name) {
    return (statement instanceof LocalClassDeclarationStmt local
            && local.getClassDeclaration().getNameAsString().equals(name))
        || (statement instanceof LocalRecordDeclarationStmt record
            && record.getRecordDeclaration().getNameAsString().equals(name));
  }

  /** Fields of a type, constants and record components included. */
  static List<Binding> fields(Node type) {
    List<Binding> found = new ArrayList<>();
    if (type instanceof TypeDeclaration<?> declared) {
      members(declared.getMembers(), found);
    }
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(e -> found.add(new Binding(e.getNameAsString(), e, true)));
    }
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(p -> found.add(new Binding(p.getNameAsString(), p, true)));
    }
    if (type instanceof ObjectCreationExpr creation) {
      creation.getAnonymousClassBody().ifPresent(body -> members(body, found));
    }
    return found;
  }

  private static void members(List<BodyDeclaration<?>> members, List<Binding> found) {
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(v -> found.add(new Binding(v.getNameAsString(), v, true)));
      }
    }
  }

  private static List<Binding> declaredBy(Node node) {
    List<Binding> found = new ArrayList<>(fields(node));
    if (node instanceof BlockStmt block) {
      statements(block.getStatements(), found);
    } else if (node instanceof SwitchEntry entry) {
      statements(entry.getStatements(), found);
      entry.getLabels().forEach(label -> patterns(label, found));
      entry.getGuard().ifPresent(guard -> patterns(guard, found));
    } else if (node instanceof ForStmt loop) {
      loop.getInitialization().forEach(e -> variables(e, found));
      loop.getCompare().ifPresent(e -> patterns(e, found));
    } else if (node instanceof ForEachStmt loop) {
      variables(loop.getVariable(), found);
    } else if (node instanceof TryStmt attempt) {
      attempt.getResources().forEach(e -> variables(e, found));
    } else if (node instanceof CatchClause handler) {
      parameter(handler.getParameter(), found);
    } else if (node instanceof LambdaExpr lambda) {
      lambda.getParameters().forEach(p -> parameter(p, found));
    } else if (node instanceof CallableDeclaration<?> callable) {
      callable.getParameters().forEach(p -> parameter(p, found));
    } else if (node instanceof IfStmt branch) {
      patterns(branch.getCondition(), found);
    } else if (node instanceof WhileStmt loop) {
      patterns(loop.getCondition(), found);
    } else if (node instanceof Expression expression && !(node instanceof ObjectCreationExpr)) {
      patterns(expression, found);
    }
    return found;
  }

  private static void statements(List<Statement> statements, List<Binding> found) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      Statement statement = statements.get(i);
      if (statement instanceof ExpressionStmt plain) {
        variables(plain.getExpression(), found);
      } else if (statement instanceof IfStmt branch) {
        patterns(branch.getCondition(), found);
      }
    }
  }

  private static void variables(Expression expression, List<Binding> found) {
    if (expression instanceof VariableDeclarationExpr declaration) {
      for (VariableDeclarator variable : declaration.getVariables()) {
        found.add(new Binding(variable.getNameAsString(), variable, false));
      }
    }
  }

  private static void patterns(Expression expression, List<Binding> found) {
    for (TypePatternExpr pattern : expression.findAll(TypePatternExpr.class)) {
      found.add(new Binding(pattern.getNameAsString(), pattern, false));
    }
  }

  private static void parameter(Parameter parameter, List<Binding> found) {
    found.add(new Binding(parameter.getNameAsString(), parameter, false));
  }
}
