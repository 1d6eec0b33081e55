package dev.flor.journal;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;

/**
 * Room for what nobody reads: the same few bytes over and over. They are of the very class that a mapped file's are, so that what is
 * compiled for the ones is for the others.
 */
final class MemorySpace implements Space {
  private static final int SIZE = 1 << 16;

  private final MappedByteBuffer bytes = (MappedByteBuffer) ByteBuffer.allocateDirect(SIZE);

  @Override
  public MappedByteBuffer window(long base, int size) {
    return bytes;
  }

  @Override
  public void close(long length) {
    // The memory is given back when the buffer is collected.
  }
}
