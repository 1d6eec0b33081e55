package dev.flor.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;

/** Runs a piece of reading and says what went wrong in the user's words. */
final class GitReader {
  /** A piece of reading. */
  interface Reading<T> {
    T read() throws IOException;
  }

  private final Repository repository;

  GitReader(Repository repository) {
    this.repository = repository;
  }

  Repository repository() {
    return repository;
  }

  /** @param what what is read, to stand after "reading" in a message */
  <T> T read(String what, Reading<T> reading) {
    try {
      return reading.read();
    } catch (MissingObjectException e) {
      throw missing(what, e);
    } catch (IOException | UncheckedIOException e) {
      throw new RepositoryReadException(
          "reading " + what + " from " + repository.getDirectory() + " failed: " + e.getMessage(),
          "`git fsck` tells what is damaged",
          e);
    }
  }

  private RepositoryReadException missing(String what, MissingObjectException e) {
    String message = "reading " + what + " failed: object " + e.getObjectId().name() + " is not in "
        + repository.getDirectory();
    if (Repositories.isPartialClone(repository)) {
      return new RepositoryReadException(
          message + " (a partial clone)", "bring it with `" + fetchOfAll() + "`", e);
    }
    return new RepositoryReadException(message, "`git fsck` tells what is damaged", e);
  }

  private String fetchOfAll() {
    String remote = repository.getConfig().getSubsections("remote").stream()
        .filter(name -> repository.getConfig().getBoolean("remote", name, "promisor", false))
        .findFirst()
        .orElse("origin");
    return "git fetch --refetch --no-filter " + remote;
  }
}
