package dev.flor.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      Map<String, String> own = Map.of("GIT_INDEX_FILE", fromProject(index).toString());
      String files =
          must(git.run(own, "ls-files", "-z", "-v", "-c", "-o", "-m", "--exclude-standard"));
      Changes changes = Changes.of(project, files, note);
      update(own, changes.removed(), "--force-remove");
      update(own, changes.taken(), "--add", "--remove", "--replace");
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

  /** As git sees it, which runs in the project's folder. */
  private Path fromProject(Path path) {
    return path.startsWith(project) ? project.relativize(path) : path;
  }

  private void update(Map<String, String> own, byte[] names, String... how)
      throws IOException, InterruptedException {
    if (names.length > 0) {
      List<String> arguments = new ArrayList<>(List.of("update-index", "-z"));
      arguments.addAll(List.of(how));
      arguments.add("--stdin");
      must(git.feed(own, names, arguments.toArray(new String[0])));
    }
  }

  /**
   * The user's index knows which files have not changed: a copy spares git their contents. It is as old as the
   * original: files younger than their index are those that git looks into, whatever their time says.
   */
  private void copyIndex() throws IOException {
    Path users = Head.gitDirectory(project.resolve(".git")).resolve("index");
    if (Files.exists(users)) {
      Files.copy(
          users, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
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
    Optional<String> head = head();
    String message = "flor run " + runId;
    return must(
        head.isPresent()
            ? git.run(identity, "commit-tree", tree, "-p", head.get(), "-m", message)
            : git.run(identity, "commit-tree", tree, "-m", message));
  }

  /** Mostly two small files tell; git knows other ways to keep it. */
  private Optional<String> head() throws IOException, InterruptedException {
    Optional<String> read = Head.of(project);
    if (read.isPresent()) {
      return read;
    }
    Git.Answer told = git.run(Map.of(), "rev-parse", "-q", "--verify", "HEAD^{commit}");
    return told.ok() ? Optional.of(told.text) : Optional.empty();
  }

  private static String must(Git.Answer answer) throws IOException {
    if (!answer.ok()) {
      throw new IOException("git: " + answer.firstLine());
    }
    return answer.text;
  }
}
