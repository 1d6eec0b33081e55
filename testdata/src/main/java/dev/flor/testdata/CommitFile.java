package dev.flor.testdata;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text file beside a commit's files: headers, an empty line, the message. */
record CommitFile(
    OffsetDateTime date,
    String author,
    String email,
    boolean recorded,
    List<String> deleted,
    String message) {
  static final String NAME = "COMMIT";

  private static final Pattern HEADER = Pattern.compile("(date|author|recorded|delete): (.+)");
  private static final Pattern PERSON = Pattern.compile("(.+) <(.+)>");

  static CommitFile parse(String slug, String text) {
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw wrong(slug, " has no message");
    }
    List<Matcher> headers =
        text.substring(0, blank).lines().map(HEADER::matcher).toList();
    headers.stream().filter(header -> !header.matches()).findFirst().ifPresent(header -> {
      throw wrong(slug, " has a line that is no header");
    });
    Matcher person = PERSON.matcher(only(slug, headers, "author"));
    if (!person.matches()) {
      throw wrong(slug, ": an author is Name <address>, not " + only(slug, headers, "author"));
    }
    return new CommitFile(
        OffsetDateTime.parse(only(slug, headers, "date")),
        person.group(1),
        person.group(2),
        yesOrNo(slug, only(slug, headers, "recorded")),
        all(headers, "delete"),
        text.substring(blank + 2));
  }

  String subject() {
    return message.lines().findFirst().orElseThrow();
  }

  private static List<String> all(List<Matcher> headers, String name) {
    return headers.stream()
        .filter(header -> header.group(1).equals(name))
        .map(header -> header.group(2))
        .toList();
  }

  private static String only(String slug, List<Matcher> headers, String name) {
    List<String> values = all(headers, name);
    if (values.size() != 1) {
      throw wrong(slug, " has " + values.size() + " times the header " + name);
    }
    return values.get(0);
  }

  private static boolean yesOrNo(String slug, String value) {
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(slug, ": recorded is yes or no, not " + value);
    };
  }

  private static IllegalStateException wrong(String slug, String what) {
    return new IllegalStateException(slug + "/" + NAME + what);
  }
}
