package dev.flor.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** The bytes of a checkpoint, complete and not yet written. */
public final class Snapshot {
  /** The JDK copies what it writes: more than this at once into memory that the system has to find and clear first. */
  private static final int PART = 1 << 16;

  private byte[] bytes;
  private final int length;
  private final Spares spares;

  Snapshot(byte[] bytes, int length, Spares spares) {
    this.bytes = bytes;
    this.length = length;
    this.spares = spares;
  }

  /** Gives its memory back, for the next one of the same graph. It cannot be written any more. */
  public void release() {
    if (bytes.length > 0) {
      spares.give(bytes);
      bytes = new byte[0];
    }
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  void digest(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  void writeTo(OutputStream out) throws IOException {
    for (int rest = length; rest > 0; rest -= PART) {
      out.write(bytes, length - rest, Math.min(PART, rest));
    }
  }

  /** A copy of its bytes. */
  public byte[] toBytes() {
    return java.util.Arrays.copyOf(bytes, length);
  }
}
