package dev.flor.differ;

import dev.flor.differ.Outline.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A text of which only some members are parsed; the others are taken for empty or absent. All that is parsed stands on its own line and
 * column.
 */
public final class Skeleton {
  /** The least body of a method, whatever it returns. */
  private static final String NOTHING = "{throw null;}";

  private Skeleton() {}

  /** How much of a member is parsed. */
  public enum Part {
    /** All of it. */
    WHOLE,
    /** What stands before the body. */
    HEAD,
    /** Nothing. */
    NONE
  }

  /** The tree of an outline's text, with so much of each member as is wanted; comments between members are not parsed. */
  public static ParseResult parse(Outline outline, Function<Member, Part> wanted) {
    return Parsing.parsePart(outline.text(), reduced(outline, wanted));
  }

  /** Whether so much of the text is Java of some language level. */
  public static boolean check(Outline outline, Function<Member, Part> wanted) {
    return Parsing.parse(reduced(outline, wanted)).parsed().isPresent();
  }

  /**
   * The text of an outline with the members that are not parsed left out, and {@code throw null;} for the body where only the head is.
   *
   * @param inPlace whether all that is left stands at the offset where it stood; else comments are left out, too
   */
  public static String stubs(Outline outline, Function<Member, Part> wanted, boolean inPlace) {
    return stubs(outline, wanted, field -> true, inPlace);
  }

  /**
   * The same with some of the fields.
   *
   * @param fields which of {@link Outline#fields} are wanted
   */
  public static String stubs(
      Outline outline, Function<Member, Part> wanted, Predicate<Span> fields, boolean inPlace) {
    SortedMap<Span, String> stubs = new TreeMap<>();
    if (!inPlace) {
      outline.comments().forEach(comment -> stubs.put(comment, " "));
    }
    for (Member member : outline.members()) {
      switch (wanted.apply(member)) {
        case WHOLE -> {}
        case HEAD -> stubs.put(member.body(), member.name().isEmpty() ? "{}" : NOTHING);
        case NONE -> stubs.put(new Span(member.head().start(), member.body().end()), "");
      }
    }
    outline.fields().stream().filter(fields.negate()).forEach(field -> stubs.put(field, ""));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Map.Entry<Span, String> stub : stubs.entrySet()) {
      Span span = stub.getKey();
      int spare = span.length() - stub.getValue().length();
      if (span.start() < at || (inPlace && spare < 0)) {
        continue;
      }
      text.append(outline.text(), at, span.start()).append(stub.getValue());
      text.append(" ".repeat(inPlace ? spare : 0));
      at = span.end();
    }
    return text.append(outline.text(), at, outline.text().length()).toString();
  }

  private static String reduced(Outline outline, Function<Member, Part> wanted) {
    List<Span> left = new ArrayList<>(outline.comments());
    for (Member member : outline.members()) {
      switch (wanted.apply(member)) {
        case WHOLE -> {}
        case HEAD -> left.add(new Span(member.body().start() + 1, member.body().end() - 1));
        case NONE -> left.add(new Span(member.head().start(), member.body().end()));
      }
    }
    left.sort(Comparator.naturalOrder());
    return without(outline.text(), left);
  }

  /** Line breaks stay, and so does the column of what follows; nothing else of the spans does. */
  private static String without(String text, List<Span> spans) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      if (span.start() < at) {
        continue;
      }
      left.append(text, at, span.start());
      int column = left.length();
      int line = span.start();
      for (int i = span.start(); i < span.end(); i++) {
        char c = text.charAt(i);
        if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
          left.setLength(column);
          left.append('\n');
          column = left.length();
          line = i + 1;
        }
      }
      left.append(" ".repeat(span.end() - line));
      at = span.end();
    }
    return left.append(text, at, text.length()).toString();
  }
}
