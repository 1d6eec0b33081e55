package dev.flor.replay.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How much of one kind of thing is kept. What is in use, or named to be kept, stays whatever it says, and counts.
 *
 * @param age what was last used longer ago goes
 * @param count at most so many stay, the newest
 * @param size at most so many bytes stay, of the newest
 */
public record Retention(Optional<Duration> age, OptionalInt count, OptionalLong size) {
  /** Keeps everything. */
  public static final Retention ALL =
      new Retention(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

  /**
   * Something that can go.
   *
   * @param used when it was last written or used
   * @param parts what it consists of, with sizes; a part that two have counts once
   * @param stays whether it is in use, or named to be kept
   */
  record Candidate(String name, Instant used, Map<String, Long> parts, boolean stays) {}

  /** Those that go, each with the reason why, oldest first. */
  Map<Candidate, String> going(List<Candidate> all, Instant now) {
    Set<String> kept = new HashSet<>(); // looked up, never walked
    long bytes = 0;
    int staying = 0;
    for (Candidate one : all) {
      if (one.stays()) {
        bytes += more(one, kept);
        kept.addAll(one.parts().keySet());
        staying++;
      }
    }
    Map<Candidate, String> going = new LinkedHashMap<>();
    boolean full = false;
    for (Candidate one : newestFirst(all)) {
      long more = more(one, kept);
      full |= size.isPresent() && bytes + more > size.getAsLong();
      Optional<String> because = because(one, now, staying, full);
      if (because.isPresent()) {
        going.put(one, because.get());
      } else {
        bytes += more;
        kept.addAll(one.parts().keySet());
        staying++;
      }
    }
    return oldestFirst(going);
  }

  private static List<Candidate> newestFirst(List<Candidate> all) {
    List<Candidate> newestFirst = new ArrayList<>(all);
    newestFirst.removeIf(Candidate::stays);
    newestFirst.sort(
        Comparator.comparing(Candidate::used).thenComparing(Candidate::name).reversed());
    return newestFirst;
  }

  private static long more(Candidate one, Set<String> kept) {
    return one.parts().entrySet().stream()
        .filter(part -> !kept.contains(part.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Optional<String> because(Candidate one, Instant now, int staying, boolean full) {
    if (age.isPresent() && one.used().isBefore(now.minus(age.get()))) {
      return Optional.of("age");
    }
    if (count.isPresent() && staying >= count.getAsInt()) {
      return Optional.of("count");
    }
    return full ? Optional.of("size") : Optional.empty();
  }

  private static Map<Candidate, String> oldestFirst(Map<Candidate, String> newestFirst) {
    List<Candidate> order = new ArrayList<>(newestFirst.keySet());
    Map<Candidate, String> oldestFirst = new LinkedHashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      oldestFirst.put(order.get(i), newestFirst.get(order.get(i)));
    }
    return oldestFirst;
  }
}
