package dev.flor.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Cuts a stream of bytes into records and checks each one's checksum. */
final class RecordSource {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private byte[] bytes = new byte[BLOCK];
  private int at;
  private int limit;
  private int bodyStart;
  private int bodyEnd;
  private long offset;

  RecordSource(InputStream in) {
    this.in = in;
  }

  /** The file offset after the last record, or the header, that was taken. */
  long offset() {
    return offset;
  }

  /** The header's version byte, or -1 when the file does not begin as a journal does. */
  int header() throws IOException {
    if (!fill(Tag.HEADER) || !startsWith(Tag.MAGIC)) {
      return -1;
    }
    int version = bytes[at + Tag.MAGIC.length] & 0xFF;
    take(Tag.HEADER);
    return version;
  }

  /** Goes to the next intact record: false at the end, or at a record that is not intact. */
  boolean next() throws IOException {
    int length = 0;
    int size = 0;
    int digit;
    do {
      if (size == 5 || !fill(size + 1)) {
        return false;
      }
      digit = bytes[at + size];
      length |= (digit & 0x7F) << (7 * size);
      size++;
    } while (digit < 0);
    if (length <= 0 || !fill(size + length + Tag.CHECKSUM)) {
      return false;
    }
    bodyStart = at + size;
    bodyEnd = bodyStart + length;
    checksum.reset();
    checksum.update(bytes, at, size + length);
    long stored = new RecordCursor(bytes, bodyEnd, bodyEnd + 4).unsigned32();
    if (stored != checksum.getValue()) {
      return false;
    }
    take(size + length + Tag.CHECKSUM);
    return true;
  }

  RecordCursor body() {
    return new RecordCursor(bytes, bodyStart, bodyEnd);
  }

  /** Whether only zeros follow: the space that was kept for later records. */
  boolean onlyZerosFollow() throws IOException {
    while (fill(1)) {
      for (; at < limit; at++) {
        if (bytes[at] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean startsWith(byte[] prefix) {
    return Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
  }

  private void take(int count) {
    at += count;
    offset += count;
  }

  /** Has {@code count} bytes at hand, if the file has them. Grows only as bytes really come. */
  private boolean fill(long count) throws IOException {
    while (limit - at < count) {
      if (at > 0) {
        System.arraycopy(bytes, at, bytes, 0, limit - at);
        limit -= at;
        at = 0;
      } else if (limit == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, limit * 2L));
      }
      int read = in.read(bytes, limit, bytes.length - limit);
      if (read <= 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }
}
