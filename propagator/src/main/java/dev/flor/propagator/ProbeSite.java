package dev.flor.propagator;

/** Where a log statement stands in a (rewritten) file; the line is 1-based. */
public record ProbeSite(String file, int line) {}
