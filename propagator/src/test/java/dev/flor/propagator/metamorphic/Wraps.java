package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A construct put around the statement and some of its neighbours, or taken away. */
final class Wraps {
  private Wraps() {}

  static List<Refactoring> all() {
    return List.of(
        wrap("if", "if (Boolean.getBoolean(\"extra\")) {", "}"),
        wrap(
            "if-else",
            "if (System.nanoTime() > 0) {",
            "} else {\n  throw new IllegalStateException();\n}"),
        wrap("try-catch", "try {", "} catch (RuntimeException failed) {\n  throw failed;\n}"),
        wrap("try-finally", "try {", "} finally {\n  Thread.yield();\n}"),
        wrap("loop", "for (int round = 0; round < 3; round++) {", "}"),
        wrap("while", "while (Thread.interrupted()) {", "}"),
        wrap("synchronized", "synchronized (Runtime.getRuntime()) {", "}"),
        wrap("block", "{", "}"),
        wrap("lambda", "Runnable deferred = () -> {", "};\ndeferred.run();"),
        Refactoring.of("unwrap from a construct", Wraps::unwrap, "construct"));
  }

  private static Refactoring wrap(String name, String before, String after) {
    boolean lambda = name.equals("lambda");
    boolean loop = before.startsWith("for") || before.startsWith("while");
    return Refactoring.of(
        "wrap in " + name,
        (view, random) -> wrap(view, random, before, after, lambda, loop),
        "3 statements");
  }

  private static Optional<Program> wrap(
      View view, Random random, String before, String after, boolean lambda, boolean loop) {
    int last = view.list.size() - 1;
    if (view.index < 1 || view.index >= last) {
      return Optional.empty();
    }
    int from = view.index - 1 - random.nextInt(Math.min(3, view.index));
    int to = view.index + 1 + random.nextInt(Math.min(3, last - view.index));
    List<Statement> wrapped = view.list.subList(from, to + 1);
    if (!view.amid(from, to)
        || declares(view, from, to)
        || (lambda && jumps(wrapped))
        || (loop && breaks(wrapped))) {
      return Optional.empty();
    }
    if (wrapped.stream().anyMatch(Statement::isExplicitConstructorInvocationStmt)) {
      return Optional.empty();
    }
    int start = view.start(view.list, from);
    int end = view.end(view.list, to);
    String indent = view.indent(view.span(wrapped.get(0)).start());
    String inner = view.text.substring(start, end).replace("\n", "\n    ");
    String text = before + "\n" + indent + "    " + inner + "\n" + indent
        + after.replace("\n", "\n" + indent);
    return view.with(new Edits().replace(start, end, text));
  }

  /** Whether what a range declares is used behind it. */
  private static boolean declares(View view, int from, int to) {
    for (Statement statement : view.list.subList(from, to + 1)) {
      if (statement instanceof LocalClassDeclarationStmt) {
        return true;
      }
      if (statement.isExpressionStmt()
          && statement.asExpressionStmt().getExpression()
              instanceof VariableDeclarationExpr declaration) {
        for (VariableDeclarator variable : declaration.getVariables()) {
          if (view.list.subList(to + 1, view.list.size()).stream()
              .anyMatch(s -> view.names(s).contains(variable.getNameAsString()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static boolean jumps(List<Statement> statements) {
    return breaks(statements)
        || statements.stream()
            .anyMatch(s -> s.findFirst(ReturnStmt.class).isPresent() || s.isYieldStmt());
  }

  private static boolean breaks(List<Statement> statements) {
    return statements.stream()
        .anyMatch(s -> s.findFirst(BreakStmt.class).isPresent()
            || s.findFirst(ContinueStmt.class).isPresent());
  }

  private static Optional<Program> unwrap(View view, Random random) {
    if (!(view.parent instanceof BlockStmt block) || view.list.size() < 2) {
      return Optional.empty();
    }
    Optional<Node> owner = block.getParentNode().filter(node -> removable(node, block));
    Optional<Node> outer = owner.flatMap(Node::getParentNode).filter(BlockStmt.class::isInstance);
    if (outer.isEmpty() || view.statement.findFirst(BreakStmt.class).isPresent()) {
      return Optional.empty();
    }
    boolean interior = view.amid(0, view.list.size() - 1);
    String inner = view.text(view.list, 0, view.list.size() - 1);
    return view.with(new Edits().replace(view.span(owner.get()), inner))
        .map(changed -> interior ? changed : changed.oneWay());
  }

  private static boolean removable(Node node, BlockStmt block) {
    if (node instanceof IfStmt branch) {
      return branch.getElseStmt().isEmpty()
          && branch.getParentNode().filter(IfStmt.class::isInstance).isEmpty();
    }
    if (node instanceof TryStmt attempt) {
      return View.same(attempt.getTryBlock(), block) && attempt.getResources().isEmpty();
    }
    return node instanceof SynchronizedStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt
        || (node instanceof ForStmt loop && loop.getInitialization().isEmpty())
        || node instanceof BlockStmt;
  }
}
