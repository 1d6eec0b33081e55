package dev.flor.replay.check;

import dev.flor.differ.Identifiers;
import dev.flor.propagator.SourceHeads;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from the text of one source file without parsing it. */
public final class SourceFacts {
  private static final List<String> KEYWORDS = List.of("extends", "implements", "permits");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)\\.(?:\\w+|\\*)\\s*;");

  private static final Pattern DECLARED = Pattern.compile(
      "\\b(?:class|interface|enum|record)\\s+(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)");

  private SourceFacts() {}

  /** The names behind {@code extends}, {@code implements} and {@code permits} in a text or its head. */
  public static SortedSet<String> supertypes(String head) {
    TreeSet<String> names = new TreeSet<>();
    int at = 0;
    while (at < head.length()) {
      int behind = behindKeyword(head, at);
      if (behind > at) {
        int end = behind;
        while (end < head.length() && head.charAt(end) != '{' && head.charAt(end) != ';') {
          end++;
        }
        names.addAll(SourceHeads.words(head.substring(behind, end)));
        at = end;
      } else {
        at++;
      }
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /** Where the keyword ends that stands there; else where it would begin. Each char of many texts is asked about. */
  private static int behindKeyword(String head, int at) {
    char first = head.charAt(at);
    if ((first != 'e' && first != 'i' && first != 'p')
        || (at > 0 && Identifiers.isPart(head.charAt(at - 1)))) {
      return at;
    }
    for (String keyword : KEYWORDS) {
      int end = at + keyword.length();
      if (head.startsWith(keyword, at)
          && (end == head.length() || !Identifiers.isPart(head.charAt(end)))) {
        return end;
      }
    }
    return at;
  }

  /** The packages and types that it imports from. */
  public static Set<String> imports(String text) {
    Set<String> packages = new TreeSet<>();
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find()) {
      packages.add(matcher.group(1));
    }
    return Collections.unmodifiableSet(packages);
  }

  /** The types that a head declares, in whatever depth. */
  public static Set<String> declared(String head) {
    Set<String> types = new TreeSet<>();
    Matcher matcher = DECLARED.matcher(head);
    while (matcher.find()) {
      types.add(matcher.group(1));
    }
    return Collections.unmodifiableSet(types);
  }
}
