package dev.flor.replay.propagation;

import dev.flor.replay.project.WorkspaceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Traces on disk, and which of them holds for which version; each record is its length, a checksum and its bytes. A process that dies while it writes leaves a torn tail, which the
 * next one cuts. Several processes may append: one at a time, and each first reads what the others wrote.
 */
final class TraceFile {
  private static final int CHECKSUM = 4;
  private static final int HEAD = CHECKSUM + 8;
  private static final int LONGEST = 64 << 20;
  private static final byte TRACE = 1;
  private static final byte SEEN = 2;

  private final Path file;
  private final TraceCodec codec;
  private final Map<String, Names> names = new LinkedHashMap<>();
  private long read;

  TraceFile(Path file, TraceCodec codec) {
    this.file = file;
    this.codec = codec;
    names.put(Names.NONE.id(), Names.NONE);
  }

  /** Where a trace lies in the file, and its checksum: the file may have been deleted and begun anew. */
  record Place(long at, long checksum) {}

  /** Is told what is in the file, in order. */
  interface Reader {
    void trace(Place place, List<Trace.Step> steps, Carried result);

    /** In a version that is this as a whole, the questions of the trace at that place have its answers. */
    void seen(String whole, Place place);
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Hands on all that was kept. */
  synchronized void load(Reader reader) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readOn(channel, reader);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  /**
   * Keeps a trace, and hands it on, as all that another process has kept meanwhile.
   *
   * @return its place
   */
  synchronized Place append(List<Trace.Step> steps, Carried result, Reader reader) {
    return append(out -> write(steps, result, out), reader);
  }

  /** Keeps the places of the traces that hold for some versions. */
  synchronized void append(SortedMap<String, Place> seen, Reader reader) {
    append(out -> write(seen, out), reader);
  }

  private Place append(Writing writing, Reader reader) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel = FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (channel.size() < read) { // deleted meanwhile
          read = 0;
          names.clear();
          names.put(Names.NONE.id(), Names.NONE);
        }
        readOn(channel, reader);
        channel.truncate(read);
        ByteBuffer record = record(writing);
        Place place = new Place(read, record.getLong(CHECKSUM));
        channel.write(record, read);
        readOn(channel, reader);
        assert lock.isValid();
        return place;
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  private void readOn(FileChannel channel, Reader reader) throws IOException {
    long size = channel.size();
    while (read + HEAD <= size) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      fill(channel, head, read);
      int length = head.getInt();
      long checksum = head.getLong();
      if (length <= 0 || length > LONGEST || read + HEAD + length > size) {
        return;
      }
      ByteBuffer body = ByteBuffer.allocate(length);
      fill(channel, body, read + HEAD);
      if (checksum(body.array()) != checksum) {
        return;
      }
      read(body.array(), new Place(read, checksum), reader);
      read += HEAD + length;
    }
  }

  private static void fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
    long from = at;
    while (buffer.hasRemaining()) {
      int many = channel.read(buffer, from);
      if (many < 0) {
        throw new IOException("the file was cut while it was read");
      }
      from += many;
    }
    buffer.flip();
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static ByteBuffer record(Writing writing) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
      writing.to(out);
    }
    byte[] bytes = body.toByteArray();
    ByteBuffer record = ByteBuffer.allocate(HEAD + bytes.length);
    return record.putInt(bytes.length).putLong(checksum(bytes)).put(bytes).flip();
  }

  private void write(List<Trace.Step> steps, Carried result, DataOutputStream out)
      throws IOException {
    List<Names> unknown = new ArrayList<>();
    for (Trace.Step step : steps) {
      for (Names some : List.of(step.question().names(), step.question().others())) {
        if (names.putIfAbsent(some.id(), some) == null) {
          unknown.add(some);
        }
      }
    }
    out.writeByte(TRACE);
    out.writeInt(unknown.size());
    for (Names some : unknown) {
      TraceCodec.names(some, out);
    }
    codec.write(steps, result, out);
  }

  private static void write(SortedMap<String, Place> seen, DataOutputStream out)
      throws IOException {
    out.writeByte(SEEN);
    out.writeInt(seen.size());
    for (Map.Entry<String, Place> each : seen.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeLong(each.getValue().at());
      out.writeLong(each.getValue().checksum());
    }
  }

  private void read(byte[] body, Place place, Reader reader) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)))) {
      byte kind = in.readByte();
      int many = in.readInt();
      if (kind == SEEN) {
        for (int i = 0; i < many; i++) {
          reader.seen(in.readUTF(), new Place(in.readLong(), in.readLong()));
        }
        return;
      }
      for (int i = 0; i < many; i++) {
        Names some = TraceCodec.names(in);
        names.putIfAbsent(some.id(), some);
      }
      TraceCodec.Kept kept = codec.read(in, id -> {
        Names known = names.get(id);
        if (known == null) {
          throw new IllegalStateException(file + " mentions names that it does not have: " + id);
        }
        return known;
      });
      reader.trace(place, kept.steps(), kept.result());
    }
  }
}
