package dev.flor.propagator;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A tree that is asked where code may be, so that its files need not be read for that. */
public interface SearchedTree extends SourceTree {

  /**
   * Files of other names than that of a file, and of similar content, best first.
   *
   * @param path of the file in another version
   * @param text of that file
   * @return at most ten paths
   */
  List<String> alike(String path, String text);

  /** Files that a piece of code may have stood in, best first: those that hold its phrases and its rare words. At most ten paths. */
  List<String> holding(String code);

  /** So much of a file, if there is one, as tells whether a piece of code may have stood in it: see {@link Excerpt#of}. */
  Optional<String> excerpt(String path, SortedSet<String> phrases);
}
