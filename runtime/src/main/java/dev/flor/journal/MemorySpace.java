package dev.flor.journal;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;

/** Room that is gone with the process. Its windows are of the very class that a mapped file's are: what is compiled for the ones is for the others. */
final class MemorySpace implements Space {
  @Override
  public MappedByteBuffer window(long base, int size) {
    return (MappedByteBuffer) ByteBuffer.allocateDirect(size);
  }

  @Override
  public void close(long length) {
    // The memory is given back when its windows are collected.
  }
}
