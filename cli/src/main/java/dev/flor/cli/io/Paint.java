package dev.flor.cli.io;

import dev.flor.propagator.Placement;

/** Colours, where they are wanted. */
public final class Paint {
  private static final String BOLD = "1";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String CYAN = "36";

  private final boolean on;

  public Paint(boolean on) {
    this.on = on;
  }

  public String bold(String text) {
    return painted(BOLD, text);
  }

  public String outcome(Placement placement, String text) {
    return placement.fold(in -> painted(GREEN, text), present -> text, no -> painted(RED, text));
  }

  public String diff(String line) {
    if (line.startsWith("@@")) {
      return painted(CYAN, line);
    }
    if (line.startsWith("+++") || line.startsWith("---")) {
      return bold(line);
    }
    return line.startsWith("+")
        ? painted(GREEN, line)
        : line.startsWith("-") ? painted(RED, line) : line;
  }

  private String painted(String colour, String text) {
    return on ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
