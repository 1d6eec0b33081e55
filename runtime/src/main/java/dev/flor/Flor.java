package dev.flor;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Logs values, names loops and enrolls objects in checkpoints. Needs no set-up: the first call opens
 * a run. Each {@code log} returns its value, so that it can stand inside an expression. None of these
 * methods throws for a fault of flor's own.
 */
public final class Flor {
  private Flor() {}

  /** Logs a number. */
  public static double log(String name, double value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        run.log(name, value);
      } catch (RuntimeException e) {
        notLogged(run, name, e);
      }
    }
    return value;
  }

  /** Logs a number. */
  public static float log(String name, float value) {
    log(name, (double) value);
    return value;
  }

  /** Logs a whole number. */
  public static long log(String name, long value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        run.log(name, value);
      } catch (RuntimeException e) {
        notLogged(run, name, e);
      }
    }
    return value;
  }

  /** Logs a whole number. */
  public static int log(String name, int value) {
    log(name, (long) value);
    return value;
  }

  /** Logs a truth value. */
  public static boolean log(String name, boolean value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        run.log(name, value);
      } catch (RuntimeException e) {
        notLogged(run, name, e);
      }
    }
    return value;
  }

  /** Logs a text. */
  public static String log(String name, String value) {
    log(name, (Object) value);
    return value;
  }

  /** Logs a number, an enum constant, or, as JSON, a record, map, collection or array. */
  public static <T> T log(String name, T value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        run.log(name, (Object) value);
      } catch (RuntimeException e) {
        notLogged(run, name, e);
      }
    }
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static int arg(String name, int value) {
    return argument(name, value, Integer::valueOf);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static long arg(String name, long value) {
    return argument(name, value, Long::valueOf);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static double arg(String name, double value) {
    return argument(name, value, Double::valueOf);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static boolean arg(String name, boolean value) {
    return argument(name, value, Args::truth);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static String arg(String name, String value) {
    return argument(name, value, Function.identity());
  }

  /**
   * A named loop over {@code items}: what is logged inside belongs to its turns. A loop left by
   * {@code break}, return or an exception is over when the program next logs or loops outside it; if
   * that cannot be told from the bytecode, when the loop around it takes its next step.
   */
  public static <T> Iterable<T> loop(String name, Iterable<T> items) {
    return new NamedLoop<>(name, items);
  }

  /** A named loop over an array. */
  public static <T> Iterable<T> loop(String name, T[] items) {
    return loop(name, Arrays.asList(items));
  }

  /** A named loop over an array. */
  public static Iterable<Integer> loop(String name, int[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Long> loop(String name, long[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Double> loop(String name, double[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** The numbers from 0 up to before {@code end}. */
  public static Iterable<Integer> range(int end) {
    return range(0, end);
  }

  /** The numbers from {@code start} up to before {@code end}. */
  public static Iterable<Integer> range(int start, int end) {
    return Indexed.range(start, end);
  }

  /**
   * Enrolls live objects, which are saved at the ends of iterations and restored in place.
   *
   * @param namesAndObjects a name, its object, a name, its object, ...
   */
  public static Checkpointing checkpointing(Object... namesAndObjects) {
    Run run = Runs.current();
    if (run == null) {
      return new Checkpointing(null, null);
    }
    ThreadLoops thread = run.threadLoops();
    return new Checkpointing(thread, Enrolment.open(run, thread, namesAndObjects));
  }

  /** Closes the run; the next call opens another. */
  public static void commit() {
    Runs.commit();
  }

  /** One turn of a loop that the program drives itself, as a request handler does. */
  public static Iteration iteration(String name, Object value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        return Iteration.begin(run, name, value);
      } catch (RuntimeException e) {
        run.fault("iteration of " + name + " is not recorded: " + Notices.of(e));
      }
    }
    return new Iteration();
  }

  private static <T> T argument(String name, T value, Function<String, T> parse) {
    Run run = Runs.current();
    if (run == null) {
      return value;
    }
    try {
      return run.args().get(name, value, parse);
    } catch (RuntimeException e) {
      run.fault("argument " + name + " is not recorded: " + Notices.of(e));
      return value;
    }
  }

  private static void notLogged(Run run, String name, RuntimeException why) {
    run.fault("a value of " + name + " is not logged: " + Notices.of(why));
  }
}
