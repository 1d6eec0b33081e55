package dev.flor.differ;

import java.util.Arrays;

/** Words tell what a file is about even after renames; phrases tell that it is this file and not its neighbour. */
final class Content {
  final long[] words;
  private final long[] phrases;

  Content(String text) {
    this.words = Words.of(text);
    this.phrases = Words.phrases(words);
    Arrays.sort(words);
  }

  /** Number of words and phrases. */
  int size() {
    return words.length + phrases.length;
  }

  /** Adds one for each word of a part that is found in this whole. */
  void count(Content part, int[] files) {
    for (int i = 0; i < files.length; i++) {
      files[i] += Arrays.binarySearch(words, part.words[i]) >= 0 ? 1 : 0;
    }
  }

  /** How much of a part is found in this whole. */
  double share(Content part, double[] rarity) {
    double found = 0;
    double all = 0;
    for (int i = 0; i < rarity.length; i++) {
      all += rarity[i];
      found += Arrays.binarySearch(words, part.words[i]) >= 0 ? rarity[i] : 0;
    }
    double inPhrases =
        (double) Likeness.shared(phrases, part.phrases) / Math.max(1, part.phrases.length);
    return all == 0 ? 0 : (found / all + inPhrases) / 2;
  }

  double likeness(Content other) {
    return (Likeness.dice(words, other.words) + Likeness.dice(phrases, other.phrases)) / 2;
  }
}
