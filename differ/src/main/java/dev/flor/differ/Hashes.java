package dev.flor.differ;

/** 64-bit hashes that are the same in every process. */
final class Hashes {
  static final long NONE = 0xcbf29ce484222325L;

  private Hashes() {}

  static long of(CharSequence text) {
    return add(NONE, text);
  }

  static long add(long hash, CharSequence text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }

  /** Order matters. */
  static long mix(long a, long b) {
    long h = (a ^ (b * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL;
    return h ^ (h >>> 29);
  }
}
