package dev.flor.store;

/** The rows of one group, one after the other: which turn each is in, and which values stand in it. */
interface RowWalk {
  /** Goes to the next row; false when there is none. */
  boolean next();

  /** Puts what is shown of the turns around the row into the columns of their loops, from {@code first} on. */
  void showLoops(Object[] cells, int first);

  /** Which of the values of a name stands in the row; equal numbers are the same value; -1 for none. */
  int value(int name);

  /** Whether all values of a name are doubles. */
  boolean allDoubles(int name);

  /** The value of a name in the row, when all of them are doubles. */
  double number(int name);

  /** The value of a name in the row. */
  Object plain(int name);

  /** The run that logged it, by its place in the group. */
  int member(int name);
}
