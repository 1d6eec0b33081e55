package dev.flor.differ;

import java.util.Optional;
import java.util.function.Function;

/** What came of parsing a text: a tree, or the place and reason why there is none. */
public sealed interface ParseResult {

  /** The text is Java of some language level. */
  record Parsed(SyntaxTree tree) implements ParseResult {}

  /** The text is Java of no language level; the place (1-based) and message are those of the newest. */
  record Unparsable(int line, int column, String message) implements ParseResult {}

  /** Applies the function of the outcome at hand. */
  default <T> T fold(Function<Parsed, T> parsed, Function<Unparsable, T> unparsable) {
    return this instanceof Parsed p ? parsed.apply(p) : unparsable.apply((Unparsable) this);
  }

  /** The tree, if there is one. */
  default Optional<SyntaxTree> parsed() {
    return fold(p -> Optional.of(p.tree()), u -> Optional.empty());
  }
}
