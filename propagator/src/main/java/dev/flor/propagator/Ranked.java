package dev.flor.propagator;

/** A slot with the share of the evidence that speaks for it. */
record Ranked(Slot slot, double score) {}
