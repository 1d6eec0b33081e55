package dev.flor.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commit that is HEAD, read from the repository's files: no process is started for it. */
public final class Head {
  private static final String REF = "ref: ";
  private static final String GITDIR = "gitdir: ";

  private Head() {}

  /** The commit, or empty before the first one and where HEAD is kept in a way unknown here. */
  public static Optional<String> of(Path project) {
    try {
      Path gitDir = gitDirectory(project.resolve(".git"));
      String head = Files.readString(gitDir.resolve("HEAD")).trim();
      Optional<String> commit = head.startsWith(REF)
          ? reference(common(gitDir), head.substring(REF.length()))
          : Optional.of(head);
      return commit.filter(id -> id.matches("[0-9a-f]{40,64}"));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // HEAD is a remark in the journal; git itself is asked later
    }
  }

  /** The repository's folder, which a linked worktree or a submodule keeps elsewhere. */
  static Path gitDirectory(Path dotGit) throws IOException {
    if (Files.isDirectory(dotGit)) {
      return dotGit;
    }
    String link = Files.readString(dotGit).trim();
    return dotGit.resolveSibling(link.substring(GITDIR.length()));
  }

  /** Linked worktrees keep their branches in the main one's folder. */
  private static Path common(Path gitDir) throws IOException {
    Path file = gitDir.resolve("commondir");
    return Files.exists(file) ? gitDir.resolve(Files.readString(file).trim()) : gitDir;
  }

  private static Optional<String> reference(Path common, String name) throws IOException {
    Path loose = common.resolve(name);
    if (Files.exists(loose)) {
      return Optional.of(Files.readString(loose).trim());
    }
    Path packed = common.resolve("packed-refs");
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    return Files.readAllLines(packed).stream()
        .filter(line -> line.endsWith(" " + name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst();
  }
}
