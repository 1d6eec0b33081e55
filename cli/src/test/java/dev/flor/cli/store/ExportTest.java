package dev.flor.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import dev.flor.store.model.Column;
import dev.flor.store.model.Rows;
import dev.flor.store.model.View;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read back by others: DuckDB, and an H2 that knows nothing of flor. */
class ExportTest {
  private static final View HOSTILE = new View(
      List.of(
          new Column("text", Column.Type.TEXT),
          new Column("long", Column.Type.LONG),
          new Column("double", Column.Type.DOUBLE),
          new Column("truth", Column.Type.BOOLEAN),
          new Column("sum", Column.Type.DECIMAL),
          new Column("select \"x\"; --", Column.Type.TEXT),
          new Column("text", Column.Type.MIXED)),
      List.of(
          Arrays.asList(
              "a,b\n\"c\" ü 🦊", Long.MIN_VALUE, Double.NaN, true, new BigDecimal("1.50"), "", 1L),
          Arrays.asList(null, null, null, null, null, null, null),
          Arrays.asList(
              "", Long.MAX_VALUE, Double.MIN_VALUE, false, new BigDecimal("-7"), "'", "x"),
          Arrays.asList("'; DROP", 0L, Double.NEGATIVE_INFINITY, true, BigDecimal.ZERO, "z", 0.1)));

  @TempDir
  Path temporary;

  private Path written(ExportFormat format, View view) throws IOException {
    Path file = temporary.resolve("it's a file." + format);
    try (OutputStream out = Files.newOutputStream(file)) {
      format.write(() -> Rows.of(view), out);
    }
    return file;
  }

  /** Rows as texts, as another database reads them. */
  private static List<List<String>> asked(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(cells);
      }
      return rows;
    }
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  private static String duck(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  @Test
  void anotherReaderSeesTheSameInParquetTypesIncluded() throws Exception {
    Path file = written(ExportFormat.parquet, HOSTILE);
    assertThat(asked("jdbc:duckdb:", "SELECT * FROM " + duck(file)))
        .containsExactly(
            List.of("a,b\n\"c\" ü 🦊", "-9223372036854775808", "NaN", "true", "1.50", "", "1"),
            Arrays.asList(null, null, null, null, null, null, null),
            List.of("", "9223372036854775807", "4.9E-324", "false", "-7.00", "'", "x"),
            List.of("'; DROP", "0", "-Infinity", "true", "0.00", "z", "0.1"));
    assertThat(asked("jdbc:duckdb:", "DESCRIBE SELECT * FROM " + duck(file)))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly(
            "text VARCHAR",
            "long BIGINT",
            "double DOUBLE",
            "truth BOOLEAN",
            "sum DECIMAL(38,2)",
            "select \"x\"; -- VARCHAR",
            "text_2 VARCHAR");
  }

  @Test
  void manyRowsMakeManyPagesAndGroups() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    for (long i = 0; i < 300_001; i++) {
      rows.add(Arrays.asList(i, i % 3 == 0 ? null : i / 2.0, i % 7 == 0, "n" + i % 1000));
    }
    Path file = written(
        ExportFormat.parquet,
        new View(
            List.of(
                new Column("i", Column.Type.LONG),
                new Column("half", Column.Type.DOUBLE),
                new Column("seventh", Column.Type.BOOLEAN),
                new Column("name", Column.Type.TEXT)),
            rows));
    assertThat(asked(
            "jdbc:duckdb:",
            "SELECT count(*), sum(i)::BIGINT, count(half), sum(half)::BIGINT,"
                + " count(*) FILTER (seventh), count(DISTINCT name),"
                + " count(*) FILTER (half <> i / 2 OR name <> 'n' || i % 1000) FROM " + duck(file)))
        .containsExactly(
            List.of("300001", "45000150000", "200000", "15000000000", "42858", "1000", "0"));
    assertThat(asked(
            "jdbc:duckdb:",
            "SELECT count(DISTINCT row_group_id) FROM parquet_metadata(" + duck(file) + ")"))
        .containsExactly(List.of("3"));
  }

  /** A page of Parquet is encoded at once, and a group of rows written; of text a buffer is. */
  @ParameterizedTest
  @CsvSource({"csv, 2000", "jsonl, 2000", "parquet, 131072"})
  void rowsAreWrittenWhileTheyComeAndNotHeld(ExportFormat format, int mostAhead)
      throws IOException {
    long all = 3L * mostAhead;
    long[] written = {-1};
    CountingStream out = new CountingStream();
    Iterator<List<Object>> rows = LongStream.range(0, all)
        .peek(row -> {
          if (row % mostAhead == 0) {
            assertThat(out.count).as("before row %d", row).isGreaterThan(written[0]);
            written[0] = out.count;
          }
        })
        .mapToObj(row -> List.<Object>of(row, "text " + row))
        .iterator();
    List<Column> columns =
        List.of(new Column("i", Column.Type.LONG), new Column("text", Column.Type.TEXT));
    assertThat(format.write(() -> new Rows(columns, rows, () -> {}), out)).isEqualTo(all);
  }

  @Test
  void nothingIsAFileToo() throws Exception {
    View nothing = new View(List.of(new Column("a", Column.Type.TEXT)), List.of());
    Path file = written(ExportFormat.parquet, nothing);
    assertThat(asked("jdbc:duckdb:", "SELECT * FROM " + duck(file))).isEmpty();
    assertThat(Files.readString(written(ExportFormat.csv, nothing)).strip()).isEqualTo("a");
    assertThat(Files.readString(written(ExportFormat.jsonl, nothing))).isEmpty();
  }

  @Test
  void anotherReaderSeesTheSameInCsvAndInJsonLines() throws Exception {
    Path csv = written(ExportFormat.csv, HOSTILE);
    assertThat(asked(
            "jdbc:duckdb:",
            "SELECT * FROM read_csv(" + duck(csv) + ", all_varchar = true, header = true,"
                + " allow_quoted_nulls = false)"))
        .containsExactly(
            List.of("a,b\n\"c\" ü 🦊", "-9223372036854775808", "NaN", "true", "1.50", "", "1"),
            Arrays.asList(null, null, null, null, null, null, null),
            List.of("", "9223372036854775807", "4.9E-324", "false", "-7", "'", "x"),
            List.of("'; DROP", "0", "-Infinity", "true", "0", "z", "0.1"));
    assertThat(Files.readAllLines(written(ExportFormat.jsonl, HOSTILE)))
        .hasSize(4)
        .first()
        .asString()
        .startsWith(
            "{\"text\":\"a,b\\n\\\"c\\\" ü 🦊\",\"long\":-9223372036854775808,\"double\":\"NaN\",")
        .endsWith(",\"text_2\":1}");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void aFileIsWrittenWholeInTheFormatOfItsName(ExportFormat format) {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given
        .flor("export", "loss", "epochs", "--out", "data/loss." + format)
        .exits(ExitCode.DONE)
        .says("3 rows in data/loss." + format);
    assertThat(given.path("data/loss." + format)).isNotEmptyFile();
    assertThat(given.path("data/loss." + format + ".part")).doesNotExist();
  }

  @Test
  void aQueryAndAViewAreExportedAndWhatIsNotUnderstoodIsTold() throws SQLException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given
        .flor("export", "--sql", "SELECT number FROM value ORDER BY seq", "--format", "jsonl")
        .exits(ExitCode.DONE)
        .prints("{\"NUMBER\":0.25}");
    given.flor("export", "--view", "logs", "--out", "logs.parquet").exits(ExitCode.DONE);
    assertThat(asked(
            "jdbc:duckdb:",
            "SELECT VALUE_NAME, VALUE, SOURCE FROM " + duck(given.path("logs.parquet"))
                + " ORDER BY ORDINAL, VALUE DESC LIMIT 2"))
        .containsExactly(List.of("epochs", "3", "recorded"), List.of("loss", "0.25", "recorded"));
    given
        .flor("export", "--view", "lgs", "--out", "x.csv")
        .failsInTwoLines(ExitCode.USAGE, "there is no table or view lgs", "did you mean logs?");
    given
        .flor("export", "loss", "--out", "x.xlsx")
        .failsInTwoLines(ExitCode.USAGE, "x.xlsx does not tell the format", ".parquet");
    given.flor("export").failsInTwoLines(ExitCode.USAGE, "export what?", "--h2 FILE");
    given
        .flor("export", "loss", "--h2", "x")
        .failsInTwoLines(ExitCode.USAGE, "do not go together", "--h2 FILE alone");
  }

  @Test
  void aCopyGoesWhereALinkLeads() throws Exception {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(given.path("copy.mv.db"), elsewhere.resolve("kept.mv.db"));
    for (int time = 0; time < 2; time++) { // there is nothing yet; then it is replaced
      given.flor("export", "--h2", "copy").exits(ExitCode.DONE);
      assertThat(link).isSymbolicLink();
      assertThat(asked(
              "jdbc:h2:file:" + elsewhere.resolve("kept") + ";USER=sa", "SELECT COUNT(*) FROM run"))
          .containsExactly(List.of("1"));
    }
  }

  @Test
  void anyH2OpensACopyAndSeesWhatTheStoreShows() throws Exception {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"it's\", \"ü\" + epoch);"));
    given.flor("replay", "it's", "--yes").exits(ExitCode.DONE);
    given.flor("export", "--h2", "out/copy.mv.db").exits(ExitCode.DONE).says(" rows in out/copy");
    given.flor("export", "--h2", "out/copy").exits(ExitCode.DONE);
    String url = "jdbc:h2:file:" + given.path("out/copy");
    for (String relation : List.of("RUN", "ARG", "LOOP", "ITERATION", "VALUE", "LOGS", "LOOPS")) {
      String all = given
          .flor("sql", "SELECT * FROM \"" + relation + "\" ORDER BY 1, 2, 3, 4", "--format", "csv")
          .exits(ExitCode.DONE)
          .out();
      Path bare = temporary.resolve(relation + ".csv");
      Given.Answer shell = given.process(List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          Path.of(org.h2.Driver.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI())
              .toString(),
          "org.h2.tools.Shell",
          "-url",
          url,
          "-user",
          "sa",
          "-sql",
          "CALL CSVWRITE('" + bare + "', 'SELECT * FROM \"" + relation
              + "\" ORDER BY 1, 2, 3, 4')"));
      shell.exits(0);
      assertThat(Files.readAllLines(bare)).as(relation).hasSize((int)
          all.lines().count());
    }
    assertThat(asked(
            url + ";USER=sa", "SELECT \"VALUE\" FROM logs WHERE value_name = 'it''s' ORDER BY 1"))
        .containsExactly(List.of("ü0"), List.of("ü1"), List.of("ü2"));
    assertThat(asked(
            url + ";USER=sa",
            "SELECT COUNT(*) FROM information_schema.tables"
                + " WHERE table_name IN ('JOURNAL', 'SCHEMA_VERSION')"))
        .containsExactly(List.of("0"));
  }
}
