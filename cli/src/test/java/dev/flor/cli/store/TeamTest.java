package dev.flor.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import dev.flor.journal.JournalWriter;
import dev.flor.journal.RunInfo;
import dev.flor.journal.RunLock;
import dev.flor.journal.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
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

  @Test
  void aPushCopiesWhatWasLoggedSinceTheLastOne() throws Exception {
    admin("CREATE DATABASE growing OWNER flor");
    Given given = machine(one, "growing");
    Machine run = new Machine(given.path(".flor"), "box", "r1");
    run.log(100);
    given.flor("store", "push").exits(ExitCode.DONE).says("brought 1 runs: ");
    assertThat(rows(given.flor("store", "push"))).isZero();
    run.log(50);
    // the run itself, 50 turns and 50 values, the loop, and the turn that had not ended
    assertThat(rows(given.flor("store", "push"))).isBetween(102L, 104L);
    run.end();
    assertThat(rows(given.flor("store", "push"))).isLessThan(5);
    assertThat(rows(given.flor("store", "push"))).isZero();
    for (String table : List.of("value", "iteration", "loop", "run")) {
      String all = "SELECT COUNT(*) AS n FROM " + table;
      assertThat(count(given, all, "--team")).as(table).isEqualTo(count(given, all));
    }
    given
        .flor("sql", "--team", "SELECT COUNT(*) AS n FROM iteration WHERE nanos IS NULL", "--json")
        .prints("0");
  }

  private static long rows(Given.Answer pushed) {
    String said = pushed.exits(ExitCode.DONE).err();
    return Long.parseLong(said.replaceAll("(?s).*runs: (\\d+) rows.*", "$1"));
  }

  @Test
  void machinesThatPushAtOnceLoseAndDoubleNothingAndALostTeamsStoreIsFilledAgain()
      throws Exception {
    admin("CREATE DATABASE many OWNER flor");
    List<Given> machines = new ArrayList<>();
    List<Machine> runs = new ArrayList<>();
    for (String host : List.of("ada", "bob", "eve")) {
      Given given = machine(one.resolve(host), "many");
      machines.add(given);
      for (String run : List.of("1", "2")) {
        runs.add(new Machine(one.resolve(host).resolve("home"), host, host + run));
      }
    }
    for (int round = 0; round < 3; round++) {
      for (Machine run : runs) {
        run.log(200);
      }
      List<Process> pushing = new ArrayList<>();
      for (int i = 0; i < machines.size(); i++) {
        pushing.add(
            pushing(machines.get(i), one.resolve(List.of("ada", "bob", "eve").get(i))));
      }
      for (Process process : pushing) {
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .contains("brought 2 runs: ");
        assertThat(process.waitFor()).isZero();
      }
    }
    String state = "SELECT r.host, r.id, (SELECT COUNT(*) FROM value v WHERE v.run = r.id) AS vals,"
        + " (SELECT COUNT(DISTINCT context) FROM value v WHERE v.run = r.id) AS turns,"
        + " (SELECT SUM(number) FROM value v WHERE v.run = r.id) AS total"
        + " FROM run r ORDER BY r.id";
    String whole = asked(machines.get(0), state);
    assertThat(whole.lines().skip(1))
        .hasSize(6)
        .startsWith("ada,ada1,600,600,179700.0")
        .allMatch(line -> line.endsWith(",600,600,179700.0"));
    try (Connection connection = DriverManager.getConnection(server.url("many") + "?user=admin");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP OWNED BY flor");
      statement.execute("CREATE SCHEMA IF NOT EXISTS public");
      statement.execute("GRANT ALL ON SCHEMA public TO flor");
    }
    for (int i = 0; i < machines.size(); i++) {
      Process process =
          pushing(machines.get(i), one.resolve(List.of("ada", "bob", "eve").get(i)));
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }
    assertThat(asked(machines.get(0), state)).isEqualTo(whole);
    for (Machine run : runs) {
      run.end();
    }
  }

  private static String asked(Given given, String query) {
    return given
        .flor("sql", "--team", query, "--format", "csv")
        .exits(ExitCode.DONE)
        .out();
  }

  private static Process pushing(Given machine, Path home) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(machine.mainCommand("store", "push"))
        .directory(machine.path("").toFile())
        .redirectErrorStream(true);
    builder.environment().put("FLOR_HOME", home.resolve("home").toString());
    return builder.start();
  }

  /** A program on some machine that logs when it is told to. */
  private static final class Machine {
    private final JournalWriter journal;
    private final RunLock lock;
    private final int loop;
    private int turns;

    Machine(Path florDir, String host, String run) throws IOException {
      Path dir = Files.createDirectories(florDir.resolve("runs").resolve(run));
      lock = RunLock.take(dir).orElseThrow();
      journal = JournalWriter.create(dir.resolve("journal.flor"), said -> {
        throw new IllegalStateException(said);
      });
      journal.runStarted(RunInfo.builder(run)
          .program("Train")
          .on(host, "17")
          .process(7, Instant.EPOCH)
          .build());
      journal.arg("host", Value.of(host));
      loop = journal.loopStarted(0, "step", -1);
    }

    void log(int times) {
      for (int i = 0; i < times; i++) {
        int turn = journal.iterationStarted(loop, turns, Value.of(turns));
        journal.value(turn, "loss", (double) turns++);
        journal.iterationEnded(turn, 1000);
      }
    }

    void end() throws IOException {
      journal.loopEnded(loop, false, 5000);
      journal.close("completed", Instant.EPOCH.plusSeconds(60), 1);
      lock.close();
    }
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

  /** A transaction that has read a table keeps whoever would alter it waiting. */
  @Test
  void whoOpensATeamsStoreWaitsForNoQuery() throws SQLException {
    admin("CREATE DATABASE busy OWNER flor");
    admin("ALTER DATABASE busy SET lock_timeout = '100ms'");
    Given given = machine(one, "busy");
    given.flor("run").exits(ExitCode.DONE);
    given.flor("store", "push").exits(ExitCode.DONE);
    try (Connection other = DriverManager.getConnection(server.url("busy") + "?user=flor");
        Statement query = other.createStatement()) {
      other.setAutoCommit(false);
      query.execute("SELECT * FROM run, logs, metric");
      assertThat(count(given, "SELECT COUNT(*) AS n FROM run", "--team")).isEqualTo(1);
      given.flor("run").exits(ExitCode.DONE);
      given.flor("store", "push").exits(ExitCode.DONE).says("brought 1 runs: ");
    }
  }

  @Test
  void aTeamsStoreOfAnEarlierFlorIsBroughtUpToDateAndOneOfALaterFlorIsRefused()
      throws SQLException {
    admin("CREATE DATABASE aged OWNER flor");
    Given given = machine(one, "aged");
    given.flor("run").exits(ExitCode.DONE);
    given.flor("store", "push").exits(ExitCode.DONE);
    try (Connection other = DriverManager.getConnection(server.url("aged") + "?user=flor");
        Statement statement = other.createStatement()) {
      statement.execute(
          "DROP VIEW metric; ALTER TABLE run DROP COLUMN threads;" + " DROP TABLE flor_schema");
      given.flor("store", "push", "--again").exits(ExitCode.DONE);
      assertThat(count(given, "SELECT COUNT(threads) AS n FROM run, metric", "--team"))
          .isPositive();
      statement.execute("UPDATE flor_schema SET number = 99");
      given
          .flor("store", "push")
          .failsInTwoLines(ExitCode.FAILED, "made by a newer flor (schema 99; ", "the newer flor");
    }
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
