package dev.flor.cli.store;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the word before the cursor; of {@code r.sta} what stands after the dot. */
final class SqlWords implements Completer {
  private static final List<String> KEYWORDS = List.of(
      "SELECT",
      "FROM",
      "WHERE",
      "JOIN",
      "LEFT JOIN",
      "ON",
      "AND",
      "OR",
      "NOT",
      "NULL",
      "GROUP BY",
      "ORDER BY",
      "HAVING",
      "LIMIT",
      "DISTINCT",
      "COUNT(",
      "SUM(",
      "AVG(",
      "MIN(",
      "MAX(",
      "CAST(",
      "COALESCE(",
      "CASE",
      "WHEN",
      "THEN",
      "ELSE",
      "END",
      "BETWEEN",
      "LIKE",
      "IN",
      "AS",
      "WITH",
      "UNION ALL",
      "PARTITION BY",
      "OVER",
      "QUALIFY",
      "DESC",
      "ASC",
      "EXPLAIN",
      "TABLE",
      "VALUES");

  private final SortedSet<String> words = new TreeSet<>(KEYWORDS);

  /** @param more tables, columns and logged names */
  SqlWords(List<String> more) {
    words.addAll(more);
    words.addAll(List.of(".tables", ".columns", ".format", ".help", ".quit"));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word().substring(0, line.wordCursor());
    int cut = word.startsWith(".") ? 0 : 1 + lastOf(word, ".,(=<>");
    String stem = word.substring(0, cut);
    String begun = word.substring(cut).toLowerCase(Locale.ROOT);
    for (String known : words) {
      if (known.toLowerCase(Locale.ROOT).startsWith(begun)) {
        candidates.add(
            new Candidate(stem + known, known, null, null, null, null, !known.endsWith("(")));
      }
    }
  }

  private static int lastOf(String word, String any) {
    int last = -1;
    for (int i = 0; i < word.length(); i++) {
      last = any.indexOf(word.charAt(i)) >= 0 ? i : last;
    }
    return last;
  }
}
