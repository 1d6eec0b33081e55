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

  /** The same without the methods that have a body, and the fields, of other names than these. */
  public static String of(String text, Set<String> names) {
    return Outline.of(text)
        .map(outline -> Skeleton.stubs(
            outline,
            m -> builds(m) || names.contains(m.name()) ? Part.HEAD : Part.NONE,
            field -> outline.declared(field).stream().anyMatch(names::contains),
            false))
        .orElse(text);
  }

  /**
   * A text in which the members that an edit touches are whole, and others are heads, or not there.
   *
   * @param text what is left stands at its offset
   * @param changed where it was edited
   * @param judged where an error counts: elsewhere it may be one of what is left out
   */
  public record Reduced(String text, List<Span> changed, List<Span> judged) {
    /** Whether what stands at an offset came with an edit. */
    public boolean isNew(int offset) {
      return changed.stream().anyMatch(span -> span.start() <= offset && offset < span.end());
    }

    /** Whether an error at an offset counts. */
    public boolean isJudged(int offset) {
      return judged.stream().anyMatch(span -> span.start() <= offset && offset <= span.end());
    }
  }

  /** So much of a rewritten text as is needed to judge what was changed in it. */
  public static Reduced after(Patch patch) {
    return around(patch.apply(), patch.inserted());
  }

  /** The same of the text as it was. */
  public static Reduced before(Patch patch) {
    return around(patch.before(), patch.edits().stream().map(Edit::span).toList());
  }

  private static Reduced around(String text, List<Span> parts) {
    return Outline.of(text)
        .map(outline -> new Changed(outline, parts).reduced())
        .orElse(new Reduced(text, parts, List.of(new Span(0, text.length()))));
  }

  static boolean builds(Member member) {
    String type = member.type();
    return member.name().isEmpty()
        || type.endsWith("." + member.name())
        || type.equals(member.name());
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
