package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.FlorFolder;
import dev.flor.cli.project.OpenStore;
import dev.flor.cli.project.OpenTeam;
import dev.flor.store.FlorStore;
import dev.flor.store.TeamStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor sql [QUERY]}: any question, read only. */
@Command(
    name = "sql",
    description = "Ask the store in SQL, read only. Without a query: one after the other.",
    footer = {"", "Tables, columns and views: docs/schema.md."})
public final class SqlCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..1",
      description = "One SELECT; default: those of stdin, each with a semicolon.")
  private String query;

  @Option(names = "--team", description = "Ask the team's store: url under [store] in flor.toml.")
  private boolean team;

  @Mixin
  private QueryLimitOptions limits;

  @Mixin
  private RowsOptions rows;

  public SqlCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    if (team) {
      return ofTeam(caller).number();
    }
    if (query == null) {
      return shell(caller).number();
    }
    try (FlorStore store = OpenStore.upToDate(caller)) {
      rows.print(store.query(query, limits.limits()), caller);
    }
    return ExitCode.DONE.number();
  }

  private ExitCode ofTeam(Caller caller) {
    if (query == null) {
      throw new UsageException("--team needs a query", "flor sql --team \"SELECT ...\"");
    }
    try (TeamStore store = OpenTeam.of(caller)) {
      rows.print(store.query(query, limits.limits()), caller);
    }
    return ExitCode.DONE;
  }

  private ExitCode shell(Caller caller) {
    if (!caller.terminals().contains("0") || !caller.dataGoToTerminal()) {
      return new SqlShell(caller, rows.format(), limits.limits(), ShellLines.from(caller)).run();
    }
    List<String> words = new ArrayList<>();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      Relations.of(store).forEach(name -> words.add(name.toLowerCase(Locale.ROOT)));
      Relations.columns(store).forEach(name -> words.add(name.toLowerCase(Locale.ROOT)));
      words.addAll(store.names());
    }
    caller.err().println("Queries end in a semicolon; .help shows what else there is.");
    try (TypedLines lines = new TypedLines(FlorFolder.of(caller).resolve("sql-history"), words)) {
      return new SqlShell(caller, rows.format(), limits.limits(), lines).run();
    }
  }
}
