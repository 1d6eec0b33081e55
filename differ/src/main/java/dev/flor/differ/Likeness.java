package dev.flor.differ;

import java.util.Arrays;
import java.util.Locale;

/** Dice's coefficient: twice what two bags share, over what they hold. */
final class Likeness {
  private Likeness() {}

  /** Of sorted bags; two empty bags are alike in nothing. */
  static double dice(long[] a, long[] b) {
    int total = a.length + b.length;
    return total == 0 ? 0 : 2.0 * shared(a, b) / total;
  }

  static int shared(long[] a, long[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** Likeness of two names, by the pairs of neighbouring letters, without regard to case. */
  static double ofNames(String a, String b) {
    return a.equals(b) ? 1 : dice(pairs(a), pairs(b));
  }

  /** Whether a name ends or begins with all the words of another one, which has two words at least. */
  static boolean holdsWords(String name, String part) {
    String end = Character.toUpperCase(part.charAt(0)) + part.substring(1);
    boolean begins = name.startsWith(part)
        && name.length() > part.length()
        && Character.isUpperCase(name.charAt(part.length()));
    return part.chars().anyMatch(Character::isUpperCase) && (name.endsWith(end) || begins);
  }

  /** The pairs of neighbouring letters of a name, as a sorted bag. */
  static long[] pairs(String name) {
    String letters = "^" + name.toLowerCase(Locale.ROOT) + "$";
    long[] pairs = new long[letters.length() - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) letters.charAt(i) << 16) | letters.charAt(i + 1);
    }
    Arrays.sort(pairs);
    return pairs;
  }
}
