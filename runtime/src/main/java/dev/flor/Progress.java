package dev.flor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Shows on stderr how far the loops are: on a terminal one line that is drawn over and over, else a
 * line now and then and one when a loop ends. It goes to the file descriptor itself: a program that
 * sends {@link System#err} elsewhere does not find it there. No fault of the terminal is the program's.
 */
final class Progress {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final String CLEAR = "\r\u001b[2K";

  private final OutputStream out;
  private final boolean terminal;
  private Thread shown;
  private long last = System.nanoTime();

  Progress(OutputStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Null when nobody wants to see it: stderr is no terminal, or {@code flor.progress} says so. */
  static Progress wanted() {
    boolean terminal = onTerminal();
    String told = Settings.property("flor.progress").orElse(Boolean.toString(terminal));
    return told.equals("true")
        ? new Progress(new FileOutputStream(FileDescriptor.err), terminal)
        : null;
  }

  void turnBegan(LoopFrame frame) {
    if (frame.turnStarted() - last > (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      show(frame, frame.turnStarted());
    }
  }

  /** A loop is over: its line is complete; a loop inside another has shown enough. */
  synchronized void loopEnded(LoopFrame frame) {
    if (frame.below() == null && (shown == null || shown == Thread.currentThread())) {
      shown = null;
      write((terminal ? CLEAR : "") + line(frame, System.nanoTime(), frame.index()) + "\n");
    }
  }

  /** One thread is shown at a time: the one that comes first when none is. */
  private synchronized void show(LoopFrame frame, long now) {
    if (shown != null && shown != Thread.currentThread() && shown.isAlive()) {
      return;
    }
    shown = Thread.currentThread();
    last = now;
    String line = line(frame, now, frame.index() + 1);
    write(terminal ? CLEAR + line + "\r" : line + "\n");
  }

  private static String line(LoopFrame top, long now, long turns) {
    Deque<String> parts = new ArrayDeque<>();
    for (LoopFrame frame = top; frame != null; frame = frame.below()) {
      long turn = frame == top ? turns : frame.index() + 1;
      parts.addFirst(frame.name() + " " + turn + (frame.total() < 0 ? "" : "/" + frame.total()));
      if (frame.below() == null) {
        parts.addLast(rate(now - frame.started(), turn));
      }
    }
    return "flor: " + String.join(", ", parts);
  }

  private static String rate(long nanos, long turns) {
    double seconds = nanos / 1e9;
    return String.format(
        java.util.Locale.ROOT, "%.1f s, %.3g s a turn", seconds, turns == 0 ? 0 : seconds / turns);
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      last = Long.MAX_VALUE; // nobody is there to look: it is not tried again soon
    }
  }

  private static boolean onTerminal() {
    Path error = Path.of("/proc/self/fd/2");
    try {
      if (Files.isSymbolicLink(error)) {
        String target = Files.readSymbolicLink(error).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException | RuntimeException e) {
      return false; // whatever it is, it is no terminal to draw on
    }
    return Optional.ofNullable(System.console()).isPresent();
  }
}
