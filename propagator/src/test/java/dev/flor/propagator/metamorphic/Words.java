package dev.flor.propagator.metamorphic;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Java text word by word. */
final class Words {
  private Words() {}

  /** A piece of text that is white space, a comment, a word, a literal or a sign. */
  record Piece(Kind kind, String text) {}

  enum Kind {
    BLANK,
    LINE_COMMENT,
    COMMENT,
    WORD,
    LITERAL,
    SIGN
  }

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      pieces.add(new Piece(kind(text, at), text.substring(at, end)));
      at = end;
    }
    return pieces;
  }

  /** With an identifier replaced outside strings and comments. */
  static String replaced(String text, String name, String to) {
    return replaced(text, name, to, true);
  }

  /** With a variable's name replaced: what comes behind a dot is another thing of this name. */
  static String variableReplaced(String text, String name, String to) {
    return replaced(text, name, to, false);
  }

  private static String replaced(String text, String name, String to, boolean afterDot) {
    if (!text.contains(name)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (Piece piece : of(text)) {
      boolean same = piece.kind() == Kind.WORD && piece.text().equals(name);
      boolean dot = out.length() > 0 && out.charAt(out.length() - 1) == '.';
      out.append(same && (afterDot || !dot) ? to : piece.text());
    }
    return out.toString();
  }

  /** The tokens of a statement that stands by itself. */
  static String words(String statement) {
    return SyntaxTree.parse("class A { void f() { " + statement + " } }")
        .parsed()
        .flatMap(tree -> tree.unit().findFirst(BlockStmt.class))
        .map(block -> of(block.getStatement(0)))
        .orElseThrow(() -> new IllegalStateException("no statement: " + statement));
  }

  /** The tokens of a node, blanks and comments aside. */
  static String of(Node node) {
    StringBuilder out = new StringBuilder();
    for (JavaToken token : node.getTokenRange().orElseThrow()) {
      if (!token.getCategory().isWhitespaceOrComment()) {
        out.append(token.getText()).append(' ');
      }
    }
    return out.toString().strip();
  }

  private static Kind kind(String text, int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return Kind.BLANK;
    }
    if (text.startsWith("//", at)) {
      return Kind.LINE_COMMENT;
    }
    if (text.startsWith("/*", at)) {
      return Kind.COMMENT;
    }
    if (c == '"' || c == '\'') {
      return Kind.LITERAL;
    }
    return Character.isJavaIdentifierPart(c) ? Kind.WORD : Kind.SIGN;
  }

  private static int end(String text, int at) {
    int i = at + 1;
    switch (kind(text, at)) {
      case BLANK -> {
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
          i++;
        }
      }
      case LINE_COMMENT -> {
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          i++;
        }
      }
      case COMMENT -> i = text.indexOf("*/", at + 2) + 2;
      case LITERAL -> {
        if (text.startsWith("\"\"\"", at)) {
          return text.indexOf("\"\"\"", at + 3) + 3;
        }
        while (text.charAt(i) != text.charAt(at)) {
          i += text.charAt(i) == '\\' ? 2 : 1;
        }
        i++;
      }
      case WORD -> {
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
          i++;
        }
      }
      default -> {}
    }
    return i;
  }
}
