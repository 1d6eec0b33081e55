package dev.flor.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/** What a file of a version was called beyond that version, and where it changed, commit by commit. For several threads. */
public final class Lineage {
  private final GitReader reader;
  private final FolderCache folders;
  private final Commits commits;
  private final Ways ways;
  private final Renames renames;
  private final ObjectId from;
  private final Map<ObjectId, Standing> known = new HashMap<>();

  /**
   * A version in which the file has another content, or another path, than in the one before it on the way.
   *
   * @param path empty where it is not there, and nothing is what it was renamed from or to
   */
  public record Stage(Version version, Optional<String> path) {}

  /**
   * The file in one commit.
   *
   * @param last the stage that it is at; null at the beginning
   * @param before the standing at the stage before that; null where there is none
   */
  private record Standing(
      ObjectId tree, Optional<String> path, ObjectId blob, Stage last, Standing before) {}

  Lineage(GitReader reader, FolderCache folders, Ways ways, Version from, String path) {
    this.reader = reader;
    this.folders = folders;
    this.commits = new Commits(reader.repository());
    this.ways = ways;
    this.renames = new Renames(reader.repository());
    this.from = ObjectId.fromString(from.id());
    reader.read("the tree of " + from.abbreviated(), () -> {
      ObjectId tree = tree(this.from);
      ObjectId blob = folders.blob(tree, path);
      return known.put(this.from, new Standing(tree, Optional.of(path), blob, null, null));
    });
  }

  /** The stages between the beginning and a version, both left out but for that the version itself may be one; none if no way leads there. */
  public synchronized List<Stage> stages(Version to) {
    return reader.read("the way to " + to.abbreviated(), () -> {
      List<Stage> stages = new ArrayList<>();
      Standing at = standing(ObjectId.fromString(to.id()));
      while (at != null && at.last() != null) {
        stages.add(at.last());
        at = at.before();
      }
      Collections.reverse(stages);
      return List.copyOf(stages);
    });
  }

  private Standing standing(ObjectId to) throws IOException {
    Deque<ObjectId> way = new ArrayDeque<>();
    ObjectId at = to;
    while (!known.containsKey(at)) {
      way.push(at);
      Optional<ObjectId> nearer = ways.nearer(at);
      if (nearer.isEmpty()) {
        return null;
      }
      at = nearer.get();
    }
    Standing standing = known.get(at);
    for (ObjectId commit : way) {
      standing = next(standing, commit);
      known.put(commit, standing);
    }
    return standing;
  }

  private Standing next(Standing standing, ObjectId commit) throws IOException {
    ObjectId tree = tree(commit);
    if (standing.path().isEmpty() || tree.equals(standing.tree())) {
      return new Standing(
          tree, standing.path(), standing.blob(), standing.last(), standing.before());
    }
    Optional<String> path = standing.path();
    ObjectId blob = folders.blob(tree, path.get());
    if (blob == null && standing.blob() != null) {
      path = renames.of(path.get(), standing.tree(), tree);
      blob = path.isEmpty() ? null : folders.blob(tree, path.get());
    }
    boolean same = blob == null
        ? standing.blob() == null
        : blob.equals(standing.blob()) && path.equals(standing.path());
    return same
        ? new Standing(tree, path, blob, standing.last(), standing.before())
        : new Standing(tree, path, blob, new Stage(commits.one(commit), path), standing);
  }

  private ObjectId tree(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(reader.repository())) {
      return walk.parseCommit(commit).getTree().copy();
    }
  }
}
