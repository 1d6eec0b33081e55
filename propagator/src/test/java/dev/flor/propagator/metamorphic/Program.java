package dev.flor.propagator.metamorphic;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files with one statement in one of them marked by comments on either side, which every refactoring leaves where they are.
 *
 * @param reversible whether the place can be told when this is the latest version and what it was made of the older one
 * @param loose statements, as tokens, that only one of the two versions has: on which side of one the place is cannot be told
 */
record Program(SortedMap<String, String> files, boolean reversible, SortedSet<String> loose) {
  static final String OPEN = "/*<P*/";
  static final String CLOSE = "/*P>*/";

  /** Around text that is there only together with the statement. */
  static final String WITH = "/*<W*/";

  static final String WITH_END = "/*W>*/";

  Program {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    loose = Collections.unmodifiableSortedSet(new TreeSet<>(loose));
  }

  static Program of(SortedMap<String, String> files) {
    return new Program(files, true, new TreeSet<>());
  }

  /** The path of the file with the marked statement. */
  String path() {
    return files.keySet().stream()
        .filter(path -> files.get(path).contains(OPEN))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the mark is lost"));
  }

  Program with(String path, String text) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new Program(changed, reversible, loose);
  }

  Program without(String path) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.remove(path);
    return new Program(changed, reversible, loose);
  }

  Program oneWay() {
    return new Program(files, false, loose);
  }

  Program loosely(String statement) {
    SortedSet<String> more = new TreeSet<>(loose);
    more.add(statement);
    return new Program(files, reversible, more);
  }

  /** The files without the marks. */
  SortedMap<String, String> whole() {
    SortedMap<String, String> plain = new TreeMap<>(files);
    plain.replaceAll((path, text) -> plain(text));
    return plain;
  }

  private static String plain(String text) {
    return text.replace(OPEN, "").replace(CLOSE, "").replace(WITH, "").replace(WITH_END, "");
  }

  /** The files without the statement. */
  SortedMap<String, String> stripped() {
    SortedMap<String, String> plain = whole();
    plain.put(path(), stripped(files.get(path())));
    return plain;
  }

  private static String stripped(String marked) {
    String text = marked;
    while (text.contains(WITH)) {
      int from = text.indexOf(WITH);
      int to = text.indexOf(WITH_END, from) + WITH_END.length();
      text = text.substring(0, from) + text.substring(to);
    }
    int start = text.indexOf(OPEN);
    int end = text.indexOf(CLOSE) + CLOSE.length();
    int lineStart = start;
    while (lineStart > 0 && " \t".indexOf(text.charAt(lineStart - 1)) >= 0) {
      lineStart--;
    }
    int lineEnd = end;
    while (lineEnd < text.length() && " \t\r".indexOf(text.charAt(lineEnd)) >= 0) {
      lineEnd++;
    }
    boolean alone = (lineStart == 0 || text.charAt(lineStart - 1) == '\n')
        && lineEnd < text.length()
        && text.charAt(lineEnd) == '\n';
    return alone
        ? text.substring(0, lineStart) + text.substring(lineEnd + 1)
        : text.substring(0, start) + text.substring(end);
  }
}
