package dev.flor.cli.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that is nearest to one that is not known. */
public final class DidYouMean {
  private DidYouMean() {}

  public static Optional<String> among(Collection<String> known, String word) {
    int farthest = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(candidate, word) <= farthest)
        .min(Comparator.comparingInt((String candidate) -> distance(candidate, word))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
