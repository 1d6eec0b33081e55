package dev.flor.cli.store;

import java.util.ArrayList;
import java.util.List;

/** Lines that become statements: each ends in a semicolon that stands in no quotes and in no comment. */
final class SqlInput {
  private final StringBuilder pending = new StringBuilder();

  /** The statements that this line completes. */
  List<String> add(String line) {
    pending.append(line).append('\n');
    List<String> complete = new ArrayList<>();
    int begun = 0;
    for (int at = 0; at < pending.length(); at++) {
      int over = skipped(at);
      if (over < 0) {
        break; // what was opened goes on in the next line
      }
      if (over > at) {
        at = over - 1;
      } else if (pending.charAt(at) == ';') {
        complete.add(pending.substring(begun, at).strip());
        begun = at + 1;
      }
    }
    pending.delete(0, begun);
    complete.removeIf(String::isEmpty);
    return complete;
  }

  /** Whether nothing has been begun. */
  boolean isEmpty() {
    return pending.toString().isBlank();
  }

  /** Gives what was begun, and forgets it. */
  String rest() {
    String rest = pending.toString().strip();
    pending.setLength(0);
    return rest;
  }

  /** Where what begins here ends: quotes or a comment; itself if it is neither, -1 if it does not end. */
  private int skipped(int at) {
    if (starts("--", at)) {
      return end("\n", at + 2);
    }
    if (starts("/*", at)) {
      return end("*/", at + 2);
    }
    if (starts("$$", at)) {
      return end("$$", at + 2);
    }
    char quote = pending.charAt(at);
    return quote == '\'' || quote == '"' ? end(String.valueOf(quote), at + 1) : at;
  }

  private boolean starts(String with, int at) {
    return at + with.length() <= pending.length()
        && pending.substring(at, at + with.length()).equals(with);
  }

  private int end(String with, int from) {
    int found = pending.indexOf(with, from);
    return found < 0 ? -1 : found + with.length();
  }
}
