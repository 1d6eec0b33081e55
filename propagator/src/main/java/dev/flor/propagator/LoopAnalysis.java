package dev.flor.propagator;

import dev.flor.propagator.loops.ReplayAnalysis;
import java.util.List;

/** Decides which loops a replay must execute; in doubt, all of them. */
public final class LoopAnalysis {
  private LoopAnalysis() {}

  /** What a replay of {@code rewritten} must execute for the statements at {@code sites}. */
  public static ReplayNeeds analyse(SourceTree rewritten, List<ProbeSite> sites) {
    return ReplayAnalysis.of(rewritten, sites);
  }
}
