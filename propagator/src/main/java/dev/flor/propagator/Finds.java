package dev.flor.propagator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was found, for very many look-ups: these wait for nobody, unlike in a {@link Memo}. In return, all is
 * forgotten when there is too much. For several threads, which may work out the same at once.
 */
final class Finds<K, V> {
  private final int most;
  private volatile Map<K, V> known = new ConcurrentHashMap<>();

  /**
   * One that knows nothing yet.
   *
   * @param most how many are kept
   */
  Finds(int most) {
    this.most = most;
  }

  V of(K key, Supplier<V> work) {
    Map<K, V> before = known;
    V value = before.get(key);
    if (value != null) {
      return value;
    }
    if (before.size() >= most) {
      known = new ConcurrentHashMap<>();
    }
    V found = work.get();
    known.put(key, found);
    return found;
  }
}
