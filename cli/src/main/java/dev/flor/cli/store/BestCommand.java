package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.FlorFolder;
import dev.flor.cli.project.OpenStore;
import dev.flor.store.BestRuns;
import dev.flor.store.FlorStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor best METRIC --max}: the best run by what it logged, and the checkpoint to take from it. */
@Command(
    name = "best",
    description = {
      "Show the run in which a logged number was largest or smallest, where that was,",
      "and the checkpoint nearest to it."
    })
public final class BestCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(paramLabel = "METRIC", description = "The name of a logged number.")
  private String metric;

  @ArgGroup(multiplicity = "1")
  private Order order = new Order();

  /** Which way is better: nobody can guess it. */
  static final class Order {
    @Option(names = "--max", description = "The largest is the best.")
    private boolean max;

    @Option(names = "--min", description = "The smallest is the best.")
    private boolean min;
  }

  @Option(names = "--limit", paramLabel = "N", description = "The best N runs. Default: 1.")
  private int limit = 1;

  @Mixin
  private RowsOptions rows;

  public BestCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new UsageException("--limit is " + limit, "it should be 1 or more");
    }
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      rows.print(
          new BestRuns(store, FlorFolder.of(caller), metric, order.max && !order.min).rows(limit),
          caller);
    }
    return ExitCode.DONE.number();
  }
}
