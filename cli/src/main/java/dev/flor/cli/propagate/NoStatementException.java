package dev.flor.cli.propagate;

import dev.flor.FlorException;
import dev.flor.cli.io.DidYouMean;
import dev.flor.propagator.Diagnostic;
import java.util.Collection;
import java.util.List;

/** There is no statement that could be carried. */
final class NoStatementException extends FlorException {
  private static final long serialVersionUID = 1L;

  NoStatementException(String message, String hint) {
    super(message, hint);
  }

  static NoStatementException ofSets(List<String> sets, List<Diagnostic> unreadable) {
    return new NoStatementException(
        sets.isEmpty()
            ? "there is no Flor.log statement in the latest version"
            : "there is no statement of " + String.join(" or ", sets) + " in the latest version",
        unreadable.isEmpty()
            ? "add the statement to the latest code first; --at FILE:LINE names any statement,"
                + " --statements SETS other log statements"
            : "repair the file that does not parse first: " + unreadable.get(0));
  }

  static NoStatementException ofName(
      String name, Collection<String> known, List<Diagnostic> unreadable) {
    return new NoStatementException(
        "no statement logs \"" + name + "\" in the latest version",
        DidYouMean.among(known, name).map(near -> "did you mean " + near + "?").orElseGet(() -> {
          if (!unreadable.isEmpty()) {
            return "this file does not parse and was not searched: " + unreadable.get(0);
          }
          return known.isEmpty()
              ? "add a statement like Flor.log(\"loss\", loss); to the program first"
              : "the latest version logs: " + String.join(", ", known);
        }));
  }
}
