package dev.flor.replay.check;

/**
 * An error of javac.
 *
 * @param code javac's name of its kind, which no locale changes
 * @param offset in the text that javac read
 */
record JavacFault(String path, String code, int offset, String message) {
  private static final String PREFIX = "compiler.err.";

  /** Whether it is of a kind; variants of one kind have names that begin alike. */
  boolean is(String kind) {
    return code.startsWith(PREFIX + kind);
  }

  JavacFault at(int moved) {
    return new JavacFault(path, code, moved, message);
  }
}
