package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

/** Puts a log statement of our own into a gap, or marks the statement that stands there. */
final class Marking {
  private Marking() {}

  static Optional<Program> logging(
      SortedMap<String, String> files, SyntaxTree tree, Place place, Random random) {
    Node holder = holder(tree, place);
    List<Statement> list = View.statements(holder);
    String statement =
        Program.OPEN + "Flor.log(\"probe\", " + value(holder, place, random) + ");" + Program.CLOSE;
    String text = tree.text();
    String marked;
    if (place.index() < list.size()) {
      int at = tree.span(list.get(place.index())).start();
      marked = text.substring(0, at) + statement + "\n" + indent(text, at) + text.substring(at);
    } else {
      Statement last = list.get(list.size() - 1);
      int at = tree.span(last).end();
      String indent = indent(text, tree.span(last).start());
      marked = text.substring(0, at) + "\n" + indent + statement + text.substring(at);
    }
    int head = tree.unit().getPackageDeclaration().map(p -> tree.span(p).end()).orElse(0);
    String whole = marked.substring(0, head) + "\n\n" + Instance.IMPORT + marked.substring(head);
    return Optional.of(Program.of(files).with(place.path(), whole));
  }

  /** Only a call that the file has once. */
  static Optional<Program> existing(SortedMap<String, String> files, SyntaxTree tree, Place place) {
    List<Statement> list = View.statements(holder(tree, place));
    if (place.index() >= list.size() || list.size() < 2) {
      return Optional.empty();
    }
    Statement statement = list.get(place.index());
    if (!statement.isExpressionStmt()
        || !statement.asExpressionStmt().getExpression().isMethodCallExpr()
        || statement.findFirst(LambdaExpr.class).isPresent()
        || !statement.getAllContainedComments().isEmpty()) {
      return Optional.empty();
    }
    String words = Words.of(statement);
    long same = tree.unit().findAll(Statement.class).stream()
        .filter(Statement::isExpressionStmt)
        .filter(s -> Words.of(s).equals(words))
        .count();
    int start = tree.span(statement).start();
    int end = tree.span(statement).end();
    String text = tree.text();
    return same > 1
        ? Optional.empty()
        : Optional.of(Program.of(files)
            .with(
                place.path(),
                text.substring(0, start)
                    + Program.OPEN
                    + text.substring(start, end)
                    + Program.CLOSE
                    + text.substring(end)));
  }

  private static Node holder(SyntaxTree tree, Place place) {
    return tree.unit()
        .findFirst(
            Node.class,
            n -> (n instanceof BlockStmt || n instanceof SwitchEntry)
                && tree.span(n).start() == place.list())
        .orElseThrow(() -> new IllegalStateException("the place is gone: " + place));
  }

  private static String indent(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = start;
    while (" \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String value(Node holder, Place place, Random random) {
    List<String> names = visible(holder, place.index());
    if (names.isEmpty()) {
      return List.of("System.nanoTime()", "1", "\"here\"").get(random.nextInt(3));
    }
    String one = pick(names, random);
    String other = pick(names, random);
    return switch (random.nextInt(4)) {
      case 0 -> "String.valueOf(" + one + ")";
      case 1 -> one + " + \" \" + " + other;
      case 2 -> "java.util.Objects.hash(" + one + ", " + other + ")";
      default -> one;
    };
  }

  private static String pick(List<String> names, Random random) {
    return names.get(
        random.nextInt(random.nextBoolean() ? names.size() : Math.min(3, names.size())));
  }

  /** Variables that can be seen from the gap, the nearest first. */
  private static List<String> visible(Node holder, int index) {
    List<String> names = new ArrayList<>();
    List<Statement> before = View.statements(holder).subList(0, index);
    for (int i = before.size() - 1; i >= 0; i--) {
      variables(before.get(i), names);
    }
    for (Node at = holder; at != null; at = at.getParentNode().orElse(null)) {
      Node parent = at.getParentNode().orElse(null);
      if (parent instanceof BlockStmt || parent instanceof SwitchEntry) {
        for (Statement statement : View.statements(parent)) {
          if (View.same(statement, at)) {
            break;
          }
          variables(statement, names);
        }
      }
      declared(at, holder, names);
      if (at instanceof TypeDeclaration<?>) {
        return names;
      }
    }
    return names;
  }

  private static void declared(Node node, Node holder, List<String> names) {
    if (node instanceof ForStmt loop) {
      loop.getInitialization().forEach(e -> variables(e, names));
    } else if (node instanceof ForEachStmt loop) {
      variables(loop.getVariable(), names);
    } else if (node instanceof TryStmt attempt && within(holder, attempt.getTryBlock())) {
      attempt.getResources().forEach(e -> variables(e, names));
    } else if (node instanceof CatchClause handler) {
      names.add(handler.getParameter().getNameAsString());
    } else if (node instanceof LambdaExpr lambda) {
      lambda.getParameters().forEach(p -> names.add(p.getNameAsString()));
    } else if (node instanceof CallableDeclaration<?> callable) {
      callable.getParameters().forEach(p -> names.add(p.getNameAsString()));
    } else if (node instanceof TypeDeclaration<?> type) {
      type.getMembers().stream()
          .filter(FieldDeclaration.class::isInstance)
          .flatMap(f -> ((FieldDeclaration) f).getVariables().stream())
          .filter(v -> !names.contains(v.getNameAsString()))
          .forEach(v -> names.add(v.getNameAsString()));
    }
  }

  private static boolean within(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (View.same(at, outer)) {
        return true;
      }
    }
    return false;
  }

  private static void variables(Statement statement, List<String> names) {
    if (statement.isExpressionStmt()) {
      variables(statement.asExpressionStmt().getExpression(), names);
    }
  }

  private static void variables(Expression expression, List<String> names) {
    if (expression instanceof VariableDeclarationExpr declaration) {
      declaration.getVariables().stream()
          .filter(v -> v.getInitializer().isPresent()
              || v.getParentNode()
                  .flatMap(Node::getParentNode)
                  .filter(ForEachStmt.class::isInstance)
                  .isPresent())
          .forEach(v -> names.add(v.getNameAsString()));
    }
  }
}
