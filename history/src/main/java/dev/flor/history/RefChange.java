package dev.flor.history;

import java.util.Optional;

/**
 * A ref with what it was and what it is to be.
 *
 * @param name the whole name, below {@code refs/flor/}
 * @param before the id that it had; empty: it was not there
 * @param after the id that it gets; empty: it goes
 */
public record RefChange(String name, Optional<String> before, Optional<String> after) {
  public RefChange {
    if (!name.startsWith("refs/flor/")) {
      throw new IllegalStateException("flor writes no ref but its own: " + name);
    }
  }

  /** Whether anything changes. */
  boolean isOne() {
    return !before.equals(after);
  }
}
