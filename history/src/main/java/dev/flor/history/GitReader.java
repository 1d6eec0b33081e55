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
    return read(what, () -> "", reading);
  }

  /**
   * The same.
   *
   * @param others what else is not there, to be told of a partial clone; asked for only if something is missing
   */
  <T> T read(String what, Reading<String> others, Reading<T> reading) {
    try {
      return reading.read();
    } catch (MissingObjectException e) {
      throw missing(what, others, e);
    } catch (IOException | UncheckedIOException e) {
      throw new RepositoryReadException(
          "reading " + what + " from " + repository.getDirectory() + " failed: " + e.getMessage(),
          "`git fsck` tells what is damaged",
          e);
    }
  }

  private RepositoryReadException missing(
      String what, Reading<String> others, MissingObjectException e) {
    String message = "reading " + what + " failed: object " + e.getObjectId().name() + " is not in "
        + repository.getDirectory();
    if (Repositories.isPartialClone(repository)) {
      return new RepositoryReadException(
          message + " (a partial clone" + told(others) + ")",
          "bring it with `" + fetchOfAll() + "`",
          e);
    }
    return new RepositoryReadException(message, "`git fsck` tells what is damaged", e);
  }

  /** What cannot be told is not: it is the first failure that matters. */
  private static String told(Reading<String> others) {
    try {
      return others.read();
    } catch (IOException | RepositoryReadException unknown) {
      return "";
    }
  }

  private String fetchOfAll() {
    String remote = repository.getConfig().getSubsections("remote").stream()
        .filter(name -> repository.getConfig().getBoolean("remote", name, "promisor", false))
        .findFirst()
        .orElse("origin");
    return "git fetch --refetch --no-filter " + remote;
  }
}
