/**
 * What a user's program calls: {@link dev.flor.Flor} logs values, names loops and enrolls objects in
 * checkpoints. The first call opens a run; a program that never calls leaves no trace.
 * Nothing here throws into the user's program, keeps it from ending, or needs more than the JDK.
 */
package dev.flor;
