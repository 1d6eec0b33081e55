package dev.flor;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Hands out the items of a named loop and tells its frame where the turns begin and end. What the
 * items' own iterator throws goes to the program as it is.
 */
final class LoopIterator<T> implements Iterator<T> {
  private final LoopFrame frame;
  private final Iterator<? extends T> items;
  private final Segment segment;
  private long end = Long.MAX_VALUE;
  private boolean started;
  private boolean asked;
  private boolean more = true;

  LoopIterator(LoopFrame frame, Iterator<? extends T> items, Segment segment) {
    this.frame = frame;
    this.items = items;
    this.segment = segment;
    if (items instanceof Indexed.Counter) {
      frame.drawsPromptly();
    }
  }

  @Override
  public boolean hasNext() {
    if (more && !asked) {
      long index = frame.endTurn();
      if (!started) {
        index = start();
      }
      asked = true;
      more = index < end && items.hasNext();
      if (!more) {
        frame.end(false);
        segment.over();
      }
    }
    return more;
  }

  @Override
  public T next() {
    if (asked ? !more : !hasNext()) {
      throw new NoSuchElementException(frame.name());
    }
    asked = false;
    T item = items.next();
    frame.beginTurn(item);
    return item;
  }

  @Override
  public void remove() {
    items.remove();
  }

  private long start() {
    started = true;
    end = segment.end();
    frame.locate();
    long first = segment.first();
    for (long i = 0; i < first; i++) {
      if (!items.hasNext()) {
        segment.tooShort(i);
        return frame.index();
      }
      items.next();
    }
    frame.skipTo(first);
    segment.begin(frame);
    return first;
  }
}
