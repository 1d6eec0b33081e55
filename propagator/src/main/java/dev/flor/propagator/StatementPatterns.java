package dev.flor.propagator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which statements are log statements: those that call {@code Flor.log}, or a call that one of these patterns matches. The built-in
 * sets are written here just as a user writes one in {@code flor.toml}.
 */
public final class StatementPatterns {
  /** The set of {@code Flor.log(...)}; it is the one whose calls return their value, and may stand within an expression. */
  public static final String FLOR = "flor";

  private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error");
  private static final Map<String, List<String>> BUILT_IN = builtIn();

  private final boolean flor;
  private final List<CallPattern> calls;
  private final Pattern hint;

  private StatementPatterns(boolean flor, List<String> calls) {
    this.flor = flor;
    this.calls = calls.stream().map(StatementPatterns::parsed).toList();
    this.hint = Pattern.compile(this.calls.stream()
        .map(call -> "\\b(?:" + call.method() + ")\\s*\\(")
        .distinct()
        .collect(Collectors.joining("|")));
  }

  /** Just {@code Flor.log(...)}. */
  public static StatementPatterns flor() {
    return new StatementPatterns(true, List.of());
  }

  /** The names of the sets that are built in. */
  public static SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(BUILT_IN.keySet()));
  }

  /** The built-in sets, each by its name. */
  static SortedMap<String, StatementPatterns> each() {
    SortedMap<String, StatementPatterns> sets = new TreeMap<>();
    names().forEach(name -> sets.put(name, of(List.of(name), new TreeMap<>())));
    return Collections.unmodifiableSortedMap(sets);
  }

  /** Whether a text is a pattern such as {@code Metrics.record(*)}. */
  public static boolean isPattern(String text) {
    return CallPattern.parse(text).isPresent();
  }

  /**
   * The union of some sets.
   *
   * @param sets their names, all of them built in or in {@code own}
   * @param own the sets of a user: name to patterns
   */
  public static StatementPatterns of(Collection<String> sets, SortedMap<String, List<String>> own) {
    SortedMap<String, List<String>> known = new TreeMap<>(own);
    known.putAll(BUILT_IN);
    List<String> calls = new ArrayList<>();
    for (String set : sets) {
      calls.addAll(known.get(set));
    }
    return new StatementPatterns(sets.contains(FLOR), calls);
  }

  boolean includesFlor() {
    return flor;
  }

  /** Whether it is just {@code Flor.log(...)}, which imports alone tell from other calls. */
  boolean isFlorOnly() {
    return flor && calls.isEmpty();
  }

  /** Whether a text can hold any such call: a file that cannot need not be parsed. */
  boolean mayOccurIn(String text) {
    return (flor && LogCalls.mayOccurIn(text))
        || (!calls.isEmpty() && hint.matcher(text).find());
  }

  /** Whether a call of this name may match, whatever its receiver is. */
  boolean mayCall(String name) {
    return calls.stream().anyMatch(call -> call.method().matcher(name).matches());
  }

  /**
   * Whether a call makes its statement a log statement.
   *
   * @param receivers what its receiver goes by; one empty name if there is none
   */
  boolean match(Collection<String> receivers, String called, int argumentCount) {
    return calls.stream().anyMatch(call -> call.matches(receivers, called, argumentCount));
  }

  private static CallPattern parsed(String text) {
    return CallPattern.parse(text)
        .orElseThrow(() -> new IllegalStateException(text + " is not a pattern"));
  }

  private static Map<String, List<String>> builtIn() {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put(FLOR, List.of());
    sets.put(
        "slf4j",
        join(
            logger("org.slf4j.*Logger", LEVELS),
            logger("org.slf4j.LoggerFactory.getLogger()", LEVELS),
            logger("org.slf4j.*Logger.at*()", List.of("log"))));
    List<String> levels = join(LEVELS, List.of("fatal"));
    sets.put(
        "log4j2",
        join(
            logger("org.apache.logging.log4j.*Logger", levels),
            logger(
                "org.apache.logging.log4j.*Logger",
                List.of("log", "printf", "entry", "exit", "traceEntry", "traceExit", "catching")),
            logger("org.apache.logging.log4j.LogManager.getLogger()", levels),
            logger("org.apache.logging.log4j.*Logger.at*()", List.of("log"))));
    sets.put(
        "log4j",
        join(
            logger("org.apache.log4j.Logger", join(levels, List.of("log"))),
            logger("org.apache.log4j.Category", join(levels, List.of("log"))),
            logger("org.apache.log4j.Logger.getLogger()", levels)));
    sets.put("commons-logging", logger("org.apache.commons.logging.Log", levels));
    List<String> jul = List.of(
        "severe",
        "warning",
        "info",
        "config",
        "fine",
        "finer",
        "finest",
        "log",
        "logp",
        "logrb",
        "entering",
        "exiting",
        "throwing");
    sets.put(
        "jul",
        join(
            logger("java.util.logging.Logger", jul),
            logger("java.util.logging.Logger.getLogger()", jul)));
    sets.put(
        "system-logger",
        join(
            logger("*System.Logger", List.of("log")),
            logger("*System.getLogger()", List.of("log"))));
    sets.put(
        "print",
        List.of(
            "*System.out.print*(*)",
            "*System.err.print*(*)",
            "*System.out.format(*)",
            "*System.err.format(*)",
            "*.printStackTrace(*)"));
    return sets;
  }

  /** Calls of a logger; one whose type the file does not tell is any library's. */
  private static List<String> logger(String type, List<String> methods) {
    return Stream.of(type, Receivers.SOME_LOGGER)
        .flatMap(receiver -> methods.stream().map(method -> receiver + "." + method + "(*)"))
        .toList();
  }

  @SafeVarargs
  private static List<String> join(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
