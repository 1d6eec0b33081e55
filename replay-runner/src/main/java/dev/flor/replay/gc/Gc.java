package dev.flor.replay.gc;

import dev.flor.replay.project.UseLock;
import dev.flor.store.FlorStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes away what can be made again, and what is no longer wanted: checkpoints, builds, kept results, logs of replays, what killed processes left, and, only where a run
 * is named, its journal. What a live run or a replay under way uses stays. However it is interrupted, what is left is sound: a thing goes
 * in one step from where it is looked for, or is missed by a replay that then takes a longer way.
 */
public final class Gc {
  private final Path florDir;
  private final Instant now;
  private final Consumer<String> notice;

  /**
   * @param florDir the project's {@code .flor} folder
   * @param now what ages are counted from
   * @param notice hears one line when another flor process has to be waited for
   */
  public Gc(Path florDir, Instant now, Consumer<String> notice) {
    this.florDir = florDir;
    this.now = now;
    this.notice = notice;
  }

  /** Finds what goes and, unless it is a dry run, takes it away. */
  public GcReport run(GcRequest request) {
    List<GcReport.Item> items = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<UseLock> lock = UseLock.sweep(florDir);
    if (lock.isPresent()) {
      try {
        swept(request, items, notes);
      } finally {
        lock.get().close();
      }
    } else {
      notes.add("another flor command builds or replays: nothing that it may use goes");
    }
    return new GcReport(items, notes, lock.isEmpty());
  }

  private void swept(GcRequest request, List<GcReport.Item> items, List<String> notes) {
    JournalSweep journals = new JournalSweep(florDir, request.journals());
    CheckpointSweep checkpoints = new CheckpointSweep(florDir, request, now, journals.runs());
    if (!journals.runs().isEmpty() && !request.dryRun()) {
      // Without the database while journals go: killed in between, there is no row of a run that is
      // gone.
      FlorStore.rebuild(florDir, notice, () -> add(journals, request.dryRun(), items, notes));
    } else {
      add(journals, request.dryRun(), items, notes);
    }
    add(checkpoints, request.dryRun(), items, notes);
    add(new BuildSweep(florDir, request.builds(), now), request.dryRun(), items, notes);
    add(new ResultSweep(florDir, request.builds(), now), request.dryRun(), items, notes);
    add(new LeftoverSweep(florDir, now), request.dryRun(), items, notes);
  }

  private static void add(
      Sweep sweep, boolean dryRun, List<GcReport.Item> items, List<String> notes) {
    for (Sweep.Going going : sweep.going()) {
      if (!dryRun) {
        going.removal().run();
      }
      items.add(going.item());
    }
    notes.addAll(sweep.notes());
  }
}
