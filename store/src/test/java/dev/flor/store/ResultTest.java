package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pivot as libraries of tables read it: through JDBC. */
class ResultTest {
  @TempDir
  Path temp;

  private static List<String> lines(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> lines = new ArrayList<>();
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        cells.add(String.valueOf(rows.getObject(i)));
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }

  @Test
  void columnsHaveTypesAndRowsAreWhatTheViewHas() throws SQLException {
    TestRun.recorded(temp, "r1", "a")
        .arg("lr", 1)
        .loop("epoch", 2, epoch -> epoch.log("loss", 0.5 + epoch.index()).log("n", epoch.index()))
        .complete();
    TestRun.recorded(temp, "r2", "a")
        .arg("lr", 0.5)
        .loop("epoch", 1, epoch -> epoch.log("loss", -0.0).log("tag", "x").log("n", "text"))
        .complete();
    try (FlorStore store = FlorStore.open(temp);
        ResultSet rows = store.dataframe("loss", "lr", "n", "tag")) {
      ResultSetMetaData meta = rows.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i) + ":" + meta.getColumnType(i));
      }
      assertThat(columns)
          .containsExactly(
              "version:" + Types.VARCHAR,
              "run:" + Types.VARCHAR,
              "epoch:" + Types.BIGINT,
              "loss:" + Types.DOUBLE,
              "lr:" + Types.DOUBLE,
              "n:" + Types.VARCHAR,
              "tag:" + Types.VARCHAR,
              "source:" + Types.VARCHAR,
              "verdict:" + Types.VARCHAR);
      assertThat(lines(rows))
          .containsExactly(
              "aaaaaaa | r1 | 0 | 0.5 | 1.0 | 0 | null | recorded | null",
              "aaaaaaa | r1 | 1 | 1.5 | 1.0 | 1 | null | recorded | null",
              "aaaaaaa | r2 | 0 | -0.0 | 0.5 | text | x | recorded | null");
    }
  }

  /** Smile asks a result set so for what it comes from, before it reads anything. */
  @Test
  void whereRowsComeFromIsToldAndLeadsNowhereElse() throws SQLException {
    TestRun.recorded(temp, "r1", "a")
        .loop("epoch", 1, epoch -> epoch.log("loss", 0.5))
        .complete();
    try (FlorStore store = FlorStore.open(temp);
        ResultSet rows = store.dataframe("loss")) {
      Connection connection = rows.getStatement().getConnection();
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("flor");
      assertThatThrownBy(() -> connection.createStatement())
          .isInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessageContaining("createStatement");
      assertThat(List.of(connection)).contains(connection);
      assertThat(connection).hasToString("the Connection of a dataframe's rows");
    }
  }

  @Test
  void doublesAreReadAsTheyAreAndNothingIsNull() throws SQLException {
    TestRun.recorded(temp, "r1", "a")
        .loop("epoch", 1, epoch -> epoch.log("a", 0.1))
        .complete();
    TestRun.recorded(temp, "r2", "a")
        .loop("epoch", 1, epoch -> epoch.log("b", 2.5))
        .complete();
    try (FlorStore store = FlorStore.open(temp);
        ResultSet rows = store.dataframe("a", "b")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getDouble("a")).isEqualTo(0.1);
      assertThat(rows.wasNull()).isFalse();
      assertThat(rows.getString("a")).isEqualTo("0.1");
      assertThat(rows.getDouble("b")).isZero();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getObject("b")).isNull();
      assertThat(rows.getLong("epoch")).isZero();
      assertThat(rows.wasNull()).isFalse();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getDouble("b")).isEqualTo(2.5);
      assertThat(rows.getBigDecimal("b")).isEqualByComparingTo("2.5");
      assertThat(rows.getObject("a")).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void whatIsLoggedLaterIsThereWhenItIsAskedForAgain() throws SQLException {
    TestRun run = TestRun.recorded(temp, "r1", "a").log("loss", 1);
    try (FlorStore store = FlorStore.open(temp)) {
      assertThat(lines(store.dataframe("loss"))).hasSize(1);
      run.log("loss", 2).complete();
      assertThat(lines(store.dataframe("loss"))).hasSize(2);
      assertThat(lines(store.dataframe()))
          .containsExactly("aaaaaaa | r1 | completed | 2 | recorded | null");
    }
  }
}
