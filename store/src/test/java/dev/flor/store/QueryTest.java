package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.store.model.Column;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.QueryRefusedException;
import dev.flor.store.model.Rows;
import dev.flor.store.model.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void aStoreWithOneRun() throws IOException {
    flor = temp.resolve("my project/.flor");
    Files.writeString(temp.resolve("secret.csv"), "A\nsecret\n");
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 2, epoch -> epoch.log("loss", epoch.index()))
        .complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
    }
  }

  @Test
  void aQueryThatRunsAwayEndsWithOneLine() {
    TestRun.recorded(flor, "r2", "a")
        .loop("epoch", 2000, epoch -> epoch.log("loss", epoch.index()))
        .complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      QueryLimits second = new QueryLimits(Duration.ofSeconds(1), 0);
      for (String endless : List.of(
          "SELECT COUNT(*) FROM value a, value b, value c WHERE a.whole + b.whole + c.whole < 0",
          "SELECT SUM(x) FROM SYSTEM_RANGE(1, 1000000000000)")) {
        assertThatThrownBy(() -> store.query(endless, second))
            .as(endless)
            .isInstanceOf(QueryRefusedException.class)
            .hasMessage("the query was ended after 1 s");
      }
      QueryLimits few = new QueryLimits(Duration.ZERO, 2000);
      assertThatThrownBy(() -> store.query("SELECT a.whole FROM value a, value b, value c", few))
          .isInstanceOf(QueryRefusedException.class)
          .hasMessage("the query has more than 2000 rows");
      assertThat(store.query("SELECT * FROM value WHERE run = 'r2'", few).rows())
          .hasSize(2000);
      assertThatThrownBy(() -> store.query(
              "SELECT * FROM value WHERE run = 'r2'", new QueryLimits(Duration.ZERO, 1999)))
          .isInstanceOf(QueryRefusedException.class);
      assertThat(store.query("SELECT COUNT(*) FROM value", second).rows().get(0).get(0))
          .as("the store is as it was")
          .isEqualTo(2002L);
    }
  }

  @Test
  void rowsComeWhileTheDatabaseFindsThem() {
    try (FlorStore store = FlorStore.open(flor)) {
      try (Rows rows =
          store.rows("SELECT 6 / (3 - x) AS six, CAST(NULL AS DOUBLE PRECISION) AS none"
              + " FROM SYSTEM_RANGE(1, 3)")) {
        assertThat(rows.columns())
            .containsExactly(
                new Column("SIX", Column.Type.LONG), new Column("NONE", Column.Type.DOUBLE));
        assertThat(rows.next()).containsExactly(3L, null);
        assertThat(rows.next()).containsExactly(6L, null);
        assertThatThrownBy(rows::next) // had all been found first, there were none
            .isInstanceOf(QueryRefusedException.class)
            .hasMessageContaining("Division by zero");
      }
      List<List<Object>> all = store.query("TABLE value").rows();
      try (Rows rows = store.rows("TABLE value")) {
        assertThat(rows).toIterable().containsExactlyElementsOf(all);
      }
      assertThatThrownBy(() -> store.rows("DELETE FROM value"))
          .isInstanceOf(QueryRefusedException.class);
      assertThat(store.query("SELECT COUNT(*) FROM value").rows()).containsExactly(List.of(2L));
    }
  }

  @Test
  void rowsOfAQuestionAreThoseOfItsView() {
    try (FlorStore store = FlorStore.open(flor);
        Rows rows = store.rows(Dataframe.of("loss"))) {
      View view = store.dataframe(Dataframe.of("loss"));
      assertThat(rows.columns()).isEqualTo(view.columns());
      assertThat(rows).toIterable().containsExactlyElementsOf(view.rows());
    }
  }

  @Test
  void rowsArePlainValues() {
    try (FlorStore store = FlorStore.open(flor)) {
      View view = store.query("SELECT 1, 2.5, CAST(2.5 AS DOUBLE PRECISION), TRUE, 'x', NULL,"
          + " started, ARRAY['a', 'b'], SUM(pid), id FROM run GROUP BY started, id;");
      assertThat(view.rows().get(0))
          .containsExactly(
              1L,
              new BigDecimal("2.5"),
              2.5,
              true,
              "x",
              null,
              "2026-01-02T03:04:05.678Z",
              "[a, b]",
              new BigDecimal(7),
              "r1");
      assertThat(store.dataframe(Dataframe.of("loss")).rows()).hasSize(2);
    }
  }

  @Test
  void bytesAreHexadecimalAndLocalTimesHaveNoZone() {
    try (FlorStore store = FlorStore.open(flor)) {
      View view = store.query("SELECT X'00ff', CAST(X'0a0b' AS BLOB), ARRAY[X'01', NULL],"
          + " ARRAY[ARRAY[1, 2], ARRAY[3]], TIMESTAMP '2026-01-02 03:04:00',"
          + " TIMESTAMP WITH TIME ZONE '2026-01-02 03:04:00+01:00', DATE '2026-01-02', (1, 'a')");
      assertThat(view.rows().get(0))
          .containsExactly(
              "00ff",
              "0a0b",
              "[01, null]",
              "[[1, 2], [3]]",
              "2026-01-02T03:04:00",
              "2026-01-02T02:04:00Z",
              "2026-01-02",
              "ROW (1, a)");
    }
  }

  @Test
  void columnsOfOneNameCanBeToldApart() {
    try (FlorStore store = FlorStore.open(flor)) {
      View view = store.query("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS b, 5 AS a");
      assertThat(view.distinctNames()).containsExactly("A", "A_3", "A_2", "B", "A_4");
    }
  }

  @Test
  void aQueryThatIsTooMuchIsRefusedAndTheNextOneAnswered() {
    try (FlorStore store = FlorStore.open(flor)) {
      for (String query : List.of(
          "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
          "SELECT REPEAT('xy', 2000000000)")) {
        QueryRefusedException refused =
            catchThrowableOfType(QueryRefusedException.class, () -> store.query(query));
        assertThat(refused).as(query.substring(0, 30)).isNotNull();
        assertThat(refused.getMessage()).hasSizeLessThan(400).doesNotContain("\n");
        assertThat(refused.hint()).isNotEmpty();
      }
      assertThat(store.query("SELECT COUNT(*) FROM value").rows()).containsExactly(List.of(2L));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name, value FROM logs l, value v WHERE l.run = v.run AND 1 = 2",
        "(SELECT 1) UNION ALL SELECT 2",
        "WITH last AS (SELECT MAX(id) AS id FROM run) SELECT * FROM last -- the newest; of all",
        "/* a; /* nested; */ comment */ VALUES (1), (2);",
        "TABLE run",
        "SHOW TABLES",
        "EXPLAIN SELECT * FROM run",
        "SELECT 'a;b', \"ID\", $$it's; $$ FROM run; -- done",
      })
  void readingIsAllowed(String sql) {
    try (FlorStore store = FlorStore.open(flor)) {
      assertThat(store.query(sql).columns()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- nothing",
        "42",
        "INSERT INTO name VALUES ('x')",
        "UPDATE value SET whole = 1",
        "DELETE FROM run",
        "MERGE INTO name KEY (name) VALUES ('x')",
        "DROP TABLE run",
        "DROP ALL OBJECTS DELETE FILES",
        "TRUNCATE TABLE value",
        "CREATE TABLE x (i INTEGER)",
        "CREATE LOCAL TEMPORARY TABLE x (i INTEGER)",
        "CREATE ALIAS halt FOR \"java.lang.Runtime.halt\"",
        "CREATE LINKED TABLE x ('', 'jdbc:h2:mem:x', '', '', 'y')",
        "CALL 1",
        "CALL CSVWRITE('SECRET.out', 'SELECT 1')",
        "CALL FILE_READ('SECRET')",
        "SELECT * FROM CSVREAD('SECRET')",
        "SELECT CSVWRITE('SECRET.out', 'SELECT 1')",
        "SELECT FILE_READ('SECRET', NULL)",
        "SELECT FILE_WRITE('x', 'SECRET.out')",
        "SELECT LINK_SCHEMA('X', '', 'jdbc:h2:mem:x', '', '', 'PUBLIC')",
        "SELECT * FROM FINAL TABLE (INSERT INTO name VALUES ('x'))",
        "SELECT * FROM OLD TABLE (DELETE FROM run)",
        "EXPLAIN ANALYZE DELETE FROM run",
        "WITH x AS (SELECT 1) DELETE FROM run",
        "SELECT 1; DROP TABLE run",
        "SELECT 1; SET PASSWORD 'x'",
        "SELECT ';' ; /* ; */ DELETE FROM run",
        "SET PASSWORD 'x'",
        "SET DB_CLOSE_DELAY 100",
        "SCRIPT TO 'SECRET.out'",
        "RUNSCRIPT FROM 'SECRET'",
        "BACKUP TO 'SECRET.out'",
        "SHUTDOWN",
        "GRANT ALL ON SCHEMA PUBLIC TO reader",
        "ALTER USER reader ADMIN TRUE",
        "COMMIT",
        "SELECT * FROM run FOR UPDATE; DELETE FROM run",
        "SELECT * FROM nowhere",
        "SELECT * FROM run WHERE",
      })
  void everythingElseIsRefusedInOneLineAndChangesNothing(String sql) throws IOException {
    String hostile = sql.replace("SECRET", temp.resolve("secret.csv").toString());
    try (FlorStore store = FlorStore.open(flor)) {
      QueryRefusedException refused =
          catchThrowableOfType(QueryRefusedException.class, () -> store.query(hostile));
      assertThat(refused).as(sql).isNotNull();
      assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
      assertThat(refused.hint()).contains("docs/schema.md");
      assertThat(store.dataframe(Dataframe.of("loss")).rows()).hasSize(2);
    }
    assertThat(temp.resolve("secret.csv.out")).doesNotExist();
    try (Stream<Path> files = Files.list(flor)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .isEqualTo(List.of("flor.mv.db", "runs", "store.lock"));
    }
  }
}
