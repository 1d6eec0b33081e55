package dev.flor.replay.check;

import dev.flor.propagator.SourceHeads;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from the text of one source file without parsing it. */
public final class SourceFacts {
  private static final Pattern SUPERTYPES =
      Pattern.compile("\\b(?:extends|implements|permits)\\b([^{;]*)");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)\\.(?:\\w+|\\*)\\s*;");

  private static final Pattern DECLARED = Pattern.compile(
      "\\b(?:class|interface|enum|record)\\s+(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)");

  private SourceFacts() {}

  /** The names behind {@code extends}, {@code implements} and {@code permits} in a text or its head. */
  public static SortedSet<String> supertypes(String head) {
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = SUPERTYPES.matcher(head);
    while (matcher.find()) {
      names.addAll(SourceHeads.words(matcher.group(1)));
    }
    return Collections.unmodifiableSortedSet(names);
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
