package dev.flor.store.model;

import java.util.Optional;

/**
 * One checkpoint of a run.
 *
 * @param at after which turn it was taken, as {@code epoch=7}; of a loop inside the main loop, as {@code epoch=7 step}
 * @param mainLoop the main loop, for one that was taken after a turn of it
 * @param turn that turn; of a loop inside the main loop, the turn around it
 * @param nanos what taking it took
 * @param there whether its file is still there
 */
public record SavedState(
    String run,
    String at,
    Optional<String> mainLoop,
    long turn,
    String digest,
    long bytes,
    long nanos,
    boolean there) {}
