package dev.flor.differ;

import java.util.Arrays;

/** What a file holds. Words tell what it is about even after renames; phrases tell that it is this file and not its neighbour. */
public final class Content {
  private final long[] words;
  private final long[] phrases;

  /** That of a Java text, which need not be correct. */
  public Content(String text) {
    this.words = Words.of(text);
    this.phrases = Words.phrases(words);
    Arrays.sort(words);
  }

  /** Tells a text by its length and its hash: to keep it would take more room than what it holds. */
  public static String id(String text) {
    return text.length() + " " + Hashes.of(text);
  }

  /** Number of words and phrases; each takes eight bytes. */
  public int size() {
    return words.length + phrases.length;
  }

  /** Number of words, repeated ones counted as often as they are there. */
  int length() {
    return words.length;
  }

  /** Whether this whole has the word of a part that is at an index, from 0 to its {@link #length}. */
  boolean has(Content part, int word) {
    return Arrays.binarySearch(words, part.words[word]) >= 0;
  }

  /** How many of the phrases of a part are found in this whole, from 0 to 1. */
  double sharedPhrases(Content part) {
    return (double) Likeness.shared(phrases, part.phrases) / Math.max(1, part.phrases.length);
  }

  /** From 0 to 1. */
  double likeness(Content other) {
    return (Likeness.dice(words, other.words) + Likeness.dice(phrases, other.phrases)) / 2;
  }
}
