package dev.flor.bench;

import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The packed figure: values as they are, with two small coordinates each, in chunks of 4096 as rows of H2. */
final class PackedChunks implements AutoCloseable {
  private static final int CHUNK = 4096;

  private final Connection connection;
  private final PreparedStatement insert;
  private final ByteBuffer[] chunks;
  private final int[] numbers;

  PackedChunks(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:file:" + folder + "/packed");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE chunk (id BIGINT PRIMARY KEY, data VARBINARY)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO chunk VALUES (?, ?)");
    chunks = new ByteBuffer[LoggedHistory.NAMES.size()];
    numbers = new int[chunks.length];
    for (int name = 0; name < chunks.length; name++) {
      chunks[name] = ByteBuffer.allocate(CHUNK * 16);
    }
  }

  void fill(LoggedHistory history) throws Exception {
    history.tell((run, name, epoch, step, value) -> {
      ByteBuffer chunk = chunks[name];
      chunk.putInt(epoch).putInt(step).putDouble(value);
      if (!chunk.hasRemaining()) {
        write(run, name);
      }
    });
    for (int name = 0; name < chunks.length; name++) {
      write(history.runs(), name);
    }
    connection.commit();
  }

  private void write(int run, int name) throws SQLException {
    ByteBuffer chunk = chunks[name];
    insert.setLong(1, ((long) run << 40) + ((long) name << 32) + numbers[name]++);
    byte[] written = new byte[chunk.position()];
    chunk.flip().get(written);
    insert.setBytes(2, written);
    insert.executeUpdate();
    chunk.clear();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    connection.close();
  }

  /** The limit: the same rows into a plain file. */
  static void plainFile(Path file, LoggedHistory history) throws Exception {
    try (DataOutputStream out = new DataOutputStream(
        new java.io.BufferedOutputStream(java.nio.file.Files.newOutputStream(file), 1 << 16))) {
      history.tell((run, name, epoch, step, value) -> {
        out.writeInt(run);
        out.writeByte(name);
        out.writeInt(epoch);
        out.writeInt(step);
        out.writeDouble(value);
      });
    }
  }
}
