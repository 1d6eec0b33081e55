package dev.flor.propagator;

import java.util.Optional;

/**
 * What a file of the older version gives for a probe, without the trees that it was found in.
 *
 * @param score how sure the place is
 * @param complete whether the statement brings nothing else there
 * @param nearLine the 1-based line of the place
 * @param settled the placement, if nothing is left to do; empty for a place that the statement can go to
 */
record Glimpse(
    String file, double score, boolean complete, int nearLine, Optional<Placement> settled) {

  static Glimpse of(Outcome outcome) {
    return new Glimpse(
        outcome.file(),
        outcome.score(),
        outcome.load().filter(load -> !load.cargo().brings().isEmpty()).isEmpty(),
        outcome.load().map(Outcome.Load::nearLine).orElse(1),
        outcome.placement());
  }

  boolean refused() {
    return settled.filter(Placement.Refused.class::isInstance).isPresent();
  }
}
