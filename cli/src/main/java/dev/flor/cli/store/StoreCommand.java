package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.project.OpenStore;
import dev.flor.cli.project.OpenTeam;
import dev.flor.store.FlorStore;
import dev.flor.store.TeamStore;
import dev.flor.store.model.Brought;
import dev.flor.store.model.Ingested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flor store rebuild} and {@code push}: the database is an index, and can be made again, here or for a team. */
@Command(name = "store", description = "Look after the store.")
public final class StoreCommand implements Runnable {
  private final RootCommand root;

  @Spec
  private CommandSpec spec;

  public StoreCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "store what? There is: store rebuild, store push");
  }

  @Command(name = "rebuild", description = "Make the database again from the journals.")
  int rebuild() {
    Caller caller = root.caller();
    Ingested ingested = OpenStore.rebuild(caller);
    caller
        .err()
        .printf("rebuilt from %d journals: %d values%n", ingested.journals(), ingested.values());
    return ExitCode.DONE.number();
  }

  @Command(
      name = "push",
      description = {
        "Bring what this machine's journals hold to the team's store: url under [store]",
        "in flor.toml. What is there already is not brought again."
      })
  int push(@Option(names = "--again", description = "Bring all of it again.") boolean again) {
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller);
        TeamStore team = OpenTeam.of(caller)) {
      Brought brought = team.bring(store, again);
      caller.err().printf("brought %d runs: %d rows%n", brought.runs(), brought.rows());
    }
    return ExitCode.DONE.number();
  }
}
