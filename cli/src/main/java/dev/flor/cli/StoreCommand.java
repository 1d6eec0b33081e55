package dev.flor.cli;

import dev.flor.store.Ingested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flor store rebuild}: the database is an index, and can be made again. */
@Command(name = "store", description = "Look after the store.")
final class StoreCommand implements Runnable {
  private final RootCommand root;

  @Spec
  private CommandSpec spec;

  StoreCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "store what? There is: store rebuild");
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
}
