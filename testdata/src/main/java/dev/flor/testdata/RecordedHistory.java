package dev.flor.testdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project's history, commit by commit, and one edit that its author would make to the latest version. */
public final class RecordedHistory {
  private final List<RecordedCommit> commits;
  private final Overlay probe;

  private RecordedHistory(List<RecordedCommit> commits, Overlay probe) {
    this.commits = List.copyOf(commits);
    this.probe = probe;
  }

  /** A neural network that learns to read handwritten digits, over five weeks. */
  public static RecordedHistory digits() {
    return named("digits");
  }

  private static RecordedHistory named(String name) {
    Resources resources = Resources.ofHistory(name);
    List<RecordedCommit> commits = new ArrayList<>();
    for (String slug : resources.folders("commits/")) {
      Resources folder = resources.under("commits/" + slug + "/");
      CommitFile header = CommitFile.parse(slug, folder.text(CommitFile.NAME));
      commits.add(new RecordedCommit(
          slug, header, new Overlay(folder.without(CommitFile.NAME), header.deleted())));
    }
    return new RecordedHistory(commits, new Overlay(resources.under("probe/"), List.of()));
  }

  /** The commits, oldest first; each builds on the one before it. */
  public List<RecordedCommit> commits() {
    return commits;
  }

  /** The edit to the working tree of the last commit that asks for a value which was never logged. */
  public Overlay probe() {
    return probe;
  }

  /** Makes {@code repo} an empty git repository with the branch {@code main}, ready for the first commit. */
  public void initialise(Path repo) {
    Git.initialise(repo);
  }

  /** Builds the whole history in {@code repo} and returns the commit ids, oldest first. */
  public List<String> buildIn(Path repo) {
    initialise(repo);
    List<String> ids = new ArrayList<>();
    for (RecordedCommit commit : commits) {
      ids.add(commit.commitIn(repo));
    }
    return ids;
  }
}
