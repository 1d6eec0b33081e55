package dev.flor.store.frame;

/** The rows of one group, one after the other: which turn each is in, and which values stand in it. */
interface RowWalk {
  /** Goes to the next row; false when there is none. */
  boolean next();

  /** Whether it is known that a whole number is shown of the turn around the row that is of this loop. */
  boolean isWhole(int loop);

  /** That number. */
  long whole(int loop);

  /** What is shown of the turn around the row that is of this loop, by its column; null where there is none. */
  Object shown(int loop);

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
