package dev.flor.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of one run under {@code .flor/runs}. */
public final class RunDirectory {
  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /** The run in this folder. */
  public static RunDirectory of(Path path) {
    return new RunDirectory(path);
  }

  /** Every run that has a journal, sorted by id, which is the order in which they began. */
  public static List<RunDirectory> all(Path florDir) {
    Path runs = florDir.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .sorted()
          .map(RunDirectory::new)
          .filter(run -> Files.exists(run.journal()))
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UnreadableJournalException(runs, e);
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Id of the run, the folder's name. */
  public String runId() {
    return path.getFileName().toString();
  }

  /** The run's journal. */
  public Path journal() {
    return path.resolve("journal.flor");
  }

  /** Where the checkpoints of this run and of those beside it are kept. */
  public Path checkpoints() {
    return path.toAbsolutePath().getParent().resolveSibling("checkpoints");
  }

  /** Whether a live process holds the run's lock. A run that is neither alive nor ended crashed. */
  public boolean alive() {
    return RunLock.held(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
