package dev.flor.replay;

import java.util.Locale;

/** How the replay of one run of one version ended. */
public enum Outcome {
  /** Run now; its values are in the store. */
  REPLAYED,
  /** Nothing was run: the values were already there. */
  CACHED,
  /** No statement that was asked for has a place in this version. */
  REFUSED,
  /** The version does not compile, with or without the statements. */
  BUILD_FAILED,
  /** The program ended with an exit code other than 0. */
  RUN_FAILED,
  /** The program took longer than it may. */
  TIMED_OUT,
  /** Values logged again differ from those logged then, even when run from the start. */
  DIVERGED;

  /** The word in messages and columns, such as {@code build-failed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome that {@code word} names. */
  public static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the asked values are in the store afterwards. */
  public boolean succeeded() {
    return this == REPLAYED || this == CACHED;
  }
}
