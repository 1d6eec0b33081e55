package dev.flor.replay.gc;

import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.replay.project.FileSizes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The checkpoints of runs that need not keep them. Equal ones of several runs are one file, which goes only when none of the runs that
 * keep theirs has it. What no journal names goes, too.
 */
final class CheckpointSweep implements Sweep {
  /** A live run may have found a file there that its journal does not name yet. */
  private static final Duration UNTOLD = Duration.ofHours(1);

  private final CheckpointFiles files;
  private final Path florDir;
  private final GcRequest request;
  private final Instant now;
  private final Set<String> gone;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param gone runs whose journals go before
   */
  CheckpointSweep(Path florDir, GcRequest request, Instant now, Set<String> gone) {
    this.florDir = florDir;
    this.files = new CheckpointFiles(florDir);
    this.request = request;
    this.now = now;
    this.gone = gone;
  }

  /** A run as far as it is told here. */
  private record Run(String id, Instant used, boolean alive, SortedSet<String> digests) {}

  @Override
  public List<Going> going() {
    Map<String, CheckpointFiles.Blob> blobs =
        files.blobs(); // before the journals: what comes later stays
    List<Run> runs = runs();
    SortedSet<String> keep = new TreeSet<>(JournalSweep.named(florDir, request.keep()).stream()
        .map(RunDirectory::runId)
        .toList());
    if (runs.stream().anyMatch(Run::alive)) {
      blobs.values().removeIf(blob -> blob.written().isAfter(now.minus(UNTOLD)));
    }
    List<Retention.Candidate> candidates = new ArrayList<>();
    for (Run run : runs) {
      Map<String, Long> parts = new TreeMap<>();
      run.digests().stream()
          .filter(blobs::containsKey)
          .forEach(digest -> parts.put(digest, blobs.get(digest).bytes()));
      boolean stays = run.alive() || keep.contains(run.id());
      Retention.Candidate one = new Retention.Candidate(run.id(), run.used(), parts, stays);
      if (!parts.isEmpty()) {
        candidates.add(one);
      }
    }
    return going(blobs, candidates, request.checkpoints().going(candidates, now));
  }

  private List<Going> going(
      Map<String, CheckpointFiles.Blob> blobs,
      List<Retention.Candidate> candidates,
      Map<Retention.Candidate, String> condemned) {
    Set<String> named = new TreeSet<>();
    Set<String> kept = new TreeSet<>();
    for (Retention.Candidate one : candidates) {
      named.addAll(one.parts().keySet());
      if (!condemned.containsKey(one)) {
        kept.addAll(one.parts().keySet());
      }
    }
    List<Going> going = new ArrayList<>();
    condemned.forEach((one, because) -> {
      List<CheckpointFiles.Blob> its = new ArrayList<>();
      for (String digest : one.parts().keySet()) {
        if (kept.add(digest)) { // of two runs that go, the first takes it along
          its.add(blobs.get(digest));
        }
      }
      if (!its.isEmpty()) {
        going.add(going(one.name(), Optional.of(one.used()), its, because));
      }
    });
    if (notes.isEmpty()) {
      List<CheckpointFiles.Blob> unnamed =
          blobs.values().stream().filter(blob -> !named.contains(blob.digest())).toList();
      if (!unnamed.isEmpty()) {
        going.add(going("of no run", Optional.empty(), unnamed, "unreferenced"));
      }
    }
    return going;
  }

  private Going going(
      String name, Optional<Instant> used, List<CheckpointFiles.Blob> its, String because) {
    long bytes = its.stream().mapToLong(CheckpointFiles.Blob::bytes).sum();
    GcReport.Item item = new GcReport.Item(GcReport.Kind.CHECKPOINTS, name, used, bytes, because);
    return new Going(item, () -> its.forEach(files::remove));
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (RunDirectory directory : RunDirectory.all(florDir)) {
      if (!gone.contains(directory.runId())) {
        boolean alive =
            directory.alive(); // asked before reading: what a dead process wrote is all there
        runs.add(new Run(
            directory.runId(), FileSizes.modified(directory.journal()), alive, digests(directory)));
      }
    }
    return runs;
  }

  private SortedSet<String> digests(RunDirectory directory) {
    SortedSet<String> digests = new TreeSet<>();
    JournalReader.Result result = JournalReader.read(directory.journal(), 0, new JournalVisitor() {
      @Override
      public void checkpoint(CheckpointInfo info) {
        digests.add(info.digest());
      }
    });
    if (result.torn() && !directory.alive()) {
      notes.add("the journal of run " + directory.runId() + " cannot be read to its end ("
          + result.message() + "): checkpoints that no other journal names stay");
    }
    return digests;
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
