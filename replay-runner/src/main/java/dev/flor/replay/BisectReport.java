package dev.flor.replay;

import dev.flor.history.Version;
import java.util.List;
import java.util.SortedMap;

/**
 * In which version a condition turned true, as far as that could be found, and all that was tried for it.
 *
 * @param condition what was asked
 * @param finding what was found
 * @param candidates the versions, oldest first, of which the first that it holds in is one: a single one when it was
 *     found, several when those before the last of them could not be tried, none when it was not found
 * @param monotone whether, of what was tried, all versions after one in which it holds are such; else there is more than one turn
 * @param tried the versions that were tried, in their order, those that the store had included
 */
public record BisectReport(
    Condition condition,
    Finding finding,
    List<Version> candidates,
    boolean monotone,
    List<Trial> tried) {
  /** Takes copies. */
  public BisectReport {
    candidates = List.copyOf(candidates);
    tried = List.copyOf(tried);
  }

  /** What a search came to. */
  public enum Finding {
    /** It holds in one version and not in the one before. */
    TURNS,
    /** It holds in the oldest version that was asked for already. */
    ALWAYS,
    /** It turned somewhere among versions of which all but the last cannot be tried. */
    AMONG,
    /** It does not hold in the newest version that could be tried, nor in any other that was. */
    NEVER,
    /** No version could be tried. */
    UNKNOWN
  }

  /** Whether the condition holds in a version. */
  public enum Verdict {
    /** It holds. */
    HOLDS,
    /** It does not. */
    HOLDS_NOT,
    /** The version could not be replayed, or has not all values. */
    UNKNOWN
  }

  /**
   * One version that was tried.
   *
   * @param report how its replay ended
   * @param values the values that the condition is about, by name, as text
   */
  public record Trial(TaskReport report, Verdict verdict, SortedMap<String, String> values) {}

  /** Whether it is known for sure which version it is, of a condition that turns once. */
  public boolean exact() {
    return candidates.size() == 1 && monotone;
  }
}
