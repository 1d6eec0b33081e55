package dev.flor.propagator;

import dev.flor.differ.Span;

/** Replaces the half-open range {@code span} of a file by {@code text}. */
public record Edit(Span span, String text) {

  /** An edit of what is between two offsets. */
  public static Edit replace(int start, int end, String text) {
    return new Edit(new Span(start, end), text);
  }

  /** An edit that takes nothing away. */
  public static Edit insert(int offset, String text) {
    return new Edit(new Span(offset, offset), text);
  }
}
