package dev.flor.replay.gc;

import dev.flor.FlorException;
import dev.flor.journal.RunDirectory;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.OutputTail;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The runs that the user named to go, with all that they logged. */
final class JournalSweep implements Sweep {
  private final Path florDir;
  private final List<RunDirectory> runs;

  JournalSweep(Path florDir, List<String> names) {
    this.florDir = florDir;
    this.runs = named(florDir, names);
    runs.stream().filter(RunDirectory::alive).findFirst().ifPresent(run -> {
      throw new RunAliveException(run.runId());
    });
  }

  /** The runs whose ids begin so, in the order of their ids; each name must be that of one. */
  static List<RunDirectory> named(Path florDir, List<String> names) {
    List<RunDirectory> all = RunDirectory.all(florDir);
    SortedSet<String> ids = new TreeSet<>();
    for (String name : names) {
      List<RunDirectory> found =
          all.stream().filter(run -> run.runId().startsWith(name)).toList();
      if (found.size() != 1 || name.isEmpty()) {
        throw new NoOneRunException(name, found.size());
      }
      ids.add(found.get(0).runId());
    }
    return all.stream().filter(run -> ids.contains(run.runId())).toList();
  }

  SortedSet<String> runs() {
    return new TreeSet<>(runs.stream().map(RunDirectory::runId).toList());
  }

  @Override
  public List<Going> going() {
    List<Going> going = new ArrayList<>();
    for (RunDirectory run : runs) {
      GcReport.Item item = new GcReport.Item(
          GcReport.Kind.JOURNAL,
          run.runId(),
          Optional.of(FileSizes.modified(run.journal())),
          FileSizes.below(run.path()),
          "named");
      going.add(new Going(item, () -> {
        Folders.remove(florDir, run.path());
        Launch.forget(florDir, run.runId());
        OutputTail.forget(florDir, run.runId());
      }));
    }
    return going;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  /** No run, or more than one, has an id that begins so. */
  static final class NoOneRunException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoOneRunException(String name, int found) {
      super(
          found == 0 ? "there is no run " + name : found + " runs begin with " + name,
          "flor runs lists them");
    }
  }

  /** A run that was named to go is still being recorded. */
  static final class RunAliveException extends FlorException {
    private static final long serialVersionUID = 1L;

    RunAliveException(String run) {
      super("run " + run + " is alive: its journal stays", "end the program first");
    }
  }
}
