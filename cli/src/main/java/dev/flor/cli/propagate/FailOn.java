package dev.flor.cli.propagate;

import dev.flor.propagator.Refusal;
import java.util.Set;

/** Which refusals make the exit code another than 0. */
enum FailOn {
  /** All. */
  refused {
    @Override
    boolean counts(Refusal reason) {
      return true;
    }
  },
  /** Those that somebody may want to decide by hand. */
  ambiguous {
    @Override
    boolean counts(Refusal reason) {
      return Set.of(Refusal.AMBIGUOUS, Refusal.AMBIGUOUS_NAME).contains(reason);
    }
  },
  /** None. */
  none {
    @Override
    boolean counts(Refusal reason) {
      return false;
    }
  };

  abstract boolean counts(Refusal reason);
}
