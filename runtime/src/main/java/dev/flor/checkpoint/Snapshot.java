package dev.flor.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** The bytes of a checkpoint, complete and not yet written. */
public final class Snapshot {
  private final byte[] bytes;
  private final int length;

  Snapshot(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  void digest(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  byte[] toBytes() {
    return java.util.Arrays.copyOf(bytes, length);
  }
}
