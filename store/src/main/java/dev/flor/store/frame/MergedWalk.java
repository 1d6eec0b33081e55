package dev.flor.store.frame;

import dev.flor.store.db.Db;
import java.util.List;

/** The rows of whatever group: its turns and values are brought together first. */
final class MergedWalk implements RowWalk {
  private final int[] columns;
  private final Turns turns;
  private final NameValues[] values;
  private final PivotRows rows;

  MergedWalk(Db db, RunGroup group, List<String> names, FrameHeads heads, int[] columns) {
    this.columns = columns;
    GroupValues read = GroupValues.read(db, group, names, heads);
    this.turns = read.turns();
    this.values = read.values().toArray(NameValues[]::new);
    this.rows = new PivotRows(turns, heads.paths(), values);
  }

  @Override
  public boolean next() {
    return rows.next();
  }

  @Override
  public boolean isWhole(int loop) {
    return false;
  }

  @Override
  public long whole(int loop) {
    return (Long) shown(loop);
  }

  @Override
  public Object shown(int loop) {
    for (int depth = 1; depth <= rows.depth(); depth++) {
      int turn = rows.turn(depth);
      if (columns[turns.path(turn)] == loop) {
        return turns.shown(turn);
      }
    }
    return null;
  }

  @Override
  public int value(int name) {
    return rows.value(name);
  }

  @Override
  public boolean allDoubles(int name) {
    return values[name].allDoubles();
  }

  @Override
  public double number(int name) {
    return values[name].number(rows.value(name));
  }

  @Override
  public Object plain(int name) {
    return values[name].plain(rows.value(name));
  }

  @Override
  public int member(int name) {
    return values[name].member(rows.value(name));
  }
}
