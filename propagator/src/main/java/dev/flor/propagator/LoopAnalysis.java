package dev.flor.propagator;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Decides which loops a replay must execute: when nothing is known, all of them. */
public final class LoopAnalysis {
  private LoopAnalysis() {}

  /** What a replay of {@code rewritten} must execute for the statements at {@code sites}. */
  public static ReplayNeeds analyse(SourceTree rewritten, List<ProbeSite> sites) {
    return new ReplayNeeds(Optional.empty(), false, new TreeSet<>(), List.of());
  }
}
