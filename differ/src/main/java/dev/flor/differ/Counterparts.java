package dev.flor.differ;

import dev.flor.differ.SoughtCode.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds in a tree of files the file that another version of a file was. Texts are looked into only when needed, and never parsed. */
public final class Counterparts {
  private static final int MOST = 10;

  private Counterparts() {}

  /**
   * Likely counterparts of a file, best first: at the same path; of the same simple name and, when none of these is much alike,
   * of similar content.
   *
   * @param path of the file that is looked for
   * @param sameName paths of the files of the tree that have its simple name
   * @param content what a file of the tree holds; nothing where there is none, or one that cannot be read as text
   * @param elsewhere asked only where those of the same name are not enough: what {@link SoughtFile#elsewhere} finds
   * @return at most ten paths
   */
  public static List<String> of(
      String path,
      SoughtFile sought,
      List<String> sameName,
      Function<String, Optional<Content>> content,
      Supplier<List<String>> elsewhere) {
    Optional<Double> same = content.apply(path).map(sought::likeness);
    List<Ranked> ranked = new ArrayList<>();
    for (String other : sameName) {
      if (!other.equals(path)) {
        content
            .apply(other)
            .ifPresent(held -> ranked.add(new Ranked(other, sought.likeness(held))));
      }
    }
    List<String> found = new ArrayList<>();
    same.ifPresent(score -> found.add(path));
    found.addAll(Ranked.best(ranked, MOST));
    boolean alike = same.filter(score -> score >= SoughtFile.ALIKE).isPresent()
        || ranked.stream().anyMatch(each -> each.score() >= SoughtFile.ALIKE);
    if (!alike) {
      found.addAll(elsewhere.get());
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }
}
