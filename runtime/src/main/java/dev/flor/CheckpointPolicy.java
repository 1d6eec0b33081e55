package dev.flor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * When a checkpoint is worth its time: while {@code M/C < n/(k+1) * min(1/(1+c), eps)} (Garcia et
 * al., VLDB 2021), with M the time to materialise, C the time of a turn, n turns so far and k
 * checkpoints so far. The main loop and each loop inside it get an equal share of eps, so that all of
 * them together never cost more than eps of the run. Before the first one was measured M is guessed
 * from the size of the state: a short run with a large model has none.
 *
 * <p>M is spent in the background, but for the part in which the program's thread stands still. That is no more
 * than a four-hundredth of the run, and a little at its beginning, where everything happens for the first time.
 */
final class CheckpointPolicy {
  private static final double EPS = 1.0 / 15;

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
  private final Map<String, Site> sites = new HashMap<>(); // looked up, never walked

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
   * Counts a turn that took {@code nanos}, and says whether its end is to be saved.
   *
   * @param bytes the size of the state, about
   */
  synchronized boolean due(String name, long nanos, long bytes) {
    if (mode != Mode.ADAPTIVE) {
      return mode == Mode.ALWAYS;
    }
    Site site = site(name);
    site.turnNanos += nanos;
    double share = Math.min(1 / (1 + restoreRatio), EPS / sites.size());
    // M * (k + 1) < n * C * share, with M and C as means so far
    return site.meanCost(bytes) * (site.begun + 1) < site.turnNanos * share
        && site.stillNanos + site.nextStill(bytes)
            < STILL_NANOS + site.turnNanos * STILL / sites.size();
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
    private long stillNanos;
    private long lastStill = -1;

    double nextStill(long bytes) {
      return lastStill < 0 ? GUESSED_STILL_NANOS_PER_BYTE * bytes : lastStill;
    }

    double meanCost(long bytes) {
      return measured == 0
          ? GUESSED_NANOS + GUESSED_NANOS_PER_BYTE * bytes
          : (double) costNanos / measured;
    }
  }
}
