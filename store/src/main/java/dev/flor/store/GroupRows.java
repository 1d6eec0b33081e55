package dev.flor.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of all groups that are asked about; one group at a time is in memory. */
final class GroupRows implements Iterator<Object[]> {
  private static final int FIRST = 2;

  private final Db db;
  private final List<String> names;
  private final LoopPaths paths;
  private final int[] columns;
  private final int loops;
  private final Iterator<Chosen> groups;
  private Chosen chosen;
  private RowWalk rows;
  private Optional<Origin> alone = Optional.empty();
  private boolean onRow;

  GroupRows(Db db, List<Chosen> groups, List<String> names, LoopPaths paths) {
    this.db = db;
    this.names = names;
    this.paths = paths;
    this.columns = paths.columns();
    this.loops = paths.headings().size();
    this.groups = groups.iterator();
  }

  /** Goes to the next row; false when there is none. */
  boolean advance() {
    while (rows != null || groups.hasNext()) {
      if (rows == null) {
        begin(groups.next());
      } else if (rows.next()) {
        return true;
      } else {
        rows = null;
      }
    }
    return false;
  }

  private void begin(Chosen group) {
    chosen = group;
    rows = walk(group.group());
    alone = Optional.empty();
    if (group.group().members().size() == 1) {
      Origin origin = new Origin();
      origin.add(group.group().base());
      alone = Optional.of(origin);
    }
  }

  private RowWalk walk(RunGroup group) {
    return straight(group)
        .map(RowWalk.class::cast)
        .orElseGet(() -> new MergedWalk(db, group, names, paths, columns));
  }

  private Optional<StraightWalk> straight(RunGroup group) {
    if (group.members().size() > 1) {
      return Optional.empty();
    }
    String run = group.base().id();
    int[] itsColumns = IntStream.of(GroupValues.paths(db, run, paths))
        .map(path -> path < columns.length ? columns[path] : -1)
        .toArray();
    return StraightWalk.of(db, run, names, itsColumns);
  }

  int width() {
    return FIRST + loops + names.size() + Origin.HEADINGS.size();
  }

  /** The place of a name's column. */
  int column(int name) {
    return FIRST + loops + name;
  }

  /** Sets the cells of the row it is at; those of names that have only doubles if asked to. */
  void fill(Object[] cells, boolean doublesToo) {
    cells[0] = chosen.version();
    cells[1] = chosen.run();
    Arrays.fill(cells, FIRST, FIRST + loops, null);
    rows.showLoops(cells, FIRST);
    for (int n = 0; n < names.size(); n++) {
      boolean wanted = rows.value(n) >= 0 && (doublesToo || !rows.allDoubles(n));
      cells[FIRST + loops + n] = wanted ? rows.plain(n) : null;
    }
    Origin origin = alone.orElseGet(this::origin);
    cells[cells.length - 2] = origin.source();
    cells[cells.length - 1] = origin.verdict();
  }

  private Origin origin() {
    Origin origin = new Origin();
    for (int n = 0; n < names.size(); n++) {
      if (rows.value(n) >= 0) {
        origin.add(of(n));
      }
    }
    return origin;
  }

  @Override
  public boolean hasNext() {
    onRow = onRow || advance();
    return onRow;
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    onRow = false;
    Object[] cells = new Object[width()];
    fill(cells, true);
    return cells;
  }

  /** The group of the row it is at. */
  Chosen chosen() {
    return chosen;
  }

  /** Which value of a name stands in the row it is at, or -1. */
  int value(int name) {
    return rows.value(name);
  }

  /** Whether all that this group has of a name are doubles. */
  boolean allDoubles(int name) {
    return rows.allDoubles(name);
  }

  /** The double of such a name in the row. */
  double number(int name) {
    return rows.number(name);
  }

  /** The value of a name in the row. */
  Object plain(int name) {
    return rows.plain(name);
  }

  /** The run that logged it. */
  RunRow of(int name) {
    return chosen.group().members().get(rows.member(name));
  }
}
