package dev.flor.cli.io;

/** What a command tells the shell, and so a CI job. Documented in docs/cli.md. */
public enum ExitCode {
  /** Everything that was asked for is done. */
  DONE(0),
  /** It could not be done, and one line on stderr says why. */
  FAILED(1),
  /** The command line or flor.toml is not understood. */
  USAGE(2),
  /** Some versions or statements were refused or failed; the others are done. */
  PARTLY(3),
  /** A replay logged other values than the recorded run did. */
  DIVERGED(4),
  /** Stopped by Ctrl-C. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
