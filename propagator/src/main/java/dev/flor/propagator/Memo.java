package dev.flor.propagator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What was worked out not long ago, up to a size; what was not asked for the longest goes first. For several threads, which may work out
 * the same at once.
 */
public final class Memo<K, V> {
  private final long most;
  private final ToLongFunction<V> size;
  private final Map<K, V> known = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /**
   * One that knows nothing yet.
   *
   * @param most how much may be kept, in whatever {@code size} tells
   */
  public Memo(long most, ToLongFunction<V> size) {
    this.most = most;
    this.size = size;
  }

  /** What is known for a key, or else is worked out now. */
  public V of(K key, Supplier<V> work) {
    V before = get(key);
    return before != null ? before : keep(key, work.get());
  }

  private synchronized V get(K key) {
    return known.get(key);
  }

  private synchronized V keep(K key, V value) {
    V before = known.putIfAbsent(key, value);
    if (before != null) {
      return before;
    }
    total += size.applyAsLong(value);
    Iterator<V> eldest = known.values().iterator();
    while (total > most && known.size() > 1) {
      total -= size.applyAsLong(eldest.next());
      eldest.remove();
    }
    return value;
  }
}
