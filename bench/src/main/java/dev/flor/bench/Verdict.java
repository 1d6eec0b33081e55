package dev.flor.bench;

import java.util.List;

/**
 * What a row found.
 *
 * @param table lines of a Markdown table
 * @param pass whether the goal is met
 * @param figure what was measured, in one line
 * @param goal what was wanted, in one line
 */
record Verdict(List<String> table, boolean pass, String figure, String goal) {
  String line(Row row) {
    return row.id() + (pass ? " pass: " : " short: ") + figure + " (" + goal + ")";
  }
}
