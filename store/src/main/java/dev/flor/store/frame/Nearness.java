package dev.flor.store.frame;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearness {
  private Nearness() {}

  private static final int MOST = 20;
  private static final int LONGEST = 60;

  /** The first of these words, for a hint in one line. */
  static String listed(Collection<String> known) {
    String first = known.stream().limit(MOST).map(Nearness::shortened).collect(joining(", "));
    return known.size() > MOST ? first + ", ... (" + known.size() + " in all)" : first;
  }

  /** A word as it may stand in a message. */
  static String shortened(String word) {
    int end = Math.min(word.length(), LONGEST);
    String line = word.substring(0, end).replaceAll("\\s", " ");
    return word.length() > LONGEST ? line + "..." : line;
  }

  static Optional<String> nearest(String word, Collection<String> known) {
    int enough = Math.min(Math.max(2, word.length() / 3), word.length() - 1);
    return known.stream()
        .filter(near -> Math.abs(near.length() - word.length()) <= enough)
        .filter(near -> distance(word, near) <= enough)
        .min(Comparator.<String>comparingInt(near -> distance(word, near))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** How many insertions, deletions and replacements of a letter make one word the other. */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
