package dev.flor.journal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes run ids: UUIDs of version 7 (RFC 9562, section 5.7) with the fraction of the millisecond in the twelve
 * bits after the version (section 6.2, method 3). They sort by the time they were made at; 62 random bits keep
 * apart those of processes that start at the same one.
 */
public final class RunIds {
  private static final String SYSTEM = "/dev/urandom";
  private static final int NANOS_OF_MILLI = 1_000_000;

  private RunIds() {}

  /** A new id. */
  public static String next() {
    return of(Instant.now(), random());
  }

  /** From the system itself where it can be asked: the JDK's way takes ten milliseconds to load. */
  private static long random() {
    try (InputStream in = new FileInputStream(SYSTEM)) {
      byte[] bytes = in.readNBytes(Long.BYTES);
      return bytes.length == Long.BYTES
          ? ByteBuffer.wrap(bytes).getLong()
          : new SecureRandom().nextLong();
    } catch (IOException e) {
      return new SecureRandom().nextLong();
    }
  }

  @SuppressWarnings(
      "JavaInstantGetSecondsGetNano") // a fraction of the millisecond is all that is asked
  static String of(Instant now, long random) {
    long fraction = now.getNano() % NANOS_OF_MILLI * 4096L / NANOS_OF_MILLI;
    long high = (now.toEpochMilli() << 16) | 0x7000 | fraction;
    long low = 0x8000_0000_0000_0000L | (random & 0x3fff_ffff_ffff_ffffL);
    return new UUID(high, low).toString();
  }
}
