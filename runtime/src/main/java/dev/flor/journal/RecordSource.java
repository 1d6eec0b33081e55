package dev.flor.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Cuts a stream of bytes into records and checks each one's checksum. */
final class RecordSource {
  private static final int BLOCK = 1 << 16;

  private final SeekableByteChannel in;
  private final RecordCursor cursor = new RecordCursor();
  private final CRC32C checksum = new CRC32C();
  private byte[] bytes;
  private int at;
  private int limit;
  private int bodyStart;
  private int bodyEnd;
  private long offset;

  RecordSource(SeekableByteChannel in) throws IOException {
    this.in = in;
    this.bytes = new byte[(int) Math.max(1, Math.min(BLOCK, in.size()))];
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
    if (length <= 0 || !fill((long) size + length + Tag.CHECKSUM)) {
      return false;
    }
    bodyStart = at + size;
    bodyEnd = bodyStart + length;
    checksum.reset();
    checksum.update(bytes, at, size + length);
    long stored = cursor.over(bytes, bodyEnd, bodyEnd + 4).unsigned32();
    if (stored != checksum.getValue()) {
      return false;
    }
    take(size + length + Tag.CHECKSUM);
    return true;
  }

  RecordCursor body() {
    return cursor.over(bytes, bodyStart, bodyEnd);
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

  /**
   * Has {@code count} bytes at hand, if the file has them. A length that is a lie asks for no memory:
   * the room never grows beyond what is left of the file.
   */
  private boolean fill(long count) throws IOException {
    if (limit - at >= count) {
      return true;
    }
    long left = limit - at + Math.max(0, in.size() - in.position());
    if (left < count) {
      return false;
    }
    if (at > 0) {
      System.arraycopy(bytes, at, bytes, 0, limit - at);
      limit -= at;
      at = 0;
    }
    if (bytes.length < count || bytes.length < Math.min(BLOCK, left)) {
      long room = Math.min(left, Math.max(Math.max(count, BLOCK), 2L * bytes.length));
      bytes = Arrays.copyOf(bytes, (int) Math.max(count, Math.min(room, Integer.MAX_VALUE - 8L)));
    }
    while (limit < count) {
      int read = in.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
      if (read <= 0) {
        return false; // cut in this moment
      }
      limit += read;
    }
    return true;
  }
}
