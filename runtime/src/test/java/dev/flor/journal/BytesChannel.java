package dev.flor.journal;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory that can be read. */
final class BytesChannel implements SeekableByteChannel {
  private final byte[] bytes;
  private int at;

  BytesChannel(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer to) {
    if (at >= bytes.length) {
      return -1;
    }
    int count = Math.min(to.remaining(), bytes.length - at);
    to.put(bytes, at, count);
    at += count;
    return count;
  }

  @Override
  public long position() {
    return at;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel position(long next) {
    at = Math.toIntExact(next);
    return this;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new IllegalStateException("nobody writes it");
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new IllegalStateException("nobody cuts it");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
