package dev.flor.store.model;

/**
 * What was brought to a team's store.
 *
 * @param runs how many runs were new there, or had gone on
 * @param rows how many rows were written
 */
public record Brought(int runs, long rows) {}
