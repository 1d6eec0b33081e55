package dev.flor;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of runs: UUID version 7, so that they sort by time and two processes never share one. */
final class RunId {
  private static final AtomicLong LAST = new AtomicLong();
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunId() {}

  /** An id that sorts after every earlier one of this process. */
  static String next(long nowMillis) {
    long millis = LAST.updateAndGet(last -> Math.max(last + 1, nowMillis));
    long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
