package dev.flor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some turns of a loop, such as {@code 3,7..9,20..}.
 *
 * @param loop the loop's name
 * @param ranges which turns, counted from 0
 */
public record Turns(String loop, List<Range> ranges) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(\\.\\.([0-9]{1,9})?)?");

  /** Turns from {@code first} to {@code last}; {@code last} is {@code Long.MAX_VALUE} for the end of the loop. */
  public record Range(long first, long last) {}

  /** Takes a copy. */
  public Turns {
    ranges = List.copyOf(ranges);
  }

  /** What was written; empty if it is no list of turns. */
  public static Optional<Turns> parse(String loop, String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher written = WRITTEN.matcher(part.strip());
      if (!written.matches()) {
        return Optional.empty();
      }
      long first = Long.parseLong(written.group(1));
      long last = written.group(2) == null
          ? first
          : written.group(3) == null ? Long.MAX_VALUE : Long.parseLong(written.group(3));
      if (last < first) {
        return Optional.empty();
      }
      ranges.add(new Range(first, last));
    }
    return Optional.of(new Turns(loop, ranges));
  }

  /** As it is written, without the loop: {@code 3,7..9,20..}. */
  String text() {
    return ranges.stream()
        .map(range -> range.first() == range.last()
            ? String.valueOf(range.first())
            : range.first() + ".." + (range.last() == Long.MAX_VALUE ? "" : range.last()))
        .collect(Collectors.joining(","));
  }

  /** Whether some of them are beyond a loop of so many turns; what goes to the end of the loop has no last one. */
  boolean exceed(long turns) {
    return ranges.stream()
        .anyMatch(range ->
            range.first() >= turns || (range.last() >= turns && range.last() < Long.MAX_VALUE));
  }

  /** Whether all of them are beyond a loop of so many turns. */
  boolean allExceed(long turns) {
    return ranges.stream().allMatch(range -> range.first() >= turns);
  }

  boolean contains(long turn) {
    return ranges.stream().anyMatch(range -> range.first() <= turn && turn <= range.last());
  }

  /** The last turn that is wanted; {@code Long.MAX_VALUE}: that of the loop. */
  long last() {
    return ranges.stream().mapToLong(Range::last).max().orElse(Long.MAX_VALUE);
  }
}
