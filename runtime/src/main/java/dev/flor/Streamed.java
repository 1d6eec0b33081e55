package dev.flor;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.BaseStream;

/** The items of a stream, which is touched when they are first asked for, and tells how many there are. */
final class Streamed<T> implements Iterable<T> {
  private final BaseStream<T, ?> stream;
  private Spliterator<T> items;

  Streamed(BaseStream<T, ?> stream) {
    this.stream = stream;
  }

  /** How many items there are, or -1 where the stream does not know. */
  long total() {
    return spliterator().getExactSizeIfKnown();
  }

  @Override
  public Iterator<T> iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator<T> spliterator() {
    if (items == null) {
      items = stream.spliterator();
    }
    return items;
  }
}
