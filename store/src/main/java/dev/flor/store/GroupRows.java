package dev.flor.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of all groups that are asked about; one group at a time is in memory. */
final class GroupRows implements Iterator<Object[]> {
  private final Db db;
  private final List<String> names;
  private final LoopPaths paths;
  private final int[] columns;
  private final int loops;
  private final Iterator<Chosen> groups;
  private Chosen chosen;
  private Turns turns;
  private List<NameValues> values = List.of();
  private PivotRows rows;
  private Object[] next;

  GroupRows(Db db, List<Chosen> groups, List<String> names, LoopPaths paths) {
    this.db = db;
    this.names = names;
    this.paths = paths;
    this.columns = paths.columns();
    this.loops = paths.headings().size();
    this.groups = groups.iterator();
  }

  @Override
  public boolean hasNext() {
    while (next == null && (rows != null || groups.hasNext())) {
      if (rows == null) {
        begin(groups.next());
      } else if (rows.next()) {
        next = cells();
      } else {
        rows = null;
      }
    }
    return next != null;
  }

  private void begin(Chosen group) {
    GroupValues read = GroupValues.read(db, group.group(), names, paths);
    chosen = group;
    turns = read.turns();
    values = read.values();
    rows = new PivotRows(turns, paths, values);
  }

  private Object[] cells() {
    Object[] cells = new Object[2 + loops + names.size() + 2];
    cells[0] = chosen.version();
    cells[1] = chosen.run();
    for (int depth = 1; depth <= rows.depth(); depth++) {
      int turn = rows.turn(depth);
      cells[2 + columns[turns.path(turn)]] = turns.shown(turn);
    }
    Origin origin = new Origin();
    for (int n = 0; n < names.size(); n++) {
      int at = rows.value(n);
      if (at >= 0) {
        cells[2 + loops + n] = values.get(n).plain(at);
        origin.add(member(n, at));
      }
    }
    cells[cells.length - 2] = origin.source();
    cells[cells.length - 1] = origin.verdict();
    return cells;
  }

  private RunRow member(int name, int at) {
    return chosen.group().members().get(values.get(name).member(at));
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object[] row = next;
    next = null;
    return row;
  }

  /** The group that the row given last is of. */
  Chosen chosen() {
    return chosen;
  }

  /** Which value of a name stands in the row given last, or -1. */
  int value(int name) {
    return rows.value(name);
  }

  /** The value itself. */
  Object plain(int name, int at) {
    return values.get(name).plain(at);
  }

  /** The run that logged it. */
  RunRow of(int name, int at) {
    return member(name, at);
  }
}
