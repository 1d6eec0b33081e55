package dev.flor.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commit that is HEAD, read from the repository's files: no process is started for it. */
public final class Head {
  private static final String REF = "ref: ";
  private static final String GITDIR = "gitdir: ";

  /** Of SHA-1, and of SHA-256. */
  private static final int SHORTEST = 40;

  private static final int LONGEST = 64;

  private Head() {}

  /** The commit, or empty before the first one and where HEAD is kept in a way unknown here. */
  public static Optional<String> of(Path project) {
    try {
      Path gitDir = gitDirectory(project.resolve(".git"));
      String head = Files.readString(gitDir.resolve("HEAD")).trim();
      String commit =
          head.startsWith(REF) ? reference(common(gitDir), head.substring(REF.length())) : head;
      return isCommit(commit) ? Optional.of(commit) : Optional.empty();
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

  private static String reference(Path common, String name) throws IOException {
    Path loose = common.resolve(name);
    if (Files.exists(loose)) {
      return Files.readString(loose).trim();
    }
    Path packed = common.resolve("packed-refs");
    if (Files.exists(packed)) {
      for (String line : Files.readAllLines(packed)) {
        if (line.endsWith(" " + name)) {
          return line.substring(0, line.indexOf(' '));
        }
      }
    }
    return "";
  }

  private static boolean isCommit(String text) {
    boolean hex = text.length() >= SHORTEST && text.length() <= LONGEST;
    for (int i = 0; hex && i < text.length(); i++) {
      char digit = text.charAt(i);
      hex = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }
    return hex;
  }
}
