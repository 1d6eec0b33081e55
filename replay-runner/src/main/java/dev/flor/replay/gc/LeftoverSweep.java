package dev.flor.replay.gc;

import dev.flor.journal.RunDirectory;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.OutputTail;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What processes left that were killed: work folders, half-written files, and how runs were started that never were. */
final class LeftoverSweep implements Sweep {
  /** No writer takes so long over one file. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path florDir;
  private final Instant now;

  LeftoverSweep(Path florDir, Instant now) {
    this.florDir = florDir;
    this.now = now;
  }

  @Override
  public List<Going> going() {
    List<Going> going = new ArrayList<>();
    for (Path folder : Workspace.left(florDir)) {
      going.add(going(folder, FileSizes.below(folder), () -> Folders.sweep(folder)));
    }
    for (CheckpointFiles.Blob one : new CheckpointFiles(florDir).unfinished()) {
      if (one.written().isBefore(now.minus(ABANDONED))) {
        going.add(going(one.file(), one.bytes(), () -> Folders.remove(florDir, one.file())));
      }
    }
    SortedSet<String> unrecorded = new TreeSet<>(Launch.runs(florDir));
    RunDirectory.all(florDir).forEach(run -> unrecorded.remove(run.runId()));
    for (String run : unrecorded) {
      if (!Launch.isUnderWay(florDir, run)) {
        Path file = florDir.resolve("launches").resolve(run + ".properties");
        going.add(going(file, Files.exists(file) ? FileSizes.below(file) : 0, () -> {
          Launch.forget(florDir, run);
          OutputTail.forget(florDir, run);
        }));
      }
    }
    return going;
  }

  private Going going(Path path, long bytes, Runnable removal) {
    GcReport.Item item = new GcReport.Item(
        GcReport.Kind.LEFTOVER,
        florDir.relativize(path).toString(),
        Optional.empty(),
        bytes,
        "left");
    return new Going(item, removal);
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}
