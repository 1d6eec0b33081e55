package dev.flor.cli;

import dev.flor.cli.io.Caller;

/** The process behind {@code flor}. The only place that ends a Java virtual machine. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    System.exit(Cli.run(Caller.ofThisProcess(), args));
  }
}
