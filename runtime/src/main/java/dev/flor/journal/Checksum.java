package dev.flor.journal;

import java.util.zip.CRC32C;

/**
 * CRC32C. Of the records that are written most, three words of four bytes, in one step and without an array.
 */
final class Checksum {
  private static final int POLYNOMIAL = 0x82F63B78; // Castagnoli, reflected
  private static final int BYTES = 12;
  private static final int LONG = 1 << 10;

  /** For each byte's place, counted from the end, and each value of it: its share of the checksum. */
  private static final int[] SHARES = shares();

  private Checksum() {}

  /** Of these twelve bytes, each word least significant byte first. */
  static int of(int first, int second, int third) {
    int a = ~first;
    return ~(share(11, a)
        ^ share(10, a >>> 8)
        ^ share(9, a >>> 16)
        ^ share(8, a >>> 24)
        ^ share(7, second)
        ^ share(6, second >>> 8)
        ^ share(5, second >>> 16)
        ^ share(4, second >>> 24)
        ^ share(3, third)
        ^ share(2, third >>> 8)
        ^ share(1, third >>> 16)
        ^ share(0, third >>> 24));
  }

  /** Of so many bytes of {@code head}, at most eight, least significant first. */
  static int of(long head, int size) {
    return ~add(-1, head, size);
  }

  /** The same, and the eight of {@code more}. */
  static int of(long head, int size, long more) {
    return ~add(add(-1, head, size), more, Long.BYTES);
  }

  private static int add(int before, long bytes, int size) {
    int crc = before;
    long rest = bytes;
    for (int i = 0; i < size; i++) {
      crc = (crc >>> 8) ^ SHARES[(crc ^ (int) rest) & 0xFF];
      rest >>>= 8;
    }
    return crc;
  }

  /** Of any bytes. Loading the JDK's way takes some milliseconds, which pays for itself with long texts only. */
  static long of(byte[] bytes, int from, int to) {
    if (to - from > LONG) {
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, from, to - from);
      return checksum.getValue();
    }
    int crc = -1;
    for (int i = from; i < to; i++) {
      crc = (crc >>> 8) ^ SHARES[(crc ^ bytes[i]) & 0xFF];
    }
    return ~crc & 0xFFFFFFFFL;
  }

  private static int share(int place, int value) {
    return SHARES[(place << 8) + (value & 0xFF)];
  }

  private static int[] shares() {
    int[] shares = new int[BYTES << 8];
    int crc = 1;
    for (int bit = 128; bit > 0; bit >>= 1) {
      crc = (crc >>> 1) ^ (POLYNOMIAL & -(crc & 1));
      for (int value = 0; value < 256; value += 2 * bit) {
        shares[value + bit] = shares[value] ^ crc;
      }
    }
    for (int i = 256; i < shares.length; i++) {
      int before = shares[i - 256];
      shares[i] = (before >>> 8) ^ shares[before & 0xFF];
    }
    return shares;
  }
}
