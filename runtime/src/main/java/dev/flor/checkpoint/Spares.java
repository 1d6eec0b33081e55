package dev.flor.checkpoint;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Arrays that snapshots were written from, for the next ones: an array that is used again need not be
 * cleared first, and its memory is at hand. Where the program needs that memory itself, they are given up.
 */
final class Spares {
  private static final int MOST = 2;

  private final Deque<SoftReference<byte[]>> arrays = new ArrayDeque<>();

  /** An array of at least {@code size} bytes, whatever is in it. */
  synchronized byte[] take(int size) {
    SoftReference<byte[]> kept = arrays.poll();
    byte[] spare = kept == null ? null : kept.get();
    return spare != null && spare.length >= size ? spare : new byte[size];
  }

  synchronized void give(byte[] array) {
    if (arrays.size() < MOST) {
      arrays.add(new SoftReference<>(array));
    }
  }
}
