package dev.flor.propagator;

/**
 * Where a log statement stands in a (rewritten) file; the line is 1-based.
 *
 * @param added whether the program was recorded without it, so that what it changes was not changed then
 */
public record ProbeSite(String file, int line, boolean added) {}
