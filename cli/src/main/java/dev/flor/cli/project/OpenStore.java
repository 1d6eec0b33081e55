package dev.flor.cli.project;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import dev.flor.replay.Describing;
import dev.flor.store.FlorStore;
import dev.flor.store.model.Ingested;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens a project's store for a question, with everything taken in that was logged so far. */
public final class OpenStore {
  private OpenStore() {}

  public static FlorStore upToDate(Caller caller) {
    FlorStore store = FlorStore.open(existing(FlorFolder.of(caller)), note(caller.err()));
    try {
      Ingested ingested = store.ingest();
      say(ingested, caller.err());
      ingested.crashed().forEach(run -> CrashNote.say(FlorFolder.of(caller), run, caller.err()));
      describe(store, caller);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Asks git about versions that are new; outside of a repository there is nobody to ask. */
  private static void describe(FlorStore store, Caller caller) {
    Path project = FlorFolder.of(caller).toAbsolutePath().normalize().getParent();
    if (project != null && Files.exists(project.resolve(".git"))) {
      try {
        Describing.describe(store, FlorFolder.of(caller), project);
      } catch (FlorException e) { // what was logged can be read all the same
        caller.err().println("note: versions are not described: " + e.getMessage());
      }
    }
  }

  public static Ingested rebuild(Caller caller) {
    Ingested ingested = FlorStore.rebuild(existing(FlorFolder.of(caller)), note(caller.err()));
    say(ingested, caller.err());
    return ingested;
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new NothingRecordedException(folder);
    }
    return folder;
  }

  private static void say(Ingested ingested, PrintStream err) {
    ingested
        .problems()
        .forEach(problem -> err.println("note: run " + problem.runId() + ": " + problem.message()));
  }

  private static Consumer<String> note(PrintStream err) {
    return notice -> err.println("flor: " + notice);
  }

  /** There is no {@code .flor} folder where one was looked for. */
  static final class NothingRecordedException extends FlorException {
    private static final long serialVersionUID = 1L;

    NothingRecordedException(Path folder) {
      super(
          "nothing has been recorded here: there is no " + folder,
          "run a program that calls Flor.log, with flor run or as you always do");
    }
  }
}
