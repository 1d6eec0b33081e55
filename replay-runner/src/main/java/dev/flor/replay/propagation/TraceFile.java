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
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Traces on disk, each a record of its length, a checksum and its bytes. A process that dies while it writes leaves a torn tail, which the
 * next one cuts. Several processes may append: one at a time, and each first reads what the others wrote.
 */
final class TraceFile {
  private static final int HEAD = 4 + 8;
  private static final int LONGEST = 64 << 20;

  private final Path file;
  private final TraceCodec codec;
  private final Map<String, Names> names = new LinkedHashMap<>();
  private long read;

  TraceFile(Path file, TraceCodec codec) {
    this.file = file;
    this.codec = codec;
    names.put(Names.NONE.id(), Names.NONE);
  }

  /** Hands on all that was kept. */
  synchronized void load(Consumer<TraceCodec.Kept> reader) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readOn(channel, reader);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  /** Keeps a trace; those that another process has kept meanwhile are handed on. */
  synchronized void append(
      List<Trace.Step> steps, Carried result, Consumer<TraceCodec.Kept> others) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel = FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        readOn(channel, others);
        channel.truncate(read);
        byte[] record = record(steps, result);
        channel.write(ByteBuffer.wrap(record), read);
        read += record.length;
        assert lock.isValid();
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  private void readOn(FileChannel channel, Consumer<TraceCodec.Kept> reader) throws IOException {
    long size = channel.size();
    while (read + HEAD <= size) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      fill(channel, head, read);
      int length = head.getInt();
      long checksum = head.getLong();
      if (length < 0 || length > LONGEST || read + HEAD + length > size) {
        return;
      }
      ByteBuffer body = ByteBuffer.allocate(length);
      fill(channel, body, read + HEAD);
      if (checksum(body.array()) != checksum) {
        return;
      }
      reader.accept(kept(body.array()));
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

  private byte[] record(List<Trace.Step> steps, Carried result) throws IOException {
    List<Names> unknown = new ArrayList<>();
    for (Trace.Step step : steps) {
      for (Names some : List.of(step.question().names(), step.question().others())) {
        if (names.putIfAbsent(some.id(), some) == null) {
          unknown.add(some);
        }
      }
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
      out.writeInt(unknown.size());
      for (Names some : unknown) {
        TraceCodec.names(some, out);
      }
      codec.write(steps, result, out);
    }
    byte[] bytes = body.toByteArray();
    ByteBuffer record = ByteBuffer.allocate(HEAD + bytes.length);
    record.putInt(bytes.length).putLong(checksum(bytes)).put(bytes);
    return record.array();
  }

  private TraceCodec.Kept kept(byte[] body) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)))) {
      int many = in.readInt();
      for (int i = 0; i < many; i++) {
        Names some = TraceCodec.names(in);
        names.putIfAbsent(some.id(), some);
      }
      return codec.read(in, id -> {
        Names known = names.get(id);
        if (known == null) {
          throw new IllegalStateException(file + " mentions names that it does not have: " + id);
        }
        return known;
      });
    }
  }
}
