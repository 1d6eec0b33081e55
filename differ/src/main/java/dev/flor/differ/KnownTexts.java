package dev.flor.differ;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@link Counterparts} found out about texts, for the next version, in which most files are the same. For several threads. */
public final class KnownTexts {
  /** Eight bytes for each. */
  private static final int MOST_WORDS = 6_000_000;

  private final Map<Key, Content> contents = new LinkedHashMap<>(16, 0.75f, true);
  private long words;

  /** A text is told by its length and its hash: to keep it would take more room than what is known of it. */
  private record Key(int length, long hash) {}

  synchronized Content of(String text) {
    Key key = new Key(text.length(), Hashes.of(text));
    Content known = contents.get(key);
    return known != null ? known : keep(key, new Content(text));
  }

  private Content keep(Key key, Content content) {
    contents.put(key, content);
    words += content.size();
    Iterator<Content> eldest = contents.values().iterator();
    while (words > MOST_WORDS && contents.size() > 1) {
      words -= eldest.next().size();
      eldest.remove();
    }
    return content;
  }
}
