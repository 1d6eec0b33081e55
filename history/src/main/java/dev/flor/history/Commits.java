package dev.flor.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Walks commits: one, those of a range, those of a symmetric difference. */
final class Commits {
  private static final Comparator<RevCommit> BY_TIME = Comparator.<RevCommit>comparingInt(
          RevCommit::getCommitTime)
      .thenComparing(commit -> commit.getId().name());

  private final Repository repository;

  Commits(Repository repository) {
    this.repository = repository;
  }

  /** Commits that {@code to} reaches. */
  List<Version> upTo(ObjectId to, boolean firstParent) throws IOException {
    if (firstParent) {
      return line(to, Set.of());
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(to));
      return ordered(walk);
    }
  }

  Version one(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return version(walk.parseCommit(id));
    }
  }

  /** Commits that {@code to} reaches and {@code from} does not. */
  List<Version> after(ObjectId from, ObjectId to, boolean firstParent) throws IOException {
    if (firstParent) {
      return line(to, reached(from));
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(to));
      walk.markUninteresting(walk.parseCommit(from));
      return ordered(walk);
    }
  }

  private Set<String> reached(ObjectId from) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(from));
      Set<String> reached = new HashSet<>();
      walk.forEach(commit -> reached.add(commit.name()));
      return reached;
    }
  }

  /** First parents, down to the first commit that is left out: the walk of JGit's that knows first parents only would go past it. */
  private List<Version> line(ObjectId to, Set<String> leftOut) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      List<Version> line = new ArrayList<>();
      RevCommit at = walk.parseCommit(to);
      while (at != null && !leftOut.contains(at.name())) {
        line.add(version(at));
        at = at.getParentCount() == 0 ? null : walk.parseCommit(at.getParent(0));
      }
      Collections.reverse(line);
      return line;
    }
  }

  /** Commits that one of the two reaches and the other does not. */
  List<Version> apart(ObjectId one, ObjectId other, boolean firstParent) throws IOException {
    if (firstParent) {
      List<Version> all = new ArrayList<>(after(other, one, true));
      all.addAll(after(one, other, true));
      return all;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      List<ObjectId> common = mergeBases(one, other);
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      for (ObjectId base : common) {
        walk.markUninteresting(walk.parseCommit(base));
      }
      return ordered(walk);
    }
  }

  private List<ObjectId> mergeBases(ObjectId one, ObjectId other) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      List<ObjectId> bases = new ArrayList<>();
      for (RevCommit base : walk) {
        bases.add(base.copy());
      }
      return bases;
    }
  }

  /**
   * Parents before children; among those that could come next, the older commit, then the smaller
   * id. JGit's own orders depend on what the walk met first.
   */
  private static List<Version> ordered(RevWalk walk) {
    Map<RevCommit, List<RevCommit>> children = new LinkedHashMap<>();
    walk.forEach(commit -> children.put(commit, new ArrayList<>()));
    Map<RevCommit, Integer> waitsFor = new LinkedHashMap<>();
    children.keySet().forEach(commit -> waitsFor.put(commit, enlist(commit, children)));
    PriorityQueue<RevCommit> ready = new PriorityQueue<>(BY_TIME);
    waitsFor.forEach((commit, parents) -> {
      if (parents == 0) {
        ready.add(commit);
      }
    });
    List<Version> versions = new ArrayList<>();
    while (!ready.isEmpty()) {
      RevCommit commit = ready.remove();
      versions.add(version(commit));
      for (RevCommit child : children.get(commit)) {
        if (waitsFor.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return versions;
  }

  /** Makes the commit known to its parents in the range; returns how many these are. */
  private static int enlist(RevCommit commit, Map<RevCommit, List<RevCommit>> children) {
    int parents = 0;
    for (RevCommit parent : commit.getParents()) {
      List<RevCommit> siblings = children.get(parent);
      if (siblings != null) {
        siblings.add(commit);
        parents++;
      }
    }
    return parents;
  }

  private static Version version(RevCommit commit) {
    List<String> parents = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      parents.add(parent.name());
    }
    PersonIdent named = commit.getAuthorIdent();
    PersonIdent author = named == null ? commit.getCommitterIdent() : named;
    return new Version(
        commit.name(),
        parents,
        author.getWhenAsInstant(),
        author.getName(),
        commit.getShortMessage());
  }
}
