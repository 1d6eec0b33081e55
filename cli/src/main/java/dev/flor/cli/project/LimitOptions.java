package dev.flor.cli.project;

import dev.flor.cli.io.Durations;
import dev.flor.cli.io.UsageException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** What one replayed program may take, and how exact it must be. */
public final class LimitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Wall time of one program, such as 10m. Default: as flor.toml says.")
  private String timeout;

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      description = {
        "How far a number logged again may be off, as a share of it, such as 1e-6: for programs",
        "that are not deterministic. Default: as flor.toml says, else 0."
      })
  private Double tolerance;

  public Optional<Duration> timeout() {
    if (timeout == null) {
      return Optional.empty();
    }
    Optional<Duration> limit = Durations.parse(timeout);
    if (limit.isEmpty()) {
      throw new UsageException(
          "--timeout " + timeout + " is not a time", "write it as 90s, 10m or 2h");
    }
    return limit;
  }

  public OptionalDouble tolerance() {
    if (tolerance == null) {
      return OptionalDouble.empty();
    }
    if (!isTolerance(tolerance)) {
      throw new UsageException(
          "--tolerance " + tolerance, "it is a share, from 0 up to 1, such as 1e-6");
    }
    return OptionalDouble.of(tolerance);
  }

  /** From 1 on, a number of any size would do. */
  static boolean isTolerance(double share) {
    return share >= 0 && share < 1;
  }
}
