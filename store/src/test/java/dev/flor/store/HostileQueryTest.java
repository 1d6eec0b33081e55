package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.store.model.QueryRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that begin like one that reads, and want something else: to write, to call Java, to reach a file, to change a setting. */
class HostileQueryTest {
  private static final AtomicInteger READ = new AtomicInteger();

  /** Does something when it is read, as a class on a user's class path may. */
  private static final class Evil implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) {
      READ.incrementAndGet();
    }
  }

  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void aStoreAndASecret() throws IOException {
    flor = temp.resolve("my project/.flor");
    Files.writeString(temp.resolve("secret.csv"), "A\nthe secret\n");
    TestRun.recorded(flor, "r1", "a").log("loss", 1.5).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // files
        "SELECT UTF8TOSTRING(FILE_READ('SECRET'))",
        "SELECT (SELECT FILE_READ('SECRET', 'UTF-8'))",
        "SELECT CASE WHEN LENGTH(file_read('SECRET')) > 0 THEN 1 END",
        "WITH f AS (SELECT * FROM CSVREAD('SECRET')) SELECT * FROM f",
        "SELECT * FROM run r, LATERAL (SELECT * FROM CSVREAD('SECRET')) f",
        "SELECT * FROM /* a comment */ \"CSVREAD\" /* and another */ ('SECRET')",
        "TABLE CSVREAD('SECRET')",
        "VALUES (FILE_READ('SECRET'))",
        "VALUES (CSVWRITE('SECRET.out', 'SELECT 1'))",
        "EXPLAIN ANALYZE SELECT FILE_WRITE('x', 'SECRET.out')",
        "SELECT FILE_READ('classpath:/dev/flor/store/Db.class')",
        "SELECT FILE_READ('http://127.0.0.1:1/x')",
        "EXPLAIN SCRIPT TO 'SECRET.out'",
        // Java
        "SELECT \"java.lang.System.getProperty\"('user.home')",
        "SELECT java.lang.Runtime.getRuntime()",
        "WITH x AS (SELECT 1) CALL \"java.lang.System.exit\"(1)",
        "SELECT * FROM LINK_SCHEMA('X', 'org.h2.Driver', 'jdbc:h2:mem:x;INIT=CREATE ALIAS A AS "
            + "''void a() {}''', 'sa', '', 'PUBLIC')",
        // what is stored
        "SELECT * FROM NEW TABLE (UPDATE run SET status = 'x')",
        "SELECT * FROM FINAL TABLE (MERGE INTO name KEY (name) VALUES ('x'))",
        "WITH x AS (SELECT 1 AS i) INSERT INTO name SELECT i FROM x",
        "EXPLAIN ANALYZE UPDATE run SET status = 'x'",
        "EXPLAIN ANALYZE TRUNCATE TABLE run",
        "EXPLAIN ANALYZE CREATE TABLE x (i INTEGER)",
        "SELECT $$ a $$; DELETE FROM run",
        "SELECT 'a\\'; DELETE FROM run; --'",
        "SELECT 1 -- ; \n; DELETE FROM run",
        "SELECT 1 // ; \r\n; DELETE FROM run",
        "SELECT /* /* */ 1; DELETE FROM run */ */ 1",
        // settings, other sessions, the database itself
        "SHOW TABLES; SET TRACE_LEVEL_FILE 3",
        "VALUES (1); SHUTDOWN IMMEDIATELY",
        "SELECT ABORT_SESSION(1)",
        "SELECT CANCEL_SESSION(1)",
        "EXPLAIN SET MODE MySQL",
        "WITH x AS (SELECT 1) SET MODE MySQL",
        "EXPLAIN ANALYZE ALTER USER reader ADMIN TRUE",
        "EXPLAIN EXECUTE IMMEDIATE 'DROP TABLE run'",
        "EXECUTE IMMEDIATE 'DROP TABLE run'",
        "CHECKPOINT SYNC",
        "\u0000SELECT 1",
        "\uFEFFDELETE FROM run",
      })
  void isRefusedInOneLine(String sql) throws IOException {
    String hostile = sql.replace("SECRET", temp.resolve("secret.csv").toString());
    List<String> before = files();
    try (FlorStore store = FlorStore.open(flor)) {
      QueryRefusedException refused =
          catchThrowableOfType(QueryRefusedException.class, () -> store.query(hostile));
      assertThat(refused).as(sql).isNotNull();
      assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
      assertThat(refused.getMessage()).doesNotContain("the secret");
      assertThat(store.query("SELECT id, status FROM run").rows())
          .containsExactly(List.of("r1", "completed"));
    }
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void bytesBecomeNoJavaObject() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Evil());
    }
    String object = "CAST(X'" + HexFormat.of().formatHex(bytes.toByteArray()) + "' AS JAVA_OBJECT)";
    try (FlorStore store = FlorStore.open(flor)) {
      for (String sql : List.of(
          "SELECT " + object,
          "SELECT ARRAY[" + object + "]",
          "SELECT ROW (" + object + ", 1)",
          "SELECT COUNT(*) FROM run WHERE " + object + " = " + object + " AND " + object
              + " IS NULL UNION ALL SELECT 1 FROM (SELECT " + object + ")")) {
        try {
          store.query(sql);
        } catch (QueryRefusedException e) {
          assertThat(e.getMessage()).doesNotContain("\n");
        }
        assertThat(READ).as(sql).hasValue(0);
      }
    }
  }
}
