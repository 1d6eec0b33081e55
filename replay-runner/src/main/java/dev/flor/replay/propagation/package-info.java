/**
 * Carries log statements over a whole history: through the versions in between where a place is not sure, and each only once into
 * versions that are equal in what was asked of them.
 * {@link dev.flor.replay.propagation.VersionPropagator} is the door.
 * May use {@code check}, {@code build} (to learn what a version is compiled with) and {@code project}.
 * Nothing here builds or runs a version, or decides where a statement belongs: that is the propagator's.
 */
package dev.flor.replay.propagation;
