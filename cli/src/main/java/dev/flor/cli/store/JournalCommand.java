package dev.flor.cli.store;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.project.FlorFolder;
import dev.flor.journal.JournalReader;
import dev.flor.journal.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flor journal cat RUN}: what a run wrote, record by record. */
@Command(name = "journal", description = "Look into a run's journal.")
public final class JournalCommand implements Runnable {
  private final RootCommand root;

  @Spec
  private CommandSpec spec;

  public JournalCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "what of a journal? There is: journal cat RUN");
  }

  @Command(name = "cat", description = "Print the records as JSON, one a line.")
  int cat(
      @Parameters(paramLabel = "RUN", description = "A run's id, or its beginning.") String run) {
    Caller caller = root.caller();
    RunDirectory found = find(FlorFolder.of(caller), run);
    JournalReader.Result result =
        JournalReader.read(found.journal(), 0, new JournalLines(caller.out()));
    caller.out().flush();
    if (result.nextOffset() == 0) {
      throw new NoJournalException(found, result.torn() ? result.message() : "it is empty");
    }
    if (result.torn()) {
      caller.err().println("note: run " + found.runId() + ": " + result.message());
    }
    return ExitCode.DONE.number();
  }

  private static RunDirectory find(Path folder, String run) {
    List<RunDirectory> found = RunDirectory.all(folder).stream()
        .filter(at -> at.runId().startsWith(run))
        .toList();
    if (found.size() != 1) {
      throw new UnknownRunException(run, found.size());
    }
    return found.get(0);
  }

  /** The file holds not one record. */
  static final class NoJournalException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoJournalException(RunDirectory run, String why) {
      super(
          "nothing of " + run.journal() + " can be read: " + why,
          "flor runs lists the runs that can be read");
    }
  }

  /** No run, or more than one, has an id that begins so. */
  static final class UnknownRunException extends FlorException {
    private static final long serialVersionUID = 1L;

    UnknownRunException(String run, int found) {
      super(
          found == 0 ? "there is no run " + run : found + " runs begin with " + run,
          "flor runs lists them");
    }
  }
}
