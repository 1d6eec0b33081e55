/**
 * Gives the propagator files that nobody would write: mutated, truncated, nested without end, and very large ones. Whatever
 * it is given, it answers with a value.
 *
 * <p>No library for it is used, and no file of it is kept: equal seeds make equal files.
 */
package dev.flor.propagator.fuzz;
