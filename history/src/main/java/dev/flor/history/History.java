package dev.flor.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The versions of one git repository, read only. The only door into this package. */
public final class History implements AutoCloseable {
  private History() {}

  /** Opens the repository that holds {@code inside}, looking upwards. */
  public static History open(Path inside) {
    return unwritten();
  }

  /** The top of the working tree; of a bare repository, its folder. */
  public Path root() {
    return unwritten();
  }

  /** The commit a revision names: a branch, a tag, an id or its beginning, {@code main~3}. */
  public Version resolve(String revision) {
    return unwritten();
  }

  /** The commits of {@code A..B} or {@code A...B}, oldest first; of a single revision, that one. */
  public List<Version> range(String spec) {
    return unwritten();
  }

  /** The files of a version. */
  public VersionTree tree(Version version) {
    return unwritten();
  }

  /** The files as they are on disk now: tracked ones and untracked ones that are not ignored. */
  public VersionTree workingTree() {
    return unwritten();
  }

  /** The snapshot commit of each recorded run that has one, by run id. */
  public SortedMap<String, Version> runSnapshots() {
    return unwritten();
  }

  /** The commit HEAD is at; empty before the first commit. */
  public Optional<Version> head() {
    return unwritten();
  }

  @Override
  public void close() {}

  @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
  private static <T> T unwritten() {
    throw new IllegalStateException("being written");
  }
}
