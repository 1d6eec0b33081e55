package dev.flor;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

/** The items of a loop under a name. Each time it is walked is a loop of its own. */
final class NamedLoop<T> implements Iterable<T> {
  private final String name;
  private final Iterable<T> items;

  NamedLoop(String name, Iterable<T> items) {
    this.name = name;
    this.items = items;
  }

  @Override
  public Iterator<T> iterator() {
    Run run = Runs.current();
    LoopFrame frame = run == null ? null : open(run);
    if (frame == null) {
      return items.iterator();
    }
    if (run.replay().isEmpty()) {
      return new LoopIterator<>(frame, begin(frame), Segment.EVERYTHING);
    }
    Replay replay = run.replay().get();
    if (replay.skip(frame)) {
      frame.end(true);
      return Collections.emptyIterator();
    }
    return new LoopIterator<>(frame, begin(frame), replay.segment(frame));
  }

  /** The items. Where the program has none to give, its exception is its own, and the loop is over. */
  private Iterator<T> begin(LoopFrame frame) {
    try {
      return items.iterator();
    } catch (RuntimeException | Error e) {
      frame.leave();
      throw e;
    }
  }

  private LoopFrame open(Run run) {
    try {
      return LoopFrame.open(run, name, total());
    } catch (RuntimeException | Error e) {
      run.fault("loop " + name + " is not recorded: " + Notices.of(e));
      return null;
    }
  }

  /** How many items there are, or -1. */
  private long total() {
    if (items instanceof Collection) {
      return ((Collection<T>) items).size();
    }
    return items instanceof Streamed ? ((Streamed<T>) items).total() : -1;
  }
}
