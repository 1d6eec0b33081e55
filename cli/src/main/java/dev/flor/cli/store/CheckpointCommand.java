package dev.flor.cli.store;

import dev.flor.FlorException;
import dev.flor.checkpoint.CheckpointFile;
import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.NotRestorable;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.DidYouMean;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.FlorFolder;
import dev.flor.cli.project.OpenStore;
import dev.flor.store.FlorStore;
import dev.flor.store.SavedStates;
import dev.flor.store.model.Column;
import dev.flor.store.model.SavedState;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flor checkpoint list RUN} and {@code get RUN NAME}: the saved states of a run. */
@Command(name = "checkpoint", description = "Look at the checkpoints of a run, and take them out.")
public final class CheckpointCommand implements Runnable {
  private static final List<Column> COLUMNS = List.of(
      new Column("at", Column.Type.TEXT),
      new Column("bytes", Column.Type.LONG),
      new Column("millis", Column.Type.DOUBLE),
      new Column("there", Column.Type.BOOLEAN),
      new Column("digest", Column.Type.TEXT));

  private final RootCommand root;

  @Spec
  private CommandSpec spec;

  public CheckpointCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "what of checkpoints? There is: checkpoint list RUN, checkpoint get RUN NAME");
  }

  @Command(name = "list", description = "List the checkpoints of a run.")
  int list(
      @Parameters(paramLabel = "RUN", description = "A run's id, or its beginning.") String run,
      @Mixin RowsOptions rows) {
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      rows.print(
          new View(
              COLUMNS, states(store, run).stream().map(CheckpointCommand::row).toList()),
          caller);
    }
    return ExitCode.DONE.number();
  }

  private static List<Object> row(SavedState state) {
    return Arrays.asList(
        state.at(), state.bytes(), state.nanos() / 1e6, state.there(), state.digest());
  }

  @Command(
      name = "get",
      description = {
        "Write what was enrolled as NAME, as it was saved, to a file.",
        "A program takes it up with CheckpointFile.read(file).restore(name, object)."
      })
  int get(
      @Parameters(paramLabel = "RUN", description = "A run's id, or its beginning.") String run,
      @Parameters(paramLabel = "NAME", description = "As in Flor.checkpointing(NAME, ...).")
          String name,
      @Option(
              names = "--at",
              paramLabel = "TURN",
              description = "After which turn: epoch=7. Default: the last one saved.")
          String at,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file.")
          Path out) {
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      SavedState state = chosen(states(store, run), run, at);
      byte[] object = object(caller, state, name);
      Outputs.write(caller.directory().resolve(out), object);
      caller
          .err()
          .printf(
              "%s after %s of run %s: %d bytes in %s%n",
              name, state.at(), state.run(), object.length, out);
    }
    return ExitCode.DONE.number();
  }

  private List<SavedState> states(FlorStore store, String run) {
    return new SavedStates(store, FlorFolder.of(root.caller()))
        .of(RunName.in(store, run).id());
  }

  private static SavedState chosen(List<SavedState> states, String run, String at) {
    List<SavedState> there = states.stream().filter(SavedState::there).toList();
    List<String> places = there.stream().map(SavedState::at).toList();
    List<SavedState> meant = at == null
        ? there.stream().filter(state -> state.mainLoop().isPresent()).toList()
        : there.stream().filter(state -> state.at().equals(at.strip())).toList();
    if (meant.isEmpty()) {
      throw new NoCheckpointException(run, at, places);
    }
    return meant.get(meant.size() - 1);
  }

  private static byte[] object(Caller caller, SavedState state, String name) {
    CheckpointFolder folder = new CheckpointFolder(FlorFolder.of(caller).resolve("checkpoints"));
    try {
      CheckpointFile file = CheckpointFile.of(folder.read(state.digest()));
      if (!file.names().contains(name)) {
        List<String> names = new ArrayList<>(file.names());
        throw new UsageException(
            "nothing was enrolled as " + name + " in run " + state.run(),
            DidYouMean.among(names, name)
                .map(near -> "did you mean " + near + "?")
                .orElse("there is: " + String.join(", ", names)));
      }
      return file.only(name);
    } catch (NotRestorable e) {
      throw new BrokenCheckpointException(e);
    }
  }

  /** No checkpoint was taken there, or it is gone. */
  static final class NoCheckpointException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoCheckpointException(String run, String at, List<String> places) {
      super(
          "run " + run + " has no checkpoint" + (at == null ? "" : " after " + at),
          places.isEmpty()
              ? "none was taken, or flor gc took them; a replay still finds what it needs"
              : "there is one after: " + shortened(places));
    }

    private static String shortened(List<String> places) {
      int most = 10;
      return String.join(", ", places.subList(0, Math.min(most, places.size())))
          + (places.size() > most ? ", ... (flor checkpoint list shows all)" : "");
    }
  }

  /** A file is not what was written. */
  static final class BrokenCheckpointException extends FlorException {
    private static final long serialVersionUID = 1L;

    BrokenCheckpointException(NotRestorable cause) {
      super(cause.getMessage(), "take another one: flor checkpoint list shows them", cause);
    }
  }
}
