package dev.flor.differ;

import java.util.Optional;

/**
 * Enums that are declared within a body, which the parser's grammar lacks. They are read as variables, which stand where the enums do and
 * are called as they are: {@code enum Kind { A, B }} becomes {@code Enum Kind          ;}. What is in them is not read.
 */
final class LocalEnums {
  private LocalEnums() {}

  /** The text with an enum as a variable; empty if what stands at the offset does not come right behind the name of one. */
  static Optional<String> asVariable(String text, int behindName) {
    Lexer lexer = new Lexer(text);
    String keyword = "";
    int start = 0;
    String name = "";
    int nameStart = 0;
    while (lexer.next() && lexer.start() < behindName) {
      keyword = name;
      start = nameStart;
      name = lexer.token();
      nameStart = lexer.start();
    }
    int close = keyword.equals("enum") && lexer.start() == behindName ? close(lexer) : -1;
    return close < 0
        ? Optional.empty()
        : Optional.of(text.substring(0, start)
            + 'E'
            + text.substring(start + 1, behindName)
            + blank(text.substring(behindName, close))
            + ';'
            + text.substring(close + 1));
  }

  /** Where the body ends that begins with the next brace. */
  private static int close(Lexer lexer) {
    int depth = 0;
    do {
      depth += lexer.first() == '{' ? 1 : 0;
      if (lexer.first() == '}' && --depth == 0) {
        return lexer.start();
      }
    } while (lexer.next());
    return -1;
  }

  private static String blank(String text) {
    return text.replaceAll("[^\r\n]", " ");
  }
}
