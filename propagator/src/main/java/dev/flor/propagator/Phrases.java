package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A few words in a row each, of a piece of code that is looked for elsewhere. Variables are all the same here: code that went into a
 * method of its own, or came out of one, has other ones.
 */
final class Phrases {
  private static final int WINDOW = 40;
  private static final int WORDS = 4;
  private static final String VARIABLE = "\u0000";
  private static final String SEPARATOR = "\u0001";

  private final Set<List<String>> all;

  private Phrases(Set<List<String>> all) {
    this.all = all;
  }

  static Phrases of(List<String> tokens) {
    return new Phrases(phrases(tokens));
  }

  /** Those of what stands near a statement, without its own. */
  static Phrases near(Node statement, Function<Node, List<String>> tokens) {
    Set<List<String>> near = phrases(tokens.apply(window(statement, tokens)));
    near.removeAll(phrases(tokens.apply(statement)));
    return new Phrases(near);
  }

  /** What stands around the statement, large enough to be told from others. */
  private static Node window(Node statement, Function<Node, List<String>> tokens) {
    int least = tokens.apply(statement).size() + WINDOW;
    Node at = statement;
    while (at.getParentNode().isPresent()
        && !(at instanceof CallableDeclaration<?>)
        && tokens.apply(at).size() < least) {
      at = at.getParentNode().get();
    }
    return at;
  }

  private static Set<List<String>> phrases(List<String> tokens) {
    List<String> words = words(tokens);
    Set<List<String>> phrases = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      List<String> phrase = words.subList(i, i + WORDS);
      if (phrase.stream().anyMatch(Phrases::telling)) {
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  /** Tokens as words of phrases. */
  static List<String> words(List<String> tokens) {
    List<String> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      words.add(isVariable(tokens, i) ? VARIABLE : tokens.get(i));
    }
    return words;
  }

  /** Whether it is a name that is not called, and not reached through another. */
  private static boolean isVariable(List<String> tokens, int i) {
    String word = tokens.get(i);
    return Character.isLowerCase(word.charAt(0))
        && !Tokens.isKeyword(word)
        && !(i + 1 < tokens.size() && tokens.get(i + 1).equals("("))
        && !(i > 0 && tokens.get(i - 1).equals("."));
  }

  private static boolean telling(String word) {
    return Character.isLetterOrDigit(word.charAt(0)) || word.charAt(0) == '"';
  }

  /** A text for each, as part of a question; {@link #decoded} is the way back. */
  SortedSet<String> encoded() {
    TreeSet<String> texts = new TreeSet<>();
    all.forEach(phrase -> texts.add(String.join(SEPARATOR, phrase)));
    return texts;
  }

  static Phrases decoded(SortedSet<String> texts) {
    Set<List<String>> phrases = new HashSet<>();
    texts.forEach(text -> phrases.add(List.of(text.split(SEPARATOR, -1))));
    return new Phrases(phrases);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those that some words do not hold. */
  Phrases without(List<String> words) {
    Set<List<String>> missing = new HashSet<>(all);
    for (int i = 0; i + WORDS <= words.size() && !missing.isEmpty(); i++) {
      missing.remove(words.subList(i, i + WORDS));
    }
    return new Phrases(missing);
  }

  /** How many of these some words hold, from 0 to 1; 0 if there are none. */
  double shareIn(List<String> words) {
    int missing = without(words).all.size();
    return all.isEmpty() ? 0 : (double) (all.size() - missing) / all.size();
  }
}
