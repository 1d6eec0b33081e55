package dev.flor.differ;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A piece of code that is looked for in a tree of files, by its phrases and its rare words. */
public final class SoughtCode {
  private static final double HOLDS = 0.25;
  private static final int MOST = 10;

  private final Content wanted;

  public SoughtCode(String code) {
    this.wanted = new Content(code);
  }

  /** What a file has of the code, whatever other files there are. */
  public static final class Found {
    private final BitSet words;
    private final double phrases;

    private Found(BitSet words, double phrases) {
      this.words = words;
      this.phrases = phrases;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Found found
          && words.equals(found.words)
          && Double.compare(phrases, found.phrases) == 0;
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }
  }

  /** Looks into one file. */
  public Found in(Content file) {
    BitSet words = new BitSet(wanted.length());
    for (int i = 0; i < wanted.length(); i++) {
      words.set(i, file.has(wanted, i));
    }
    return new Found(words, file.sharedPhrases(wanted));
  }

  /**
   * The files that the code may have stood in, best first. A word is the more telling the fewer files have it.
   *
   * @param files what each file of the tree has of the code, by path; their order does not matter
   * @param number of files in the tree, of which some may not be readable
   * @return at most ten paths
   */
  public List<String> best(Map<String, Found> files, int number) {
    double[] rarity = rarity(files, number);
    double all = 0;
    for (double each : rarity) {
      all += each;
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Map.Entry<String, Found> file : files.entrySet()) {
      double score = all == 0 ? 0 : share(file.getValue(), rarity, all);
      if (score >= HOLDS) {
        ranked.add(new Ranked(file.getKey(), score));
      }
    }
    return Ranked.best(ranked, MOST);
  }

  private double[] rarity(Map<String, Found> files, int number) {
    int[] having = new int[wanted.length()];
    for (Found found : files.values()) {
      for (int i = found.words.nextSetBit(0); i >= 0; i = found.words.nextSetBit(i + 1)) {
        having[i]++;
      }
    }
    double[] rarity = new double[having.length];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = having[i] == 0 ? 0 : Math.log((number + 1.0) / having[i]);
    }
    return rarity;
  }

  private static double share(Found found, double[] rarity, double all) {
    double words = 0;
    for (int i = found.words.nextSetBit(0); i >= 0; i = found.words.nextSetBit(i + 1)) {
      words += rarity[i];
    }
    return (words / all + found.phrases) / 2;
  }

  /** A file and how well it fits. */
  record Ranked(String path, double score) {
    static List<String> best(List<Ranked> ranked, int most) {
      return ranked.stream()
          .sorted(Comparator.comparingDouble((Ranked r) -> -r.score()).thenComparing(Ranked::path))
          .limit(most)
          .map(Ranked::path)
          .toList();
    }
  }
}
