package dev.flor.replay.propagation;

/**
 * Something that was asked of a version while statements were carried.
 *
 * @param side which version was asked
 * @param argument a path or a name, where the kind has one
 * @param names what it is about, where that is more than one thing
 * @param others the names that count, where the kind has them
 */
record Question(Side side, Kind kind, String argument, Names names, Names others) {

  /** One of the two versions. */
  enum Side {
    LATEST,
    OLDER
  }

  /** What is asked. */
  enum Kind {
    HAS,
    READ,
    NAMED,
    FILES,
    CONTENTS,
    ALIKE,
    HOLDING,
    /** What a file has of a piece of code. */
    EXCERPT,
    TYPES,
    SUPERTYPES,
    REDUCED_HEADS,
    IMPORTED,
    ASIDE,
    /** All of the version, and the way to it from latest. */
    WAY
  }

  static Question of(Side side, Kind kind, String argument) {
    return new Question(side, kind, argument, Names.NONE, Names.NONE);
  }

  static Question of(Side side, Kind kind, Names names) {
    return new Question(side, kind, "", names, Names.NONE);
  }
}
