/**
 * Takes away what can be made again, and what is no longer wanted, while nobody uses it.
 * {@link dev.flor.replay.gc.Gc} is the door; each kind of thing is a {@code Sweep}.
 * May use {@code propagation}, {@code process} and {@code project}; none of them knows this package, nor does replaying.
 * Nothing here touches a file outside of {@code .flor/}, or a journal that was not named.
 */
package dev.flor.replay.gc;
