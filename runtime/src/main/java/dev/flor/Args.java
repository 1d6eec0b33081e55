package dev.flor;

import dev.flor.journal.JournalWriter;
import java.util.Optional;
import java.util.function.Function;

/** Named arguments: the default in the code, what the user says outside, or what was recorded. */
final class Args {
  private final JournalWriter journal;
  private final Optional<Replay> replay;

  Args(JournalWriter journal, Optional<Replay> replay) {
    this.journal = journal;
    this.replay = replay;
  }

  /** The value of an argument, which is recorded. */
  <T> T get(String name, T value, Function<String, T> parse) {
    T chosen = told(name).map(text -> parsed(name, text, value, parse)).orElse(value);
    journal.arg(name, Values.of(chosen));
    return chosen;
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
}
