package dev.flor.differ;

import java.util.Optional;
import java.util.function.Function;

/** What came of parsing a text: a tree, or the place and reason why there is none. */
public sealed interface ParseResult {

  /** The text is Java of some language level. */
  record Parsed(SyntaxTree tree) implements ParseResult {}

  /**
   * The text is Java of no language level; the place (1-based) and message are those of the newest.
   *
   * @param tooDeep whether it may well be Java, but is nested so deeply that no tree is made of it
   */
  record Unparsable(int line, int column, String message, boolean tooDeep) implements ParseResult {
    Unparsable(int line, int column, String message) {
      this(line, column, message, false);
    }

    static Unparsable tooDeep(String message) {
      return new Unparsable(1, 1, message, true);
    }
  }

  /** Applies the function of the outcome at hand. */
  default <T> T fold(Function<Parsed, T> parsed, Function<Unparsable, T> unparsable) {
    return this instanceof Parsed p ? parsed.apply(p) : unparsable.apply((Unparsable) this);
  }

  /** The tree, if there is one. */
  default Optional<SyntaxTree> parsed() {
    return fold(p -> Optional.of(p.tree()), u -> Optional.empty());
  }
}
