package dev.flor.differ;

/** Which chars names are made of. */
public final class Identifiers {
  private static final boolean[] ASCII = new boolean[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isJavaIdentifierPart(c);
    }
  }

  private Identifiers() {}

  /** As {@link Character#isJavaIdentifierPart(char)}, which looks up the properties of each char of a text. */
  public static boolean isPart(char c) {
    return c < ASCII.length ? ASCII[c] : Character.isJavaIdentifierPart(c);
  }

  /** As {@link Character#isWhitespace(char)}, of which most are blanks. */
  public static boolean isWhite(char c) {
    return c == ' ' || ((c < '!' || c >= ASCII.length) && Character.isWhitespace(c));
  }
}
