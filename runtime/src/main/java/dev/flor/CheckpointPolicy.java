package dev.flor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * When a checkpoint is worth its time: while {@code M/C < n/(k+1) * min(1/(1+c), eps)} (Garcia et
 * al., VLDB 2021), with eps what recording may cost in all, less a fifth for what is no checkpoint, M the time to materialise, C the time of a turn, n turns so far and k
 * checkpoints so far: what they have cost, and the next one, within a share of the time so far. The main loop and each loop
 * inside it have an equal part of it, so that all of them together never cost more than that; what others leave, the
 * one with the fewest checkpoints may use. Before one was measured M is guessed from the size of the state: a short run with a
 * large model has none. The very first one takes much longer than those to come, with code that is executed for the first time.
 *
 * <p>M is spent in the background, but for the part in which the program's thread stands still. That is no more
 * than a four-hundredth of the run, and a little at its beginning, where everything happens for the first time.
 */
final class CheckpointPolicy {
  /** What recording a run may cost of it, on all threads together. */
  private static final double EPS = 1.0 / 15;

  /** A fifth of that is left to what is no checkpoint: turns, the version, and the JVM's compiling of all of it. */
  private static final double CHECKPOINTS = EPS * 4 / 5;

  private static final double GUESSED_NANOS = 1_000_000;
  private static final double GUESSED_NANOS_PER_BYTE = 2;

  private static final double STILL = 1.0 / 400;
  private static final double STILL_NANOS = 10_000_000;
  private static final double GUESSED_STILL_NANOS_PER_BYTE = 0.5;

  static final CheckpointPolicy NEVER = new CheckpointPolicy(Mode.NEVER, 0);

  private enum Mode {
    ADAPTIVE,
    ALWAYS,
    NEVER
  }

  private final Mode mode;
  private final double restoreRatio;
  private final Map<String, Site> sites = new LinkedHashMap<>();

  private CheckpointPolicy(Mode mode, double restoreRatio) {
    this.mode = mode;
    this.restoreRatio = restoreRatio;
  }

  /**
   * The policy of that name; adaptive when none is told.
   *
   * @param restoreRatio what restoring takes, in what materialising took
   */
  static CheckpointPolicy told(Optional<String> name, double restoreRatio, Consumer<String> fault) {
    switch (name.orElse("adaptive")) {
      case "always":
        return new CheckpointPolicy(Mode.ALWAYS, restoreRatio);
      case "never":
        return NEVER;
      case "adaptive":
        return new CheckpointPolicy(Mode.ADAPTIVE, restoreRatio);
      default:
        fault.accept("flor.checkpoint=" + name.get() + " is no policy; it is adaptive");
        return new CheckpointPolicy(Mode.ADAPTIVE, restoreRatio);
    }
  }

  boolean always() {
    return mode == Mode.ALWAYS;
  }

  /**
   * Counts turns that took {@code nanos}, and says how many more nanoseconds of turns are lacking until an end of one is to be saved, about:
   * 0 if this one is.
   *
   * @param bytes the size of the state, about
   */
  synchronized long lacking(String name, long nanos, long bytes) {
    if (mode != Mode.ADAPTIVE) {
      return mode == Mode.ALWAYS ? 0 : Long.MAX_VALUE;
    }
    Site site = site(name);
    site.turnNanos += nanos;
    double still = (site.stillNanos + site.nextStill(bytes) - STILL_NANOS) * sites.size() / STILL;
    double lacking = Math.max(still - site.turnNanos, unaffordable(site, bytes));
    return lacking < 0 ? 0 : 1 + (long) lacking;
  }

  /** Counts turns that took {@code nanos}. */
  synchronized void passed(String name, long nanos) {
    if (mode == Mode.ADAPTIVE) {
      site(name).turnNanos += nanos;
    }
  }

  /** For how much longer, in nanoseconds; below 0 if the next one can be afforded. */
  private double unaffordable(Site next, long bytes) {
    double all = 0;
    long time = 0;
    boolean fewest = true;
    for (Site site : sites.values()) {
      all += site.cost(bytes);
      time = Math.max(time, site.turnNanos); // that of nested loops is within that of the main one
      fewest &= next.begun <= site.begun;
    }
    double cost = next.nextCost(bytes);
    double lacking = (all + cost) / share(CHECKPOINTS) - time;
    return fewest
        ? lacking
        : Math.max(
            lacking,
            (next.cost(bytes) + cost) / share(CHECKPOINTS / sites.size()) - next.turnNanos);
  }

  private double share(double eps) {
    return Math.min(1 / (1 + restoreRatio), eps);
  }

  /** Counts a checkpoint that is begun. */
  synchronized void begun(String name) {
    site(name).begun++;
  }

  /** Counts a checkpoint for which the program's thread stood still so long. */
  synchronized void stoodStill(String name, long nanos) {
    Site site = site(name);
    site.stillNanos += nanos;
    site.lastStill = nanos;
  }

  /** Counts a checkpoint that took {@code nanos} in all. */
  synchronized void materialised(String name, long nanos) {
    Site site = site(name);
    site.firstNanos = site.measured == 0 ? nanos : site.firstNanos;
    site.measured++;
    site.costNanos += nanos;
  }

  private Site site(String name) {
    Site site = sites.get(name);
    if (site == null) {
      site = new Site();
      sites.put(name, site);
    }
    return site;
  }

  private static final class Site {
    private long turnNanos;
    private long begun;
    private long measured;
    private long costNanos;
    private long firstNanos;
    private long stillNanos;
    private long lastStill = -1;

    double nextStill(long bytes) {
      return lastStill < 0 ? GUESSED_STILL_NANOS_PER_BYTE * bytes : lastStill;
    }

    /** What those so far cost. */
    double cost(long bytes) {
      return (double) costNanos + (begun - measured) * nextCost(bytes);
    }

    double nextCost(long bytes) {
      if (measured > 1) {
        return (double) (costNanos - firstNanos) / (measured - 1);
      }
      double guessed = GUESSED_NANOS + GUESSED_NANOS_PER_BYTE * bytes;
      return measured == 1 ? Math.min(guessed, (double) firstNanos) : guessed;
    }
  }
}
