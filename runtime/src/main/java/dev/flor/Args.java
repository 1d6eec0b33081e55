package dev.flor;

import dev.flor.journal.JournalWriter;
import dev.flor.journal.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
  <T> T get(String name, T value) {
    Optional<String> told = told(name);
    T chosen = told.isPresent() ? parsed(name, told.get(), value) : value;
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
    if (replay.isPresent()) {
      Optional<String> recorded = replay.get().arg(name);
      if (recorded.isPresent()) {
        return recorded;
      }
      if (replay.get().hasRecordedRun()) {
        journal.fault("argument " + name + " is new since the recorded run: it has its default");
        return recorded;
      }
    }
    return Optional.ofNullable(System.getProperty("flor.arg." + name));
  }

  private <T> T parsed(String name, String text, T value) {
    try {
      @SuppressWarnings("unchecked") // it is parsed as what the default is
      T parsed = (T) parse(text, value);
      return parsed;
    } catch (IllegalArgumentException e) {
      String what = "argument " + name + ": \"" + text + "\" does not fit; it is " + value;
      journal.fault(what);
      Notices.say(what);
      return value;
    }
  }

  /** Reads a text as what the default is; docs/runtime-properties.md has the forms. */
  private static Object parse(String text, Object like) {
    if (like instanceof Integer) {
      return Integer.valueOf(text);
    }
    if (like instanceof Long) {
      return Long.valueOf(text);
    }
    if (like instanceof Double) {
      return Double.valueOf(text);
    }
    if (like instanceof Boolean) {
      return truth(text);
    }
    if (like instanceof Enum) {
      return constant(text, ((Enum<?>) like).getDeclaringClass());
    }
    return like instanceof List ? texts(text) : text;
  }

  private static Object constant(String text, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
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
