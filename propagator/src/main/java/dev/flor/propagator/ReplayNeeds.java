package dev.flor.propagator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a replay of one version must execute.
 *
 * @param mainLoop name of the outermost loop under an open {@code Flor.checkpointing}; empty: there is not exactly one
 * @param resumable whether the main loop may be entered in the middle, its state restored from a checkpoint
 * @param skippable names of nested loops whose end state may be restored instead of executed
 * @param obstacles why the main loop cannot be resumed, or a loop cannot be skipped
 */
public record ReplayNeeds(
    Optional<String> mainLoop,
    boolean resumable,
    SortedSet<String> skippable,
    List<Obstacle> obstacles) {

  /** Takes copies. */
  public ReplayNeeds {
    skippable = Collections.unmodifiableSortedSet(new TreeSet<>(skippable));
    obstacles = List.copyOf(obstacles);
  }

  /** Why {@code loop} cannot be skipped, or the main loop cannot be resumed; {@code variable} is empty if it is not about one. */
  public record Obstacle(String file, int line, String variable, String loop, String why) {}
}
