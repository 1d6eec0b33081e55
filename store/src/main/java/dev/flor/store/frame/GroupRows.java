package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.model.RunRow;
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
  private final FrameHeads heads;
  private final int[] columns;
  private final int loops;
  private final Iterator<Chosen> groups;
  private Chosen chosen;
  private RowWalk rows;
  private Optional<Origin> alone = Optional.empty();
  private boolean onRow;

  GroupRows(Db db, List<Chosen> groups, List<String> names, FrameHeads heads) {
    this.db = db;
    this.names = names;
    this.heads = heads;
    this.columns = heads.paths().columns();
    this.loops = heads.paths().headings().size();
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
        .orElseGet(() -> new MergedWalk(db, group, names, heads, columns));
  }

  private Optional<StraightWalk> straight(RunGroup group) {
    String run = group.base().id();
    if (group.members().size() > 1 || !heads.areOfOneLoop(run)) {
      return Optional.empty();
    }
    int[] itsColumns = IntStream.of(heads.paths(run))
        .map(path -> path < columns.length ? columns[path] : -1)
        .toArray();
    return StraightWalk.of(db, run, names, itsColumns);
  }

  int width() {
    return FIRST + loops + names.size() + Origin.HEADINGS.size();
  }

  /** The name whose column this is, or -1. */
  int name(int column) {
    int name = column - FIRST - loops;
    return name < names.size() ? Math.max(name, -1) : -1;
  }

  /** The cell of a column in the row it is at. */
  Object cell(int column) {
    if (column < FIRST) {
      return column == 0 ? chosen.version() : chosen.run();
    }
    int name = column - FIRST - loops;
    if (name < 0) {
      return rows.shown(column - FIRST);
    }
    if (name < names.size()) {
      return rows.value(name) < 0 ? null : rows.plain(name);
    }
    Origin origin = alone.orElseGet(this::origin);
    return name == names.size() ? origin.source() : origin.verdict();
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
    for (int column = 0; column < cells.length; column++) {
      cells[column] = cell(column);
    }
    return cells;
  }

  /** The group of the row it is at. */
  Chosen chosen() {
    return chosen;
  }

  /** Whether the column is of a loop of which a whole number is known to be shown in the row. */
  boolean isWhole(int column) {
    int loop = column - FIRST;
    return loop >= 0 && loop < loops && rows.isWhole(loop);
  }

  /** That number. */
  long whole(int column) {
    return rows.whole(column - FIRST);
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
