package dev.flor.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes flor's refs, and takes the last write back. No reflog is written, and no ref but flor's. */
final class Refs {
  private static final String HINT =
      "see whether another program is writing there; if none is, and the file"
          + " is there that git names, it is left from one that was killed";

  private final GitReader reader;
  private final Repository repository;
  private final RefJournal journal;

  Refs(GitReader reader, Path folder) {
    this.reader = reader;
    this.repository = reader.repository();
    this.journal = new RefJournal(folder);
  }

  /** What would change. */
  List<RefChange> changes(SortedMap<String, Optional<String>> wanted) {
    List<RefChange> changes = new ArrayList<>();
    wanted.forEach((name, id) -> {
      RefChange change = new RefChange(name, now(name), id);
      if (change.isOne()) {
        changes.add(change);
      }
    });
    return changes;
  }

  private Optional<String> now(String name) {
    Ref ref = reader.read("ref " + name, () -> repository.exactRef(name));
    return ref == null || ref.getObjectId() == null
        ? Optional.empty()
        : Optional.of(ref.getObjectId().name());
  }

  /** Writes them; what was before can be got back until the next write. */
  List<RefChange> write(SortedMap<String, Optional<String>> wanted) {
    try (FileChannel lock = journal.lock()) {
      Map<String, Optional<String>> before = new LinkedHashMap<>();
      for (RefChange change : unlocked(journal.pending())) {
        before.put(change.name(), change.before());
      }
      SortedMap<String, Optional<String>> all = new TreeMap<>(wanted);
      before.keySet().forEach(name -> all.putIfAbsent(name, now(name)));
      List<RefChange> noted = new ArrayList<>();
      all.forEach((name, id) -> {
        RefChange change = new RefChange(name, before.getOrDefault(name, now(name)), id);
        if (change.isOne()) {
          noted.add(change);
        }
      });
      List<RefChange> changes = changes(all);
      if (!changes.isEmpty() || !before.isEmpty()) {
        journal.begin(noted);
        for (RefChange change : changes) {
          write(change);
        }
        journal.end();
      }
      assert lock.isOpen();
      return changes;
    } catch (IOException e) {
      throw new RefWriteException("cannot write the refs of flor: " + e.getMessage(), HINT, e);
    }
  }

  /** Makes the refs what they were before the last write, but for those that were changed since. */
  List<RefChange> undo() {
    try (FileChannel lock = journal.lock()) {
      List<RefChange> done = unlocked(journal.pending());
      if (done.isEmpty()) {
        done = journal.last();
      }
      List<RefChange> undone = new ArrayList<>();
      for (RefChange change : done) {
        if (now(change.name()).equals(change.after())) {
          RefChange back = new RefChange(change.name(), change.after(), change.before());
          write(back);
          undone.add(back);
        }
      }
      journal.forget();
      assert lock.isOpen();
      return undone;
    } catch (IOException e) {
      throw new RefWriteException("cannot write the refs of flor: " + e.getMessage(), HINT, e);
    }
  }

  /** Who wrote these is dead: the lock of the journal is ours. */
  private List<RefChange> unlocked(List<RefChange> pending) throws IOException {
    for (RefChange change : pending) {
      Files.deleteIfExists(
          repository.getCommonDirectory().toPath().resolve(change.name() + ".lock"));
    }
    return pending;
  }

  private void write(RefChange change) throws IOException {
    RefUpdate update = repository.updateRef(change.name());
    update.disableRefLog();
    update.setForceUpdate(true);
    update.setExpectedOldObjectId(
        change.before().map(ObjectId::fromString).orElse(ObjectId.zeroId()));
    RefUpdate.Result result;
    try (RevWalk walk = new RevWalk(repository)) {
      if (change.after().isPresent()) {
        update.setNewObjectId(ObjectId.fromString(change.after().get()));
        result = update.update(walk);
      } else {
        result = update.delete(walk);
      }
    }
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      default -> throw new RefWriteException("cannot write " + change.name() + ": " + result, HINT);
    }
  }
}
