package dev.flor.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the snapshot of a project's files and keeps it at {@code refs/flor/runs/<run-id>}. */
public final class SourceSnapshot {
  private static final String REFS = "refs/flor/runs/";

  private final Git git;
  private final Path project;
  private final Path errors;
  private final Path index;
  private final Consumer<String> note;

  /**
   * Prepares a snapshot.
   *
   * @param scratch a folder for the index of its own
   * @param note is told what the snapshot lacks
   */
  public SourceSnapshot(Path project, Path scratch, Consumer<String> note) {
    this.errors = scratch.resolve("snapshot.err");
    this.git = new Git(project, errors);
    this.project = project;
    this.index = scratch.resolve("snapshot.index");
    this.note = note;
  }

  /**
   * Takes it and gives the commit's id.
   *
   * @throws IOException when git is not there, or refuses
   */
  public String take(String runId, long epochSecond) throws IOException, InterruptedException {
    try {
      copyIndex();
      Map<String, String> own = Map.of("GIT_INDEX_FILE", index.toString());
      Git.Answer added = git.run(own, "add", "-A", "--ignore-errors", ".");
      if (!added.ok()) {
        note.accept("the source snapshot may lack files: " + added.firstLine());
      }
      String tree = must(git.run(own, "write-tree"));
      String commit = commit(tree, runId, epochSecond);
      keep(commit, runId);
      return commit;
    } finally {
      Files.deleteIfExists(index);
      Files.deleteIfExists(errors);
      Files.deleteIfExists(index.resolveSibling(index.getFileName() + ".lock"));
    }
  }

  /** Keeps a commit that an earlier run of this process took for a later run too. */
  public void keep(String commit, String runId) throws IOException, InterruptedException {
    try {
      must(git.run(Map.of(), "update-ref", REFS + runId, commit));
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  /** Cuts a snapshot short. */
  public void stop() {
    git.stop();
  }

  /** The user's index knows which files have not changed: a copy spares git their contents. */
  private void copyIndex() throws IOException, InterruptedException {
    Path users = project.resolve(must(git.run(Map.of(), "rev-parse", "--git-path", "index")));
    if (Files.exists(users)) {
      Files.copy(users, index, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String commit(String tree, String runId, long epochSecond)
      throws IOException, InterruptedException {
    Map<String, String> identity = new LinkedHashMap<>();
    for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
      identity.put("GIT_" + who + "_NAME", "flor");
      identity.put("GIT_" + who + "_EMAIL", "flor@localhost");
      identity.put("GIT_" + who + "_DATE", "@" + epochSecond + " +0000");
    }
    Git.Answer head = git.run(Map.of(), "rev-parse", "-q", "--verify", "HEAD^{commit}");
    String message = "flor run " + runId;
    return must(
        head.ok()
            ? git.run(identity, "commit-tree", tree, "-p", head.text, "-m", message)
            : git.run(identity, "commit-tree", tree, "-m", message));
  }

  private static String must(Git.Answer answer) throws IOException {
    if (!answer.ok()) {
      throw new IOException("git: " + answer.firstLine());
    }
    return answer.text;
  }
}
