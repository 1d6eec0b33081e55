package dev.flor.testdata;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test case in one text file: a comment that says what it shows, then {@code -- name --} sections. There are no
 * syntax errors; whatever stands before the first section is the comment.
 *
 * <p>The section {@code options} holds {@code key: value} lines. {@code line-endings: crlf|cr}, {@code crlf: SECTIONS},
 * {@code bom: SECTIONS} and {@code no-final-newline: SECTIONS} (section names, or prefixes of them, separated by blanks, or {@code all}) say
 * what a text file that people edit cannot show: {@link #text} applies them.
 *
 * @param path where it was read from, or just its name
 * @param comment what the case shows
 * @param sections the raw text of each section, in the order of the file, with {@code \n} line ends
 */
public record CaseFile(Path path, String comment, Map<String, String> sections) {
  private static final Pattern HEADER = Pattern.compile("(?m)^-- (\\S+) --[ \\t]*$\\R?");
  private static final String OPTIONS = "options";

  public CaseFile {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** Splits a text into comment and sections. */
  public static CaseFile parse(Path path, String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher header = HEADER.matcher(text);
    boolean more = header.find();
    String comment = (more ? text.substring(0, header.start()) : text).strip();
    while (more) {
      String name = header.group(1);
      int start = header.end();
      more = header.find();
      sections.put(name, text.substring(start, more ? header.start() : text.length()));
    }
    return new CaseFile(path, comment, sections);
  }

  /** The name without folder and extension. */
  public String name() {
    return path.getFileName().toString().replaceFirst("\\.case$", "");
  }

  /** A section's text with the line ends, byte order mark and last line break that the options ask for. */
  public Optional<String> text(String section) {
    return Optional.ofNullable(sections.get(section)).map(raw -> asAsked(section, raw));
  }

  /**
   * The files of a part: of {@code latest}, the sections {@code latest/a/B.java} and so on, by the path after the
   * slash; a section of just that name stands for {@code single}.
   */
  public SortedMap<String, String> files(String part, String single) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String section : sections.keySet()) {
      if (section.equals(part)) {
        files.put(single, text(section).orElseThrow());
      } else if (section.startsWith(part + "/")) {
        files.put(section.substring(part.length() + 1), text(section).orElseThrow());
      }
    }
    return files;
  }

  /** The value of an option, if the case has it. */
  public Optional<String> option(String key) {
    return sections
        .getOrDefault(OPTIONS, "")
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst();
  }

  @Override
  public String toString() {
    return name();
  }

  private String asAsked(String section, String raw) {
    String text = names("no-final-newline", section) ? raw.replaceFirst("\n\\z", "") : raw;
    String ends = names("crlf", section) ? "crlf" : option("line-endings").orElse("lf");
    text = text.replace("\n", ends.equals("crlf") ? "\r\n" : ends.equals("cr") ? "\r" : "\n");
    return names("bom", section) ? '\uFEFF' + text : text;
  }

  private boolean names(String option, String section) {
    for (String asked : option(option).orElse("").split("\\s+", -1)) {
      if (asked.equals("all") || (!asked.isEmpty() && section.startsWith(asked))) {
        return true;
      }
    }
    return false;
  }
}
