package dev.flor.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The methods, constructors and initialisers of a Java text, found by its braces, without parsing it. What the outline does not say:
 * whether the text is Java at all.
 */
public final class Outline {
  private final String text;
  private final List<Member> members = new ArrayList<>();
  private final List<Span> fields = new ArrayList<>();
  private final List<Span> directives = new ArrayList<>();
  private final Lexer lexer;

  private Outline(String text) {
    this.text = text;
    this.lexer = new Lexer(text);
  }

  /**
   * A member with a body.
   *
   * @param type names of the types around it, joined by dots
   * @param name empty for an initialiser and a compact constructor
   * @param parameters as written, without white space
   * @param head from the first modifier to the brace
   * @param body from brace to brace, both included
   */
  public record Member(String type, String name, String parameters, Span head, Span body) {
    /** Whether an offset is in the head or the body. */
    public boolean holds(int offset) {
      return head.start() <= offset && offset < body.end();
    }

    /** Whether another member has the same name in a type of the same name, and perhaps other parameters. */
    public boolean overloads(Member other) {
      return type.equals(other.type) && name.equals(other.name);
    }
  }

  /** The outline of a text; empty where braces alone do not tell it, as where characters are escaped or a merge was not ended. */
  public static Optional<Outline> of(String text) {
    Outline outline = new Outline(text);
    boolean plain = !text.contains("\\u") && !text.contains("\n<<<<<<< ");
    return plain && outline.file() ? Optional.of(outline) : Optional.empty();
  }

  /** In the order of the text; members of local and anonymous classes are part of the member around them. */
  public List<Member> members() {
    return members;
  }

  public String text() {
    return text;
  }

  /** Declarations of fields, each with all that it declares. */
  public List<Span> fields() {
    return fields;
  }

  /** What stands before and beside the types: the package, imports. */
  public List<Span> directives() {
    return directives;
  }

  /** The names that a field declares, and perhaps others that stand where such a name would. */
  public Set<String> declared(Span field) {
    Set<String> names = new TreeSet<>();
    Lexer part = new Lexer(field.of(text));
    String last = "";
    while (part.next()) {
      char c = part.first();
      if (!last.isEmpty() && (c == '=' || c == ',' || c == ';' || c == '[')) {
        names.add(last);
      }
      last = part.isWord() ? part.token() : "";
    }
    return names;
  }

  /** The comments that are in no member, but for those before the first type. */
  List<Span> comments() {
    return lexer.comments();
  }

  /** The member around an offset. */
  public Optional<Member> at(int offset) {
    return members.stream().filter(member -> member.holds(offset)).findFirst();
  }

  /** The words in a part of the text, comments aside. */
  public Set<String> words(Span span) {
    Set<String> words = new TreeSet<>();
    Lexer part = new Lexer(span.of(text));
    while (part.next()) {
      if (part.isWord()) {
        words.add(part.token());
      }
    }
    return words;
  }

  private boolean file() {
    boolean more = lexer.next();
    while (more) {
      Head head = head();
      if (head.type.isEmpty() && head.stop != ';') {
        return false;
      }
      if (head.stop == '{' && !body(head.type, head.isEnum)) {
        return false;
      }
      if (head.stop == ';') {
        directives.add(new Span(head.start, lexer.end()));
      }
      more = lexer.next();
    }
    return true;
  }

  /** What was read up to a brace, an {@code =}, a semicolon or the end; the lexer stands on that. */
  private static final class Head {
    private int start;
    private char stop;
    private String type = "";
    private String name = "";
    private String parameters = "";
    private boolean isEnum;
  }

  private Head head() {
    Head head = new Head();
    head.start = lexer.start();
    boolean named = false;
    boolean parameters = false;
    String last = "";
    do {
      char c = lexer.first();
      if (c == '{' || c == '}' || c == ';' || c == '=') {
        head.stop = c;
        return head;
      }
      if (c == '(') {
        boolean first = !parameters && !last.isEmpty();
        int open = lexer.start();
        if (!skip('(', ')')) {
          return head;
        }
        if (first) {
          head.name = last;
          head.parameters = unspaced(open, lexer.end());
          parameters = true;
        }
        last = "";
      } else if (c == '@') {
        if (!annotation(head)) {
          return head;
        }
        named |= head.type.length() > 0;
        last = "";
      } else if (lexer.isWord()) {
        boolean record = last.equals("record") && !parameters;
        boolean declares = last.equals("class") || last.equals("interface") || last.equals("enum");
        if (!named && (record || declares)) {
          head.type = lexer.token();
          head.isEnum = last.equals("enum");
          named = true;
        }
        if (parameters && lexer.is("default")) {
          head.stop = '=';
          return head;
        }
        last = lexer.token();
      } else {
        last = c == '.' || c == '>' || c == ']' || c == '<' || c == ',' || c == '?' ? last : "";
      }
    } while (lexer.next());
    head.stop = '\0';
    return head;
  }

  private String unspaced(int from, int to) {
    StringBuilder unspaced = new StringBuilder();
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c > ' ' || !Character.isWhitespace(c)) {
        unspaced.append(c);
      }
    }
    return unspaced.toString();
  }

  /** The annotation at hand; {@code @interface} declares a type. */
  private boolean annotation(Head head) {
    if (!lexer.next()) {
      return false;
    }
    if (lexer.is("interface")) {
      boolean more = lexer.next();
      head.type = more ? lexer.token() : "";
      return more;
    }
    Lexer ahead = lexer.copy();
    while (ahead.next() && ahead.first() == '.' && ahead.next()) {
      lexer.to(ahead);
    }
    if (ahead.first() == '(') {
      lexer.to(ahead);
      return skip('(', ')');
    }
    return true;
  }

  /** From the opening sign at hand to the closing one. */
  private boolean skip(char open, char close) {
    int depth = 0;
    do {
      char c = lexer.first();
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return true;
      }
    } while (lexer.next());
    return false;
  }

  /** From the sign at hand to the semicolon that ends a declaration, or to the brace that ends the type. */
  private boolean rest() {
    do {
      char c = lexer.first();
      if (c == ';' || c == '}') {
        return true;
      }
      boolean skipped = (c == '{' && !skip('{', '}')) || (c == '(' && !skip('(', ')'));
      if (skipped) {
        return false;
      }
    } while (lexer.next());
    return false;
  }

  /** The members of a type, from its opening brace to its closing one. */
  private boolean body(String type, boolean isEnum) {
    if (members.isEmpty()) {
      lexer.comments().clear();
    }
    boolean more = lexer.next();
    if (isEnum) {
      if (!more || !rest()) {
        return false;
      }
      if (lexer.first() == '}') {
        return true;
      }
      more = lexer.next();
    }
    while (more) {
      if (lexer.first() == '}') {
        return true;
      }
      if (!member(type)) {
        return false;
      }
      more = lexer.next();
    }
    return false;
  }

  private boolean member(String type) {
    Head head = head();
    if (head.stop == ';' || head.stop == '=') {
      boolean ended = head.stop == ';' || (rest() && lexer.first() == ';');
      if (ended && head.parameters.isEmpty()) {
        fields.add(new Span(head.start, lexer.end()));
      }
      return ended;
    }
    if (head.stop != '{') {
      return false;
    }
    if (!head.type.isEmpty()) {
      return body(type + "." + head.type, head.isEnum);
    }
    int open = lexer.start();
    int outside = lexer.comments().size();
    if (!skip('{', '}')) {
      return false;
    }
    lexer.comments().subList(outside, lexer.comments().size()).clear();
    members.add(new Member(
        type, head.name, head.parameters, new Span(head.start, open), new Span(open, lexer.end())));
    return true;
  }
}
