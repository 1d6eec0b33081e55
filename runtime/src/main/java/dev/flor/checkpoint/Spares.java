package dev.flor.checkpoint;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Arrays that snapshots were written from, for the next ones: an array that is used again need not be
 * cleared first, and its memory is at hand.
 */
final class Spares {
  private static final int MOST = 2;

  private final Deque<byte[]> arrays = new ArrayDeque<>();

  /** An array of at least {@code size} bytes, whatever is in it. */
  synchronized byte[] take(int size) {
    byte[] spare = arrays.poll();
    return spare != null && spare.length >= size ? spare : new byte[size];
  }

  synchronized void give(byte[] array) {
    if (arrays.size() < MOST) {
      arrays.add(array);
    }
  }
}
