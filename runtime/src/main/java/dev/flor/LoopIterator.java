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
  private boolean started;
  private boolean asked;
  private boolean more = true;

  LoopIterator(LoopFrame frame, Iterator<? extends T> items, Segment segment) {
    this.frame = frame;
    this.items = items;
    this.segment = segment;
  }

  @Override
  public boolean hasNext() {
    if (more && !asked) {
      frame.endTurn();
      start();
      asked = true;
      more = !segment.endsBefore(frame.index()) && items.hasNext();
      if (!more) {
        frame.end(false);
        segment.over();
      }
    }
    return more;
  }

  @Override
  public T next() {
    if (!hasNext()) {
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

  private void start() {
    if (started) {
      return;
    }
    started = true;
    frame.locate();
    long first = segment.first();
    for (long i = 0; i < first; i++) {
      if (!items.hasNext()) {
        segment.tooShort(i);
        return;
      }
      items.next();
    }
    frame.skipTo(first);
    segment.begin(frame);
  }
}
