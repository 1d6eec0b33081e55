package dev.flor.store;

import dev.flor.store.Context.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of one run. A context gets rows of its own when something it logged is not shown below:
 * a name that deeper contexts log too, a name logged several times here, or no deeper context logs
 * anything. What is logged once and at one depth is repeated in all rows below.
 */
final class PivotRows {
  /** One row: where, and what was logged there or above. */
  record Row(Context context, Map<String, Cell> cells) {}

  private final List<Row> rows = new ArrayList<>();

  private PivotRows() {}

  static List<Row> of(Context root) {
    PivotRows pivot = new PivotRows();
    pivot.visit(root, Map.of());
    return pivot.rows;
  }

  private void visit(Context context, Map<String, Cell> above) {
    SortedSet<String> below = namesBelow(context);
    Map<String, Cell> passedOn = new TreeMap<>(above);
    boolean ownRows = below.isEmpty();
    for (String name : context.names()) {
      if (below.contains(name) || context.logged(name).size() > 1) {
        ownRows = true;
      } else {
        passedOn.put(name, context.logged(name).get(0));
      }
    }
    if (ownRows && !context.names().isEmpty()) {
      addOwn(context, above);
    }
    for (Context child : context.children()) {
      if (!child.names().isEmpty() || !namesBelow(child).isEmpty()) {
        visit(child, passedOn);
      }
    }
  }

  private static SortedSet<String> namesBelow(Context context) {
    SortedSet<String> names = new TreeSet<>();
    for (Context child : context.children()) {
      names.addAll(child.names());
      names.addAll(namesBelow(child));
    }
    return names;
  }

  /** As many rows as the name logged most often; what was logged once is in each of them. */
  private void addOwn(Context context, Map<String, Cell> above) {
    int count = context.names().stream()
        .mapToInt(name -> context.logged(name).size())
        .max()
        .orElse(0);
    for (int i = 0; i < count; i++) {
      Map<String, Cell> cells = new LinkedHashMap<>(above);
      for (String name : context.names()) {
        List<Cell> logged = context.logged(name);
        if (logged.size() == 1) {
          cells.put(name, logged.get(0));
        } else if (i < logged.size()) {
          cells.put(name, logged.get(i));
        }
      }
      rows.add(new Row(context, cells));
    }
  }
}
