package dev.flor.journal;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes run ids: UUIDs of version 7 (RFC 9562, section 5.7). They sort by the millisecond they were made in;
 * 74 random bits keep apart those of processes that start in the same one.
 */
public final class RunIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunIds() {}

  /** A new id. */
  public static String next() {
    return of(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
  }

  static String of(long unixMillis, long randomA, long randomB) {
    long high = (unixMillis << 16) | 0x7000 | (randomA & 0x0fff);
    long low = 0x8000_0000_0000_0000L | (randomB & 0x3fff_ffff_ffff_ffffL);
    return new UUID(high, low).toString();
  }
}
