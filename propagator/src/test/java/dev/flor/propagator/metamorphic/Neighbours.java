package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What stands beside the statement, or looks like what does, comes, goes or changes its order. */
final class Neighbours {
  private Neighbours() {}

  static List<Refactoring> all() {
    return List.of(
        Refactoring.of("insert unrelated statements", Neighbours::unrelated),
        Refactoring.of("insert other log statements", Neighbours::otherLogs),
        Refactoring.of("insert logger statements", Neighbours::loggers),
        Refactoring.of("delete a neighbour", Neighbours::delete, "3 statements"),
        Refactoring.of("reorder statements", Neighbours::swap, "3 statements"),
        Refactoring.of("reorder methods", Neighbours::reorder),
        Refactoring.of("look-alike method elsewhere", Neighbours::lookAlike),
        Refactoring.of("look-alike class in another file", Neighbours::lookAlikeFile),
        Refactoring.of("change signature", Neighbours::signature));
  }

  private static Optional<Program> unrelated(View view, Random random) {
    return inserted(
        view,
        random,
        List.of(
            "int unrelated0 = 7 * 3;",
            "System.getProperties().remove(\"unrelated1\");",
            "if (Thread.interrupted()) {\n  throw new IllegalStateException(\"unrelated2\");\n}"));
  }

  private static Optional<Program> otherLogs(View view, Random random) {
    return inserted(
        view,
        random,
        List.of(
            "dev.flor.Flor.log(\"other0\", 1);",
            "dev.flor.Flor.log(\"other1\", System.nanoTime());",
            "dev.flor.Flor.log(\"other2\", \"x\" + 1);"));
  }

  private static Optional<Program> loggers(View view, Random random) {
    return inserted(
        view,
        random,
        List.of(
            "LOG.info(\"got so far\");",
            "LOG.debug(\"state {}\", this);",
            "if (LOG.isDebugEnabled()) {\n  LOG.debug(\"in detail {}\", 1);\n}"));
  }

  /** At one to three places of the statement's list and of those around it. */
  private static Optional<Program> inserted(View view, Random random, List<String> texts) {
    Edits edits = new Edits();
    int count = 1 + random.nextInt(3);
    for (int k = 0; k < count; k++) {
      int reach = 1 + random.nextInt(3);
      int at = Math.max(
          0, Math.min(view.list.size() - 1, view.index + random.nextInt(2 * reach) - reach + 1));
      Statement before = view.list.get(at);
      if (before.isExplicitConstructorInvocationStmt()) {
        return Optional.empty();
      }
      int start = View.same(before, view.statement)
          ? view.span(before).start() - Program.OPEN.length()
          : view.start(view.list, at);
      String indent = view.indent(view.span(before).start());
      edits.insert(start, texts.get(k).replace("\n", "\n" + indent) + "\n" + indent);
    }
    return view.with(edits);
  }

  private static Optional<Program> delete(View view, Random random) {
    int at = random.nextBoolean() ? view.index - 1 : view.index + 1;
    if (at < 0 || at >= view.list.size() || view.list.size() < 4) {
      return Optional.empty();
    }
    Statement gone = view.list.get(at);
    if (!gone.isExpressionStmt()
        || gone.asExpressionStmt().getExpression().isVariableDeclarationExpr()) {
      return Optional.empty();
    }
    return view.with(new Edits().replace(view.start(view.list, at), view.end(view.list, at), ""))
        .map(p -> p.loosely(Words.of(gone)));
  }

  private static Optional<Program> swap(View view, Random random) {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i + 1 < view.list.size(); i++) {
      if (i != view.index && i + 1 != view.index && independent(view, i)) {
        firsts.add(i);
      }
    }
    if (firsts.isEmpty()) {
      return Optional.empty();
    }
    firsts.sort((a, b) -> Integer.compare(Math.abs(a - view.index), Math.abs(b - view.index)));
    int i = firsts.get(random.nextInt(Math.min(2, firsts.size())));
    return view.with(new Edits()
        .replace(
            view.start(view.list, i), view.end(view.list, i), view.text(view.list, i + 1, i + 1))
        .replace(
            view.start(view.list, i + 1), view.end(view.list, i + 1), view.text(view.list, i, i)));
  }

  private static boolean independent(View view, int i) {
    Statement one = view.list.get(i);
    Statement other = view.list.get(i + 1);
    return one.isExpressionStmt()
        && other.isExpressionStmt()
        && !Words.of(one).equals(Words.of(other))
        && one.asExpressionStmt().findAll(VariableDeclarator.class).stream()
            .noneMatch(v -> view.names(other).contains(v.getNameAsString()));
  }

  private static Optional<Program> reorder(View view, Random random) {
    Optional<TypeDeclaration<?>> type = type(view);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<BodyDeclaration<?>> members = new ArrayList<>();
    type.get().getMembers().stream()
        .filter(MethodDeclaration.class::isInstance)
        .forEach(members::add);
    if (members.size() < 3) {
      return Optional.empty();
    }
    List<BodyDeclaration<?>> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    Edits edits = new Edits();
    for (int i = 0; i < members.size(); i++) {
      edits.replace(view.span(members.get(i)), view.text(shuffled.get(i)));
    }
    return view.with(edits);
  }

  static Optional<TypeDeclaration<?>> type(View view) {
    for (Node at = view.statement; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The whole of a member's text without the statement, under another name. */
  private static Optional<Program> lookAlike(View view, Random random) {
    Optional<MethodDeclaration> method = method(view);
    return method.flatMap(m -> {
      String plain = unmarked(view.text(m));
      String name = m.getNameAsString();
      int at = plain.indexOf(name + "(");
      if (at < 0) {
        return Optional.empty();
      }
      String copy =
          plain.substring(0, at) + view.fresh(name + "Again") + plain.substring(at + name.length());
      int place = random.nextBoolean() ? view.span(m).start() : view.span(m).end();
      String text = place == view.span(m).start() ? copy + "\n\n  " : "\n\n  " + copy;
      return view.with(new Edits().insert(place, text));
    });
  }

  private static Optional<MethodDeclaration> method(View view) {
    return view.callable()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(m -> m.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent());
  }

  static String unmarked(String text) {
    int open = text.indexOf(Program.OPEN);
    int close = text.indexOf(Program.CLOSE);
    return open < 0
        ? text
        : text.substring(0, open)
            + text.substring(close + Program.CLOSE.length()).stripLeading();
  }

  private static Optional<Program> lookAlikeFile(View view, Random random) {
    String name = view.path.substring(view.path.lastIndexOf('/') + 1).replace(".java", "");
    String to = name + (random.nextBoolean() ? "2" : "Legacy");
    String copy = Words.replaced(unmarked(view.text), name, to);
    return copy.contains("class " + to)
        ? Optional.of(view.program.with(view.path.replace(name + ".java", to + ".java"), copy))
        : Optional.empty();
  }

  private static Optional<Program> signature(View view, Random random) {
    return view.callable().map(c -> (CallableDeclaration<?>) c).flatMap(c -> {
      int name = view.span(c.getName()).end();
      int open = view.text.indexOf('(', name) + 1;
      boolean none = c.getParameters().isEmpty();
      return view.with(new Edits().insert(open, none ? "int extra" : "int extra, "));
    });
  }
}
