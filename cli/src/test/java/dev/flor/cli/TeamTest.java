package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several homes, one PostgreSQL: a real server. */
class TeamTest {
  private static PostgresServer server;

  @TempDir
  Path one;

  @TempDir
  Path other;

  @BeforeAll
  static void startServer() throws SQLException {
    server = PostgresServer.start();
    admin("CREATE ROLE flor LOGIN");
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private static void admin(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url("postgres") + "?user=admin");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Given machine(Path home, String database) {
    return TinyProject.committed(home)
        .file(
            "flor.toml",
            TinyProject.CONFIG + "[store]\nurl = \"" + server.url(database) + "?user=flor\"\n");
  }

  @Test
  void whatTwoMachinesBringIsThereOnceAndLooksAsItDoesAtHome() throws SQLException {
    admin("CREATE DATABASE two OWNER flor");
    Given here = machine(one, "two");
    Given there = machine(other, "two");
    here.flor("run").exits(ExitCode.DONE);
    here.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"it's\", \"a\\0b \" + state);"));
    here.flor("replay", "it's", "--yes").exits(ExitCode.DONE);
    there.flor("run", "--arg", "epochs=5").exits(ExitCode.DONE);

    here.flor("store", "push").exits(ExitCode.DONE).says("brought 2 runs: ");
    there.flor("store", "push").exits(ExitCode.DONE).says("brought 1 runs: ");
    here.flor("store", "push").exits(ExitCode.DONE).says("brought 0 runs: ");
    here.flor("store", "push", "--again").exits(ExitCode.DONE).says("brought 2 runs: ");

    for (String relation : List.of(
        "run",
        "arg",
        "loop",
        "iteration",
        "value",
        "checkpoint",
        "logs",
        "loops",
        "replay",
        "placement",
        "refusal",
        "metric",
        "item",
        "saved")) {
      String all = "SELECT COUNT(*) AS n FROM " + relation;
      long sum = count(here, all) + count(there, all);
      assertThat(count(there, all, "--team")).as(relation).isEqualTo(sum);
    }
    String values = "SELECT value_name AS a, value AS b, source AS c, verdict AS d FROM logs"
        + " WHERE value_name = 'loss' ORDER BY 2, 3";
    assertThat(
            there.flor("sql", "--team", values, "--format", "csv").out().lines().skip(1))
        .containsAll(
            here.flor("sql", values, "--format", "csv").out().lines().skip(1).toList())
        .containsAll(
            there.flor("sql", values, "--format", "csv").out().lines().skip(1).toList());
    there
        .flor("sql", "--team", "SELECT value FROM logs WHERE value_name = 'it''s'")
        .exits(ExitCode.DONE)
        .prints("a\u2400b");
    there
        .flor("sql", "--team", "SELECT started, names FROM run, replay LIMIT 1", "--json")
        .exits(ExitCode.DONE)
        .prints("Z\"", "[it's]");
  }

  private static long count(Given given, String query, String... options) {
    String[] words = new String[4 + options.length];
    System.arraycopy(new String[] {"sql", query, "--format", "csv"}, 0, words, 0, 4);
    System.arraycopy(options, 0, words, 4, options.length);
    String out = given.flor(words).exits(ExitCode.DONE).out();
    return Long.parseLong(out.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void aQueryOfTheTeamsStoreOnlyReadsAndNobodyAsksAsASuperuser() throws SQLException {
    admin("CREATE DATABASE hostile OWNER flor");
    Given given = machine(one, "hostile");
    given.flor("run").exits(ExitCode.DONE);
    given.flor("store", "push").exits(ExitCode.DONE);
    for (String sql : List.of(
        "DELETE FROM run",
        "WITH gone AS (DELETE FROM run RETURNING 1) SELECT * FROM gone",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT set_config('transaction_read_only', 'off', false), 1 FROM (SELECT 1) x; DELETE FROM run",
        "COPY run TO PROGRAM 'id'",
        "EXPLAIN ANALYZE DELETE FROM run",
        "SELECT 1; DROP TABLE run")) {
      given.flor("sql", "--team", sql).exits(ExitCode.FAILED).says("flor: ", "hint: ");
    }
    given
        .flor("sql", "--team", "SELECT COUNT(*) AS n FROM run")
        .exits(ExitCode.DONE)
        .prints("1");
    given.file(
        "flor.toml",
        TinyProject.CONFIG + "[store]\nurl = \"" + server.url("hostile") + "?user=admin\"\n");
    given
        .flor("sql", "--team", "SELECT 1")
        .failsInTwoLines(ExitCode.FAILED, "a superuser of the team's store", "no superuser");
  }

  @Test
  void aServerThatIsNotThereIsOneClearLine() {
    Given given = TinyProject.committed(one);
    given.flor("run").exits(ExitCode.DONE);
    given
        .flor("store", "push")
        .failsInTwoLines(ExitCode.USAGE, "flor.toml names no team's store", "[store] url");
    given.file(
        "flor.toml",
        TinyProject.CONFIG + "[store]\nurl = \"jdbc:postgresql://127.0.0.1:1/x?user=flor\"\n");
    given
        .flor("store", "push")
        .failsInTwoLines(ExitCode.FAILED, "cannot be opened: ", "FLOR_STORE_USER");
  }
}
