package dev.flor.cli.store;

import dev.flor.cli.io.Durations;
import dev.flor.cli.io.UsageException;
import dev.flor.store.model.QueryLimits;
import picocli.CommandLine.Option;

/** The options of what a query may take. */
final class QueryLimitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "A query is ended after this: 30s, 10m; 0s: never. Default: ${DEFAULT-VALUE}.")
  private String timeout;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "A query with more rows is refused; 0: none is. Default: ${DEFAULT-VALUE}.")
  private int rows;

  QueryLimits limits() {
    if (rows < 0 || rows == Integer.MAX_VALUE) {
      throw new UsageException(
          "--max-rows is " + rows, "it should be 0 or more, and below 2^31 - 1");
    }
    return new QueryLimits(
        Durations.parse(timeout)
            .filter(time -> time.toSeconds() <= Integer.MAX_VALUE)
            .orElseThrow(() -> new UsageException(
                "--timeout is " + timeout, "it should be a duration such as 30s or 10m")),
        rows);
  }
}
