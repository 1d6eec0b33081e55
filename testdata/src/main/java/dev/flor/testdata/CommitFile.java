package dev.flor.testdata;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text file beside a commit's files: headers, an empty line, the message. */
record CommitFile(
    OffsetDateTime date,
    String author,
    String email,
    boolean recorded,
    List<String> deleted,
    String message) {
  static final String NAME = "COMMIT";

  static CommitFile parse(String slug, String text) {
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new IllegalStateException(slug + "/COMMIT has no message");
    }
    Map<String, String> headers = new TreeMap<>();
    List<String> deleted = new ArrayList<>();
    for (String line : text.substring(0, blank).lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalStateException(slug + "/COMMIT: not a header: " + line);
      }
      String value = line.substring(colon + 2);
      if (line.startsWith("delete: ")) {
        deleted.add(value);
      } else {
        headers.put(line.substring(0, colon), value);
      }
    }
    String person = header(slug, headers, "author");
    int mail = person.indexOf(" <");
    return new CommitFile(
        OffsetDateTime.parse(header(slug, headers, "date")),
        person.substring(0, mail),
        person.substring(mail + 2, person.length() - 1),
        yesOrNo(slug, header(slug, headers, "recorded")),
        List.copyOf(deleted),
        text.substring(blank + 2));
  }

  String subject() {
    return message.lines().findFirst().orElseThrow();
  }

  private static String header(String slug, Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalStateException(slug + "/COMMIT lacks the header " + name);
    }
    return value;
  }

  private static boolean yesOrNo(String slug, String value) {
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default ->
        throw new IllegalStateException(slug + "/COMMIT: recorded is yes or no, not " + value);
    };
  }
}
