package dev.flor.cli.io;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a longer piece of work is: a bar with an estimate on a terminal; elsewhere a line for each tenth, if there are many steps. */
public abstract class Progress implements AutoCloseable {
  /** One more is done, and this is the next thing's name or the last one's. */
  public abstract void step(String what);

  /** A line that stays. */
  public abstract void say(String line);

  @Override
  public abstract void close();

  public static Progress of(String task, int steps, Caller caller) {
    return caller.messagesGoToTerminal() && steps > 1
        ? new Bar(task, steps, caller.err())
        : new Plain(task, steps, caller.err());
  }

  private static final class Plain extends Progress {
    /** Fewer steps are soon done. */
    private static final int MANY = 200;

    private static final int LINES = 10;

    private final String task;
    private final int steps;
    private final PrintStream err;
    private int taken;

    Plain(String task, int steps, PrintStream err) {
      this.task = task;
      this.steps = steps;
      this.err = err;
    }

    /** Of a long piece of work, a line for each tenth. */
    @Override
    public void step(String what) {
      taken++;
      boolean tenth = (long) taken * LINES / steps > (taken - 1L) * LINES / steps;
      if (steps >= MANY && tenth) {
        err.println(task + ": " + taken + " of " + steps + " steps");
      }
    }

    @Override
    public void say(String line) {
      err.println(line);
    }

    @Override
    public void close() {}
  }

  private static final class Bar extends Progress {
    private static final int WIDTH = 78;

    private final PrintStream err;
    private final ProgressBar bar;

    Bar(String task, int steps, PrintStream err) {
      this.err = err;
      this.bar = new ProgressBarBuilder()
          .setTaskName(task)
          .setInitialMax(steps)
          .setStyle(ProgressBarStyle.ASCII)
          .setUpdateIntervalMillis(100)
          .setMaxRenderedLength(WIDTH)
          .clearDisplayOnFinish()
          .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
          .build();
    }

    @Override
    public void step(String what) {
      bar.setExtraMessage(what);
      bar.step();
    }

    @Override
    public void say(String line) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.println(line);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
