package dev.flor;

import dev.flor.journal.JournalWriter;
import dev.flor.journal.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Named arguments: the default in the code, what the user says outside, or what was recorded. */
final class Args {
  private final JournalWriter journal;
  private final Optional<Replay> replay;
  private final SortedMap<String, String> asked = new TreeMap<>();

  Args(JournalWriter journal, Optional<Replay> replay) {
    this.journal = journal;
    this.replay = replay;
  }

  /** The value of an argument, which is recorded. */
  <T> T get(String name, T value, Function<String, T> parse) {
    T chosen = told(name).map(text -> parsed(name, text, value, parse)).orElse(value);
    Value recorded = Values.of(chosen);
    journal.arg(name, recorded);
    synchronized (asked) {
      asked.put(name, recorded.text());
    }
    return chosen;
  }

  /** The arguments asked for so far, as text. */
  SortedMap<String, String> asked() {
    synchronized (asked) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    }
  }

  private Optional<String> told(String name) {
    Optional<String> recorded = replay.flatMap(to -> to.arg(name));
    if (recorded.isEmpty() && replay.filter(Replay::hasRecordedRun).isPresent()) {
      journal.fault("argument " + name + " is new since the recorded run: it has its default");
      return recorded;
    }
    return recorded.or(() -> Optional.ofNullable(System.getProperty("flor.arg." + name)));
  }

  private <T> T parsed(String name, String text, T value, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      String what = "argument " + name + ": \"" + text + "\" does not fit; it is " + value;
      journal.fault(what);
      Notices.say(what);
      return value;
    }
  }

  /** A truth value is {@code true} or {@code false} and nothing else. */
  static Boolean truth(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new IllegalArgumentException(text);
  }

  /** Texts as {@code a,b}, or as the JSON that they are recorded as. */
  static List<String> texts(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("[")) {
      return new JsonTexts(trimmed).all();
    }
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split(",", -1));
  }
}
