package dev.flor.replay;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves imports out of texts: javac loads, or looks for, each type that is imported. */
final class Imports {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*import[ \\t]+(?:(static)[ \\t]+)?([\\w.]+?)(\\.\\*)?[ \\t]*;");

  private Imports() {}

  /** A text without the imports of types that are neither the JDK's nor among {@code seen}. */
  static String without(String text, Set<String> seen) {
    return blanked(text, found -> {
      String name = found.group(2);
      String type = found.group(1) == null || found.group(3) != null
          ? name
          : name.substring(0, Math.max(0, name.lastIndexOf('.')));
      String simple = type.substring(type.lastIndexOf('.') + 1);
      boolean onDemand = found.group(1) == null && found.group(3) != null;
      return name.startsWith("java.")
          || name.startsWith("javax.")
          || onDemand
          || seen.contains(simple)
          || isInJavaLang(simple);
    });
  }

  /** A text without the imports of what it does not mention; all that is left stands where it stood. */
  static String without(String text, Predicate<String> mentioned) {
    return blanked(
        text,
        found -> found.group(3) != null
            || mentioned.test(found.group(2).substring(found.group(2).lastIndexOf('.') + 1)));
  }

  private static String blanked(String text, Predicate<Matcher> kept) {
    StringBuilder left = new StringBuilder(text);
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find()) {
      if (!kept.test(matcher)) {
        left.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
      }
    }
    return left.toString();
  }

  /** Without its import, such a name would stand for something else. */
  private static boolean isInJavaLang(String simple) {
    try {
      Class.forName("java.lang." + simple, false, null);
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
