package dev.flor.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A mapped file. Each window is filled with real zeros before it is mapped, so that a full disk is
 * an IOException here and not a signal when the program logs; then each page is touched, so that it
 * is not the program that waits for it.
 */
final class DiskSpace implements Space {
  private static final byte[] ZEROS = new byte[1 << 16];

  private static final int PAGE = 4096;

  private final RandomAccessFile file;

  DiskSpace(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
  }

  @Override
  public MappedByteBuffer window(long base, int size) throws IOException {
    file.seek(base);
    for (int rest = size; rest > 0; rest -= ZEROS.length) {
      file.write(ZEROS, 0, Math.min(rest, ZEROS.length));
    }
    MappedByteBuffer window = file.getChannel().map(FileChannel.MapMode.READ_WRITE, base, size);
    for (int at = 0; at < size; at += PAGE) {
      window.put(at, (byte) 0);
    }
    return window;
  }

  @Override
  public void close(long length) throws IOException {
    try (RandomAccessFile closing = file) {
      closing.setLength(length);
    }
  }
}
