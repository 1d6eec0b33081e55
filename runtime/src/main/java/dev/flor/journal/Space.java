package dev.flor.journal;

import java.io.IOException;
import java.nio.MappedByteBuffer;

/** The disk under a journal: gives it room that is really there. Tests have a disk that fills up. */
interface Space {
  /** Room from {@code base} on, {@code size} zeros, already allocated. */
  MappedByteBuffer window(long base, int size) throws IOException;

  /** Gives back what is after {@code length} and lets go of the file. */
  void close(long length) throws IOException;
}
