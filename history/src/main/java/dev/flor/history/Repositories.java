package dev.flor.history;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Finds and opens a repository, and refuses those that JGit would misread. */
final class Repositories {
  private static final Set<String> KNOWN_EXTENSIONS = Set.of(
      "noop",
      "preciousobjects",
      "partialclone",
      "worktreeconfig",
      "refstorage",
      "objectformat",
      "relativeworktrees");

  private Repositories() {}

  static Repository open(Path inside) {
    GitSettings.install();
    Path from = inside.toAbsolutePath().normalize();
    try {
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder().setMustExist(true).findGitDir(from.toFile());
      File gitDir = builder.getGitDir();
      if (gitDir == null) {
        throw new NotARepositoryException(
            "not a git repository (nor any folder above): " + from,
            "go to your project, or make one with `git init` and a first commit");
      }
      return checked(builder.build(), gitDir.toPath());
    } catch (IOException e) {
      throw new RepositoryReadException(
          "the git repository of " + from + " cannot be opened: " + e.getMessage(),
          "see what `git status` says there",
          e);
    }
  }

  private static Repository checked(Repository repository, Path gitDir) {
    Config config = repository.getConfig();
    String format = config.getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      repository.close();
      throw new UnsupportedRepositoryException(
          "the repository at " + gitDir + " names its objects by " + format,
          "flor reads sha1 repositories only; `git init --object-format=sha1` and `git fast-export |"
              + " git fast-import` make one");
    }
    for (String extension : config.getNames("extensions")) {
      if (!KNOWN_EXTENSIONS.contains(extension.toLowerCase(java.util.Locale.ROOT))) {
        repository.close();
        throw new UnsupportedRepositoryException(
            "the repository at " + gitDir + " uses the extension " + extension,
            "flor does not know it and would misread the repository");
      }
    }
    return repository;
  }

  /** Whether objects may be missing here because a filter kept them at the remote. */
  static boolean isPartialClone(Repository repository) {
    Config config = repository.getConfig();
    return config.getString("extensions", null, "partialclone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
  }
}
