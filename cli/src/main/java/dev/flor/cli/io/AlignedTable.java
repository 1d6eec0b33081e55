package dev.flor.cli.io;

import dev.flor.store.model.View;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Columns padded to their widest cell; numbers to the right. */
public final class AlignedTable {
  private final List<List<String>> lines = new ArrayList<>();
  private final List<Boolean> toTheRight = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  AlignedTable(View view) {
    this(view.distinctNames(), view.rows());
  }

  public AlignedTable(List<String> headings, List<? extends List<?>> rows) {
    lines.add(headings);
    rows.forEach(row -> lines.add(row.stream().map(Cells::readable).toList()));
    for (int column = 0; column < headings.size(); column++) {
      int at = column;
      widths.add(lines.stream().mapToInt(line -> width(line.get(at))).max().orElse(0));
      toTheRight.add(rows.stream().map(row -> row.get(at)).anyMatch(Cells::isNumber));
    }
  }

  public void print(PrintStream out) {
    lines.forEach(line -> out.println(joined(line, "  ").stripTrailing()));
  }

  void printMarkdown(PrintStream out) {
    List<String> rule = new ArrayList<>();
    for (int column = 0; column < widths.size(); column++) {
      String dashes = "-".repeat(Math.max(2, widths.get(column) - 1));
      rule.add(toTheRight.get(column) ? dashes + ":" : dashes + "-");
    }
    out.println("| " + joined(lines.get(0), " | ") + " |");
    out.println("| " + String.join(" | ", rule) + " |");
    lines.stream()
        .skip(1)
        .map(line -> line.stream().map(cell -> cell.replace("|", "\\|")).toList())
        .forEach(line -> out.println("| " + joined(line, " | ") + " |"));
  }

  private String joined(List<String> line, String between) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      String padding = " ".repeat(Math.max(0, widths.get(column) - width(cell)));
      cells.add(toTheRight.get(column) ? padding + cell : cell + padding);
    }
    return String.join(between, Collections.unmodifiableList(cells));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
