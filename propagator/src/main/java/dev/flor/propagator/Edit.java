package dev.flor.propagator;

import dev.flor.differ.Span;

/** Replaces the half-open range {@code span} of a file by {@code text}. */
public record Edit(Span span, String text) {

  /** An edit that takes nothing away. */
  public static Edit insert(int offset, String text) {
    return new Edit(new Span(offset, offset), text);
  }
}
