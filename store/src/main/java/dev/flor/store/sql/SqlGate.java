package dev.flor.store.sql;

import dev.flor.store.model.QueryRefusedException;
import java.util.Locale;
import java.util.Set;

/**
 * Lets one reading statement through. What it says no to the database would refuse too, all but a
 * few harmless things; the gate says it in flor's words, and stops what follows a semicolon.
 */
final class SqlGate {
  private static final Set<String> READING =
      Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN");
  private static final String HINT =
      "one SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN; docs/schema.md has the tables";

  private final String sql;
  private int at;

  private SqlGate(String sql) {
    this.sql = sql;
  }

  static void check(String sql) {
    new SqlGate(sql).check();
  }

  private void check() {
    String first = firstWord();
    if (!READING.contains(first)) {
      throw new QueryRefusedException(
          first.isEmpty() ? "the query is empty" : "a query only reads; " + first + " is refused",
          HINT);
    }
    while (at < sql.length()) {
      if (sql.charAt(at) == ';') {
        at++;
        skipBlanks();
        if (at < sql.length()) {
          throw new QueryRefusedException("a query is one statement; another follows", HINT);
        }
      } else if (!skipQuoted() && !skipComment()) {
        at++;
      }
    }
  }

  private String firstWord() {
    skipBlanks();
    while (at < sql.length() && sql.charAt(at) == '(') {
      at++;
      skipBlanks();
    }
    int start = at;
    while (at < sql.length() && Character.isLetter(sql.charAt(at))) {
      at++;
    }
    if (start == at && at < sql.length()) {
      return sql.substring(at, at + 1);
    }
    return sql.substring(start, at).toUpperCase(Locale.ROOT);
  }

  private void skipBlanks() {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (!skipComment()) {
        return;
      }
    }
  }

  private boolean skipComment() {
    if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
      skipTo("\n");
      return true;
    }
    if (!sql.startsWith("/*", at)) {
      return false;
    }
    int depth = 0;
    do {
      boolean opens = sql.startsWith("/*", at);
      boolean closes = sql.startsWith("*/", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    } while (depth > 0 && at < sql.length());
    return true;
  }

  private boolean skipQuoted() {
    char quote = sql.charAt(at);
    if (sql.startsWith("$$", at)) {
      at += 2;
      skipTo("$$");
      return true;
    }
    if (quote != '\'' && quote != '"' && quote != '`') {
      return false;
    }
    at++;
    skipTo(String.valueOf(quote)); // a doubled quote is two quoted pieces side by side
    return true;
  }

  private void skipTo(String end) {
    int found = sql.indexOf(end, at);
    at = found < 0 ? sql.length() : found + end.length();
  }
}
