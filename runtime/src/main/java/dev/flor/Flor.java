package dev.flor;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

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
      } catch (RuntimeException | Error e) {
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
      } catch (RuntimeException | Error e) {
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

  /** Logs a whole number. */
  public static short log(String name, short value) {
    log(name, (long) value);
    return value;
  }

  /** Logs a whole number. */
  public static byte log(String name, byte value) {
    log(name, (long) value);
    return value;
  }

  /** Logs a character, as a text. */
  public static char log(String name, char value) {
    log(name, (Object) value);
    return value;
  }

  /** Logs a truth value. */
  public static boolean log(String name, boolean value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        run.log(name, value);
      } catch (RuntimeException | Error e) {
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
      } catch (RuntimeException | Error e) {
        notLogged(run, name, e);
      }
    }
    return value;
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static int arg(String name, int value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static long arg(String name, long value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static double arg(String name, double value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static boolean arg(String name, boolean value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} says otherwise. */
  public static String arg(String name, String value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} names another constant. */
  public static <E extends Enum<E>> E arg(String name, E value) {
    return argument(name, value);
  }

  /** A named argument: {@code value} unless {@code -Dflor.arg.NAME} lists other texts: {@code a,b}, or JSON. */
  public static List<String> arg(String name, List<String> value) {
    return argument(name, value);
  }

  /**
   * A named loop over {@code items}: what is logged inside belongs to its turns. A loop left by
   * {@code break}, return or an exception is over when the program next logs or loops outside it; if
   * that cannot be told from the bytecode, when the loop around it takes its next step.
   */
  public static <T> Iterable<T> loop(String name, Iterable<T> items) {
    return new NamedLoop<>(name, items);
  }

  /** A named loop over the items that are left of an iterator; it can be walked once. */
  public static <T> Iterable<T> loop(String name, Iterator<T> items) {
    return new NamedLoop<>(name, () -> items);
  }

  /** A named loop over a stream; it can be walked once. */
  public static <T> Iterable<T> loop(String name, BaseStream<T, ?> items) {
    return new NamedLoop<>(name, new Streamed<>(items));
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

  /** A named loop over an array. */
  public static Iterable<Float> loop(String name, float[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Short> loop(String name, short[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Byte> loop(String name, byte[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Character> loop(String name, char[] items) {
    return loop(name, new Indexed<>(items.length, i -> items[i]));
  }

  /** A named loop over an array. */
  public static Iterable<Boolean> loop(String name, boolean[] items) {
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

  /** The numbers from {@code start} up to before {@code end}, {@code step} apart; down to after it if below 0. */
  public static Iterable<Integer> range(int start, int end, int step) {
    return Indexed.range(start, end, step);
  }

  /** A mutable holder of an immutable value, to be enrolled: a number, a record, a model that is replaced. */
  public static <T> Ref<T> ref(T value) {
    return new Ref<>(value);
  }

  /** What a getter gives and a setter takes, to be enrolled: state that is reached in no other way. */
  public static <T> Ref<T> ref(Supplier<? extends T> get, Consumer<? super T> set) {
    return new Ref<>(get, set);
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
    try {
      ThreadLoops thread = run.threadLoops();
      return new Checkpointing(thread, Enrolment.open(run, thread, namesAndObjects));
    } catch (RuntimeException | Error e) {
      run.fault("checkpointing is off: " + Notices.of(e));
      return new Checkpointing(null, null);
    }
  }

  /** The run that is being recorded: its id, its version, its arguments. */
  public static CurrentRun run() {
    return new CurrentRun(Runs.current());
  }

  /** Where this thread is in its loops, to be handed over to threads that work for it. */
  public static LogContext context() {
    return LogContext.ofThisThread(Runs.current());
  }

  /** Closes the run; the next call opens another. */
  public static void commit() {
    try {
      Runs.commit();
    } catch (RuntimeException | Error e) {
      Notices.say("the run is not closed in order: " + Notices.of(e));
    }
  }

  /** One turn of a loop that the program drives itself, as a request handler does. */
  public static Iteration iteration(String name, Object value) {
    return iteration(name, DrivenLoop.NEXT, value);
  }

  /** The turn of this index of a loop that the program drives itself. */
  public static Iteration iteration(String name, long index, Object value) {
    Run run = Runs.current();
    if (run != null) {
      try {
        return Iteration.begin(run, name, index, value);
      } catch (RuntimeException | Error e) {
        run.fault("iteration of " + name + " is not recorded: " + Notices.of(e));
      }
    }
    return new Iteration();
  }

  private static <T> T argument(String name, T value) {
    Run run = Runs.current();
    if (run == null) {
      return value;
    }
    try {
      return run.args().get(name, value);
    } catch (RuntimeException | Error e) {
      run.fault("argument " + name + " is not recorded: " + Notices.of(e));
      return value;
    }
  }

  private static void notLogged(Run run, String name, Throwable why) {
    run.fault("a value of " + name + " is not logged: " + Notices.of(why));
  }
}
