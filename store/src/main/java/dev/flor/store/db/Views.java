package dev.flor.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The views over tables of plain rows, which are the same wherever these tables are; two databases write some words of them differently. */
public enum Views {
  H2("\"VALUE\"", "VARCHAR", "FORMATDATETIME(%s, 'yyyy-MM-dd''T''HH:mm:ss.SSSX', 'en', 'UTC')"),
  POSTGRESQL(
      "value", "TEXT", "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");

  private static final Pattern WORD =
      Pattern.compile("\\{(value|text of (\\w+)|time of ([\\w.]+))\\}");
  private static final Pattern NAME = Pattern.compile("CREATE OR REPLACE VIEW (\\w+)");

  /** What a value is called: a keyword of H2 where nobody says that it is none. */
  private final String value;

  private final String text;
  private final String time;

  Views(String value, String text, String time) {
    this.value = value;
    this.text = text;
    this.time = time;
  }

  /** The statements that make them, in order. */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    for (String statement : file().split(";\\s*\n", -1)) {
      if (!statement.isBlank()) {
        statements.add(WORD.matcher(statement).replaceAll(this::word));
      }
    }
    return statements;
  }

  /** What they are called, in capitals. */
  public static List<String> names() {
    return NAME.matcher(file())
        .results()
        .map(name -> name.group(1).toUpperCase(java.util.Locale.ROOT))
        .toList();
  }

  private String word(java.util.regex.MatchResult word) {
    String made = value;
    if (word.group(2) != null) {
      made = textOf(word.group(2));
    } else if (word.group(3) != null) {
      made = String.format(time, word.group(3));
    }
    return Matcher.quoteReplacement(made);
  }

  /** The value whose five columns a table has, as text. */
  private String textOf(String table) {
    return """
        CASE T.type
          WHEN 'DOUBLE' THEN COALESCE(T.text, CAST(T.number AS VARCHAR))
          WHEN 'LONG' THEN CAST(T.whole AS VARCHAR)
          WHEN 'BOOLEAN' THEN CASE T.whole WHEN 1 THEN 'true' ELSE 'false' END
          ELSE COALESCE(T.text, CAST(T.long_text AS VARCHAR))
        END""".replace("T.", table + ".").replace("VARCHAR", text);
  }

  private static String file() {
    try (InputStream in = Views.class.getResourceAsStream("views.sql")) {
      if (in == null) {
        throw new IllegalStateException("the views are not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the views are part of flor", e);
    }
  }
}
