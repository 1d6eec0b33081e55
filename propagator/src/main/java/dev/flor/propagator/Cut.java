package dev.flor.propagator;

import java.util.Comparator;
import java.util.Optional;

/**
 * Text to be inserted at an offset, with what decides the order of several at the same offset.
 *
 * @param side whether it ends what stands before the offset, or begins what stands after it
 * @param depth of the construct it belongs to: inner ones close first and open last
 * @param kind order within the construct
 * @param order order among equals: the place in the latest version
 */
record Cut(
    int offset, Side side, int depth, int kind, String order, String text, Optional<Piece> piece) {

  enum Side {
    ENDS,
    BEGINS
  }

  static final Comparator<Cut> ORDER = Comparator.comparingInt(Cut::offset)
      .thenComparing(Cut::side)
      .thenComparingInt(cut -> cut.side == Side.ENDS ? -cut.depth : cut.depth)
      .thenComparingInt(Cut::kind)
      .thenComparing(Cut::order);

  static Cut ends(int offset, int depth, int kind, String text) {
    return new Cut(offset, Side.ENDS, depth, kind, "", text, Optional.empty());
  }

  static Cut begins(int offset, int depth, int kind, String text) {
    return new Cut(offset, Side.BEGINS, depth, kind, "", text, Optional.empty());
  }

  Cut of(Piece piece, String place) {
    return new Cut(offset, side, depth, kind, place, text, Optional.of(piece));
  }
}
