package dev.flor.propagator;

import javax.lang.model.SourceVersion;

/** Tells the language's words from names. */
final class Words {
  private Words() {}

  static boolean isKeyword(String word) {
    return SourceVersion.isKeyword(word) || word.equals("var") || word.equals("yield");
  }
}
