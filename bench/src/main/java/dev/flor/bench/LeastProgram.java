package dev.flor.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The least program that parses options with picocli, opens an H2 file and prints one query. */
@Command(name = "least")
final class LeastProgram implements Callable<Integer> {
  @Option(names = "--database", required = true)
  private String database;

  @Option(names = "--make")
  private boolean make;

  public static void main(String... args) {
    System.exit(new CommandLine(new LeastProgram()).execute(args));
  }

  @Override
  public Integer call() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "");
        Statement statement = connection.createStatement()) {
      if (make) {
        make(connection, statement);
      }
      StringBuilder text = new StringBuilder();
      try (ResultSet rows =
          statement.executeQuery("select epoch, loss from logged order by epoch")) {
        while (rows.next()) {
          text.append(rows.getLong(1)).append("  ").append(rows.getDouble(2)).append('\n');
        }
      }
      System.out.print(text);
      return 0;
    }
  }

  private static void make(Connection connection, Statement statement) throws SQLException {
    statement.execute("create table logged(epoch bigint primary key, loss double precision)");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into logged values (?, ?)")) {
      for (int epoch = 0; epoch < 100; epoch++) {
        insert.setLong(1, epoch);
        insert.setDouble(2, 1.0 / (1 + epoch));
        insert.executeUpdate();
      }
    }
  }
}
