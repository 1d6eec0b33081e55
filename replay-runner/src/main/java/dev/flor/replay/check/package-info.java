/**
 * Tells whether a statement that was carried into a version compiles there, without building it.
 * {@link dev.flor.replay.check.JavacCheck} is the door; {@link dev.flor.replay.check.Surroundings} is what it asks of the version.
 * May use {@code project}, and of {@code build} the compiler alone.
 * Nothing here makes a class, writes a file or starts a process.
 */
package dev.flor.replay.check;
