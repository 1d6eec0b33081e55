package dev.flor.propagator;

import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.Span;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** So much of a source text as a compiler has to read to judge a part of it. */
public final class SourceHeads {
  private SourceHeads() {}

  /** The text, but for what is in the bodies of its members; the whole text, if its braces do not tell where they are. */
  public static String of(String text) {
    return Outline.of(text)
        .map(outline -> Skeleton.stubs(outline, m -> Part.HEAD, false))
        .orElse(text);
  }

  /** The same without the methods that have a body and another name than these. */
  public static String of(String text, Set<String> names) {
    return Outline.of(text)
        .map(outline -> Skeleton.stubs(
            outline, m -> builds(m) || names.contains(m.name()) ? Part.HEAD : Part.NONE, false))
        .orElse(text);
  }

  /**
   * The same of a rewritten text, but with all that is in the members that are edited, and in constructors and initialisers, which have
   * to agree with the fields. What is left stands at its offset.
   */
  public static String after(Patch patch) {
    return around(patch.apply(), patch.inserted());
  }

  /** The same of the text as it was. */
  public static String before(Patch patch) {
    return around(patch.before(), patch.edits().stream().map(Edit::span).toList());
  }

  private static String around(String text, List<Span> parts) {
    return Outline.of(text)
        .map(outline -> Skeleton.stubs(
            outline, m -> builds(m) || touches(m, parts) ? Part.WHOLE : Part.HEAD, true))
        .orElse(text);
  }

  private static boolean builds(Member member) {
    String type = member.type();
    return member.name().isEmpty()
        || type.endsWith("." + member.name())
        || type.equals(member.name());
  }

  private static boolean touches(Member member, List<Span> parts) {
    return parts.stream()
        .anyMatch(
            p -> p.start() <= member.body().end() && p.end() >= member.head().start());
  }

  /** The tokens of a text, comments aside. */
  public static List<String> tokens(String text) {
    return Tokens.of(text);
  }

  /** The words of a text, comments and literals aside. */
  public static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    for (String token : Tokens.of(text)) {
      if (Character.isJavaIdentifierStart(token.charAt(0))) {
        words.add(token);
      }
    }
    return words;
  }
}
