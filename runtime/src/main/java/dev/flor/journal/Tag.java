package dev.flor.journal;

/** The first byte of each record's body, and of a value inside one; docs/journal-format.md. */
final class Tag {
  static final byte[] MAGIC = {'F', 'L', 'O', 'R', 'J', 'N', 'L'};
  static final int FORMAT = 2;

  /** Format 1 had no records that end a turn and begin the next. */
  static final int OLDEST = 1;

  static final int HEADER = MAGIC.length + 1;
  static final int CHECKSUM = 4;

  static final int RUN_STARTED = 1;
  static final int VERSION = 2;
  static final int NAME = 3;
  static final int ARG = 4;
  static final int LOOP_STARTED = 5;
  static final int ITERATION_STARTED = 6;
  static final int ITERATION_ENDED = 7;
  static final int LOOP_ENDED = 8;
  static final int LOOP_SKIPPED = 9;
  static final int CHECKPOINT = 10;
  static final int FAULT = 11;
  static final int RUN_ENDED = 12;
  static final int NEXT_ITERATION = 13;
  static final int NEXT_VALUE = 14;

  /** A logged value: this plus one of the value types below. */
  static final int VALUE = 16;

  static final int DOUBLE = 0;
  static final int LONG = 1;
  static final int FALSE = 2;
  static final int TRUE = 3;
  static final int STRING = 4;
  static final int JSON = 5;
  static final int VALUE_TYPES = 6;

  private Tag() {}
}
