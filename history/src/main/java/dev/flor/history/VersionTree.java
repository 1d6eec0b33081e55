package dev.flor.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/** The files of one version; bytes are read when they are asked for. Submodules are left out. */
public interface VersionTree {
  /** Paths of all files and symbolic links, separated by '/'. */
  SortedSet<String> files();

  /**
   * The bytes of a file as the version holds them; for a symbolic link, its target.
   *
   * @param path one of {@link #files()}
   */
  byte[] read(String path);

  /** The id git gives these bytes: equal ids, equal contents. */
  String contentId(String path);

  /** The same, or nothing where there is no such file. */
  Optional<String> id(String path);

  /** Equal ids, equal {@link #files()}. */
  String filesId();

  /** Equal ids, equal files of equal contents; nothing where that would have to be read from all of them first. */
  Optional<String> wholeId();

  /**
   * The paths at which this tree and another one have different {@link #id}s; nothing where that would take reading all files, or where
   * the other one is of another repository.
   */
  Optional<SortedSet<String>> differing(VersionTree other);

  /** Writes all files below {@code dir} as a checkout would; {@code dir} is made if it is missing. */
  void materialise(Path dir);
}
