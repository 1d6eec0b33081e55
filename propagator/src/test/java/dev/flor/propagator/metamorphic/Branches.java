package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Conditions turned round, and switches in another form. */
final class Branches {
  private Branches() {}

  static List<Refactoring> all() {
    return List.of(
        Refactoring.of("invert if-else", Branches::invert, "else"),
        Refactoring.of("nesting to guard clause", Branches::guard, "last if"),
        Refactoring.of("old switch to arrows", Branches::arrows, "switch"),
        Refactoring.of("if-else-if to else with nested if", Branches::nestElse, "else"));
  }

  private static Optional<Program> invert(View view, Random random) {
    return view.around(
            IfStmt.class,
            i -> i.getThenStmt().isBlockStmt()
                && i.getElseStmt().filter(Statement::isBlockStmt).isPresent())
        .flatMap(i -> {
          String condition = view.text(i.getCondition());
          return view.with(new Edits()
              .replace(view.span(i.getCondition()), negated(condition))
              .replace(view.span(i.getThenStmt()), view.text(i.getElseStmt().get()))
              .replace(view.span(i.getElseStmt().get()), view.text(i.getThenStmt())));
        });
  }

  private static String negated(String condition) {
    if (condition.matches("!?[\\w.]+(\\(\\w*\\))?")) {
      return condition.startsWith("!") ? condition.substring(1) : "!" + condition;
    }
    if (condition.matches("[\\w.()]+ (==|!=) [\\w.]+")) {
      return condition.contains("==")
          ? condition.replace("==", "!=")
          : condition.replace("!=", "==");
    }
    return "!(" + condition + ")";
  }

  /** The {@code if} that is the last statement of a method or loop becomes a way out, and what it held comes behind it. */
  private static Optional<Program> guard(View view, Random random) {
    return view.around(
            IfStmt.class,
            i -> i.getElseStmt().isEmpty()
                && i.getThenStmt().isBlockStmt()
                && i.getThenStmt().asBlockStmt().getStatements().size() > 1
                && last(i)
                && wayOut(i).isPresent())
        .flatMap(i -> {
          BlockStmt body = i.getThenStmt().asBlockStmt();
          List<Statement> held = View.statements(body);
          String indent = view.indent(view.span(i).start());
          String inner = view.text(held, 0, held.size() - 1)
              .replace("\n" + view.indent(view.span(held.get(0)).start()), "\n" + indent);
          String text = "if (" + negated(view.text(i.getCondition())) + ") {\n" + indent + "  "
              + wayOut(i).get() + ";\n" + indent + "}\n" + indent + inner;
          return view.with(new Edits().replace(view.span(i), text));
        });
  }

  private static boolean last(IfStmt branch) {
    return branch
        .getParentNode()
        .filter(p -> p instanceof BlockStmt block
            && View.same(block.getStatements().getLast().orElseThrow(), branch))
        .isPresent();
  }

  private static Optional<String> wayOut(IfStmt branch) {
    Node owner = branch.getParentNode().flatMap(Node::getParentNode).orElseThrow();
    if (owner instanceof MethodDeclaration method && method.getType().isVoidType()) {
      return Optional.of("return");
    }
    return owner instanceof ForStmt || owner instanceof ForEachStmt || owner instanceof WhileStmt
        ? Optional.of("continue")
        : Optional.empty();
  }

  private static Optional<Program> nestElse(View view, Random random) {
    return view.around(IfStmt.class, i -> i.getParentNode()
            .filter(p -> p instanceof IfStmt outer
                && outer.getElseStmt().filter(e -> View.same(e, i)).isPresent())
            .isPresent())
        .flatMap(i -> view.with(
            new Edits().insert(view.span(i).start(), "{\n").insert(view.span(i).end(), "\n}")));
  }

  private static Optional<Program> arrows(View view, Random random) {
    return view.around(
            SwitchEntry.class,
            e -> e.getParentNode().filter(SwitchStmt.class::isInstance).isPresent())
        .flatMap(e -> arrows(view, (SwitchStmt) e.getParentNode().orElseThrow()));
  }

  private static Optional<Program> arrows(View view, SwitchStmt old) {
    Edits edits = new Edits();
    List<String> labels = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < old.getEntries().size(); at++) {
      SwitchEntry entry = old.getEntry(at);
      boolean closing = at == old.getEntries().size() - 1;
      if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP
          || entry.getGuard().isPresent()) {
        return Optional.empty();
      }
      start = start < 0 ? view.span(entry).start() : start;
      entry.getLabels().forEach(label -> labels.add(view.text(label)));
      List<Statement> held = View.statements(entry);
      if (held.isEmpty() && !closing) {
        if (entry.getLabels().isEmpty()) {
          return Optional.empty();
        }
        continue;
      }
      Optional<String> body = body(view, held, closing);
      if (body.isEmpty()) {
        return Optional.empty();
      }
      String head = entry.getLabels().isEmpty() ? "default" : "case " + String.join(", ", labels);
      if (entry.getLabels().isEmpty() && !labels.isEmpty()) {
        return Optional.empty();
      }
      int end = held.isEmpty() ? view.span(entry).end() : view.end(held, held.size() - 1);
      edits.replace(start, end, head + " -> {" + body.get() + "}");
      labels.clear();
      start = -1;
    }
    return view.with(edits);
  }

  /** The statements of a group without the {@code break} at their end; empty if it may fall through or breaks elsewhere. */
  private static Optional<String> body(View view, List<Statement> held, boolean closing) {
    if (held.isEmpty()) {
      return Optional.of("");
    }
    Statement last = held.get(held.size() - 1);
    boolean ends = last.isBreakStmt() && last.asBreakStmt().getLabel().isEmpty();
    boolean leaves =
        ends || last.isReturnStmt() || last.isThrowStmt() || last.isContinueStmt() || closing;
    List<Statement> kept = ends ? held.subList(0, held.size() - 1) : held;
    boolean blocked = held.size() == 1 && last.isBlockStmt();
    boolean breaks = kept.stream().anyMatch(Branches::breaksOut);
    if (!leaves
        || breaks
        || blocked
        || kept.stream().anyMatch(s -> view.holds(s) && s.isBreakStmt())) {
      return Optional.empty();
    }
    return Optional.of(kept.isEmpty() ? "" : "\n" + view.text(kept, 0, kept.size() - 1) + "\n");
  }

  private static boolean breaksOut(Statement statement) {
    return statement.findAll(BreakStmt.class).stream()
        .anyMatch(b -> b.getLabel().isEmpty() && out(b, statement));
  }

  private static boolean out(Node at, Statement outer) {
    for (Node node = at; !View.same(node, outer); node = node.getParentNode().orElseThrow()) {
      if (node.isAncestorOf(at)
          && (node instanceof ForStmt
              || node instanceof ForEachStmt
              || node instanceof WhileStmt
              || node instanceof SwitchStmt
              || node instanceof SwitchExpr)) {
        return false;
      }
    }
    return !(outer instanceof ForStmt
        || outer instanceof ForEachStmt
        || outer instanceof WhileStmt
        || outer instanceof SwitchStmt);
  }
}
