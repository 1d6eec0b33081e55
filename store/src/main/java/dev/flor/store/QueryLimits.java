package dev.flor.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What a query may take before it is ended.
 *
 * @param time how long it may run, in whole seconds; zero is without end
 * @param rows how many rows it may have; 0 is any number
 */
public record QueryLimits(Duration time, int rows) {
  /** No limits. */
  public static final QueryLimits NONE = new QueryLimits(Duration.ZERO, 0);

  private static final String CANCELED = "57014";

  public QueryLimits {
    if (time.isNegative() || rows < 0 || rows == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no limits of a query: " + time + ", " + rows + " rows");
    }
  }

  /** Has the database stop; one row more than may be is fetched, so that it is seen that there are more. */
  void set(Statement statement) throws SQLException {
    statement.setQueryTimeout(Math.toIntExact(time.toSeconds()));
    statement.setMaxRows(rows == 0 ? 0 : rows + 1);
  }

  /** Refuses an answer that goes on. */
  void check(View answer) {
    if (rows > 0 && answer.rows().size() > rows) {
      throw new QueryRefusedException(
          "the query has more than " + rows + " rows",
          "end it with FETCH FIRST 100 ROWS ONLY, write it to a file with flor export --sql, or raise --max-rows");
    }
  }

  /** What to say when the database did stop it; else what it says itself. */
  QueryRefusedException refused(SQLException e, String said, String hint) {
    return CANCELED.equals(e.getSQLState()) && !time.isZero()
        ? new QueryRefusedException(
            "the query was ended after " + time.toSeconds() + " s",
            "ask for less, or raise --timeout",
            e)
        : new QueryRefusedException("the query failed: " + said, hint, e);
  }
}
