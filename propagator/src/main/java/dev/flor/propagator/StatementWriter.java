package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.List;

/** Writes statements into one list of statements, with braces where there are none yet. */
final class StatementWriter {
  private static final int LINE = 1;
  private static final int CLOSE = 2;

  private final Unit unit;
  private final Layout layout;
  private final StatementList list;
  private final int depth;
  private final List<Cut> cuts = new ArrayList<>();

  StatementWriter(Unit unit, Layout layout, StatementList list) {
    this.unit = unit;
    this.layout = layout;
    this.list = list;
    this.depth = depth(list.node());
  }

  List<Cut> write(List<Piece.Line> lines) {
    switch (list.kind()) {
      case BLOCK, GROUP -> lines.forEach(this::among);
      case SINGLE -> single(lines);
      case ARROW -> arrow(lines);
      case LAMBDA -> lambda(lines);
    }
    return cuts;
  }

  private void among(Piece.Line line) {
    Slot slot = line.slot();
    int after = slot.before().map(unit::end).orElseGet(this::opening);
    int lineEnd = layout.restOfLine(after);
    if (lineEnd >= 0) {
      String indent = indent(slot);
      put(
          Cut.ends(
              lineEnd, depth, LINE, layout.lineEnd() + indent + layout.fit(line.source(), indent)),
          line);
    } else {
      put(Cut.ends(after, depth, LINE, " " + inline(line, after)), line);
      if (slot.before().isEmpty() && unit.text().startsWith("}", after)) {
        cuts.removeIf(cut -> cut.kind() == CLOSE);
        cuts.add(Cut.ends(after, depth, CLOSE, " "));
      }
    }
  }

  /** Just behind the brace of a block or the colon of a case. */
  private int opening() {
    if (!(list.node() instanceof SwitchEntry entry)) {
      return unit.start(list.node()) + 1;
    }
    int from = entry.getLabels().isEmpty()
        ? unit.start(entry)
        : unit.end(entry.getLabels().get(entry.getLabels().size() - 1));
    int at = entry.getGuard().map(unit::end).orElse(from);
    while (unit.text().charAt(at) != ':') {
      at = Tokens.end(unit.text(), at);
    }
    return at + 1;
  }

  private String indent(Slot slot) {
    int before = slot.before().map(unit::start).orElse(-1);
    if (before >= 0 && layout.opensLine(before)) {
      return layout.indentAt(before);
    }
    int after = slot.after().map(unit::start).orElse(-1);
    if (after >= 0 && layout.opensLine(after)) {
      return layout.indentAt(after);
    }
    int close = unit.end(list.node()) - 1;
    boolean brace = list.kind() == StatementList.Kind.BLOCK && layout.opensLine(close);
    return layout.indentAt(brace ? close : unit.start(list.node())) + layout.unit();
  }

  private String inline(Piece.Line line, int offset) {
    return layout.fit(line.source(), layout.indentAt(offset));
  }

  private void single(List<Piece.Line> lines) {
    Statement body = list.statements().get(0);
    braced(unit.start(body), unit.end(body), lines);
  }

  private void arrow(List<Piece.Line> lines) {
    Statement body = list.statements().get(0);
    boolean yields = body.isExpressionStmt()
        && list.node().getParentNode().filter(SwitchExpr.class::isInstance).isPresent();
    if (yields) {
      cuts.add(Cut.begins(unit.start(body), depth, CLOSE, "yield "));
    }
    braced(unit.start(body), unit.end(body), lines);
  }

  private void lambda(List<Piece.Line> lines) {
    Statement body = list.statements().get(0);
    int end = unit.text(body).endsWith(";") ? unit.end(body) - 1 : unit.end(body);
    if (lines.stream().anyMatch(Piece.Line::returns)) {
      cuts.add(Cut.begins(unit.start(body), depth, CLOSE, "return "));
    }
    cuts.add(Cut.ends(end, depth, 0, ";"));
    braced(unit.start(body), end, lines);
  }

  /** Puts braces around what is there: on its line, if it stands on the line of its head. */
  private void braced(int start, int end, List<Piece.Line> lines) {
    int head = endOfHead(unit.start(list.owner()), start);
    if (unit.tree().line(Math.max(0, head - 1)) == unit.tree().line(start)) {
      onTheLine(start, end, lines);
    } else {
      overLines(head, start, end, lines);
    }
  }

  private void overLines(int head, int start, int bodyEnd, List<Piece.Line> lines) {
    String indent = layout.indentAt(start);
    int rest = layout.restOfLine(bodyEnd);
    int end = rest >= 0 ? rest : bodyEnd;
    cuts.add(Cut.ends(head, depth, 0, " {"));
    for (Piece.Line line : lines) {
      String text = layout.fit(line.source(), indent);
      put(
          line.slot().index() == 0
              ? Cut.begins(start, depth, LINE, text + layout.lineEnd() + indent)
              : Cut.ends(end, depth, LINE, layout.lineEnd() + indent + text),
          line);
    }
    cuts.add(Cut.ends(
        end, depth, CLOSE, layout.lineEnd() + layout.indentAt(unit.start(list.owner())) + "}"));
  }

  private void onTheLine(int start, int end, List<Piece.Line> lines) {
    boolean apart = Character.isWhitespace(unit.text().charAt(start - 1));
    cuts.add(Cut.begins(start, depth, 0, apart ? "{ " : " { "));
    for (Piece.Line line : lines) {
      put(
          line.slot().index() == 0
              ? Cut.begins(start, depth, LINE, inline(line, start) + " ")
              : Cut.ends(end, depth, LINE, " " + inline(line, start)),
          line);
    }
    cuts.add(Cut.ends(end, depth, CLOSE, " }"));
  }

  private void put(Cut cut, Piece.Line line) {
    cuts.add(cut.of(line, Rewriting.order(line.source())));
  }

  /** Where the last token before {@code to} ends. */
  private int endOfHead(int from, int to) {
    String text = unit.text();
    int end = from;
    for (int at = Tokens.skipBlank(text, from, to); at < to; at = Tokens.skipBlank(text, end, to)) {
      end = Tokens.end(text, at);
    }
    return end;
  }

  private static int depth(Node node) {
    int depth = 0;
    for (Node at = node; at.getParentNode().isPresent(); at = at.getParentNode().get()) {
      depth++;
    }
    return depth;
  }
}
