package dev.flor.replay.gc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went, or would go.
 *
 * @param notes what was left alone, and why
 * @param busy whether all was left alone because it is in use
 */
public record GcReport(List<Item> items, List<String> notes, boolean busy) {
  public GcReport {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /** The kinds of things that go. */
  public enum Kind {
    /** The checkpoints of one run, but for those that a run that stays has too. */
    CHECKPOINTS,
    /** Compiled classes of one module, or what a build tool said about one build file. */
    BUILD,
    /** What became of statements in versions, as {@code flor propagate} keeps it. */
    PROPAGATION,
    /** What the build or the program of a replay said. */
    LOG,
    /** What processes left that were killed. */
    LEFTOVER,
    /** All that one run logged. */
    JOURNAL;

    /** As it is shown. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One thing that goes.
   *
   * @param name a run's id, a build's key, or a path below {@code .flor}
   * @param used when it was last written or used, if that is known
   * @param bytes what is freed
   * @param because the limit that it is beyond, {@code age}, {@code count} or {@code size}, or a word for another reason
   */
  public record Item(Kind kind, String name, Optional<Instant> used, long bytes, String because) {}

  /** All that is freed. */
  public long bytes() {
    return items.stream().mapToLong(Item::bytes).sum();
  }
}
