package dev.flor.history;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * One way, commit by commit, from a version to each of those before it, and to those on other branches; always the same one. Of several
 * ways to a version it is the one along the first parents, as far as these lead there. For several threads.
 */
public final class Ways {
  private final GitReader reader;
  private final FolderCache folders;
  private final ObjectId start;
  private final Map<ObjectId, Link> links = new HashMap<>();

  /** The next commit on the way back to the start, and what it is preferred by. */
  private record Link(ObjectId nearer, int rank) {}

  private Ways(GitReader reader, FolderCache folders, ObjectId start) {
    this.reader = reader;
    this.folders = folders;
    this.start = start;
  }

  static Ways from(GitReader reader, FolderCache folders, Version version) {
    Ways ways = new Ways(reader, folders, ObjectId.fromString(version.id()));
    reader.read("the history of " + version.abbreviated(), ways::walked);
    return ways;
  }

  private Ways walked() throws IOException {
    try (RevWalk walk = new RevWalk(reader.repository())) {
      Set<ObjectId> line = new HashSet<>();
      RevCommit at = walk.parseCommit(start);
      while (at != null) {
        line.add(at.copy());
        at = at.getParentCount() == 0 ? null : walk.parseCommit(at.getParent(0));
      }
      walk.reset();
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(start));
      for (RevCommit commit : walk) {
        for (int i = 0; i < commit.getParentCount(); i++) {
          int rank = (line.contains(commit) ? 0 : 2) + (i == 0 ? 0 : 1);
          links.merge(commit.getParent(i).copy(), new Link(commit.copy(), rank), Ways::better);
        }
      }
      return this;
    }
  }

  private static Link better(Link one, Link other) {
    int ranks = Integer.compare(one.rank(), other.rank());
    return ranks < 0 || (ranks == 0 && one.nearer().compareTo(other.nearer()) < 0) ? one : other;
  }

  /** The next commit on the way from a commit to the start; of one that the start does not come from, its first parent. */
  Optional<ObjectId> nearer(ObjectId commit) throws IOException {
    if (commit.equals(start)) {
      return Optional.empty();
    }
    Link link = links.get(commit);
    if (link != null) {
      return Optional.of(link.nearer());
    }
    try (RevWalk walk = new RevWalk(reader.repository())) {
      RevCommit parsed = walk.parseCommit(commit);
      return parsed.getParentCount() == 0
          ? Optional.empty()
          : Optional.of(parsed.getParent(0).copy());
    }
  }

  /** What a file of a version on the ways was called beyond that version, and where it changed. */
  public Lineage lineage(Version from, String path) {
    return new Lineage(reader, folders, this, from, path);
  }
}
