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
 * @param unneeded names of nested loops that no probe needs, whether or not they may be skipped
 * @param phases when the probes run; all, unless it is known better
 * @param obstacles why the main loop cannot be resumed, or a loop cannot be skipped
 */
public record ReplayNeeds(
    Optional<String> mainLoop,
    boolean resumable,
    SortedSet<String> skippable,
    SortedSet<String> unneeded,
    SortedSet<Phase> phases,
    List<Obstacle> obstacles) {

  /** A part of the program's execution. */
  public enum Phase {
    /** Until the main loop begins. */
    BEFORE,
    /** In the turns of the main loop. */
    INSIDE,
    /** When the main loop is over. */
    AFTER
  }

  /** Takes copies. */
  public ReplayNeeds {
    skippable = Collections.unmodifiableSortedSet(new TreeSet<>(skippable));
    unneeded = Collections.unmodifiableSortedSet(new TreeSet<>(unneeded));
    phases = Collections.unmodifiableSortedSet(new TreeSet<>(phases));
    obstacles = List.copyOf(obstacles);
  }

  /** Nothing is known but that everything has to be executed. */
  public static ReplayNeeds everything(List<Obstacle> obstacles) {
    return new ReplayNeeds(
        Optional.empty(),
        false,
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(List.of(Phase.values())),
        obstacles);
  }

  /** The same, if nothing stood in the way but what the analysis has found: someone knows better. */
  public ReplayNeeds trusted() {
    return new ReplayNeeds(mainLoop, mainLoop.isPresent(), unneeded, unneeded, phases, obstacles);
  }

  /** Why {@code loop} cannot be skipped, or the main loop cannot be resumed; {@code variable} is empty if it is not about one. */
  public record Obstacle(String file, int line, String variable, String loop, String why) {}
}
