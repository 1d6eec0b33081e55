package dev.flor.store.frame;

import dev.flor.store.packed.LongList;
import java.util.Arrays;

/** Where in an ascending row of contexts each is: its number from 1 on, and 0 for the run itself. */
final class Places {
  private final LongList contexts;
  private int recent;

  Places(LongList contexts) {
    this.contexts = contexts;
  }

  /** Quick when it is asked for one after the other. */
  int of(long context) {
    if (context == 0) {
      return 0;
    }
    int n = contexts.size();
    if (recent < n && contexts.get(recent) == context) {
      return recent + 1;
    }
    if (recent + 1 < n && contexts.get(recent + 1) == context) {
      return ++recent + 1;
    }
    recent = Arrays.binarySearch(contexts.array(), 0, n, context);
    if (recent < 0) {
      throw new IllegalStateException("there is no turn of context " + context);
    }
    return recent + 1;
  }
}
