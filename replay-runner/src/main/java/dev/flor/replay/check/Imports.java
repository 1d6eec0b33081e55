package dev.flor.replay.check;

import dev.flor.propagator.SourceHeads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves imports out of texts: javac loads, or looks for, each type that is imported. */
public final class Imports {
  private static final String KEYWORD = "import";

  private static final Pattern IMPORT =
      Pattern.compile(KEYWORD + "[ \\t]+(?:(static)[ \\t]+)?([\\w.]+?)(\\.\\*)?[ \\t]*;");

  /** Without its import, such a name would stand for something else. */
  private static final Set<String> IN_JAVA_LANG = inJavaLang();

  private Imports() {}

  private static Set<String> inJavaLang() {
    String folder = "java/lang/";
    ModuleReference base = ModuleFinder.ofSystem().find("java.base").orElseThrow();
    try (ModuleReader reader = base.open();
        Stream<String> files = reader.list()) {
      return files
          .filter(file -> file.startsWith(folder) && file.endsWith(".class"))
          .map(file -> file.substring(folder.length(), file.length() - ".class".length()))
          .filter(name -> name.indexOf('/') < 0)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the module java.base", e);
    }
  }

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
          || IN_JAVA_LANG.contains(simple);
    });
  }

  /** A text without the imports of what it does not mention; all that is left stands where it stood. */
  static String without(String text, Predicate<String> mentioned) {
    return blanked(
        text,
        found -> found.group(3) != null
            || mentioned.test(found.group(2).substring(found.group(2).lastIndexOf('.') + 1)));
  }

  /**
   * A text without the imports of whole packages that are not there: to tell that, javac looks through all modules.
   *
   * @param known whether a package has types
   * @param kept imports that stay, by their offset
   * @param absent gets the names that are left out
   */
  static String withoutAbsent(
      String text, Predicate<String> known, IntPredicate kept, Consumer<String> absent) {
    return blanked(text, found -> {
      boolean there = found.group(3) != null
          || kept.test(found.start())
          || packages(found.group(2)).anyMatch(known);
      if (!there) {
        absent.accept(found.group(2));
      }
      return there;
    });
  }

  /** What may be the package of an imported name, of which the last part is none. */
  private static Stream<String> packages(String name) {
    return Stream.iterate(
        name.substring(0, Math.max(0, name.lastIndexOf('.'))),
        part -> !part.isEmpty(),
        part -> part.substring(0, Math.max(0, part.lastIndexOf('.'))));
  }

  /** A text without the imports of what it does not mention. */
  public static String needed(String text) {
    Set<String> words = SourceHeads.words(without(text, name -> false));
    return without(text, words::contains);
  }

  private static String blanked(String text, Predicate<Matcher> kept) {
    StringBuilder left = new StringBuilder(text);
    Matcher matcher = IMPORT.matcher(text);
    for (int at = text.indexOf(KEYWORD); at >= 0; at = text.indexOf(KEYWORD, at + 1)) {
      if (beginsLine(text, at)
          && matcher.region(at, text.length()).lookingAt()
          && !kept.test(matcher)) {
        left.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
      }
    }
    return left.toString();
  }

  private static boolean beginsLine(String text, int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
  }
}
