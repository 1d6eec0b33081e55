package dev.flor.replay.project;

import dev.flor.history.VersionTree;
import dev.flor.propagator.SourceTree;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The Java files of a version as text. */
public final class VersionSources implements SourceTree {
  private final VersionTree tree;
  private final SortedSet<String> files;
  private final Encodings encodings;

  public VersionSources(VersionTree tree) {
    this.tree = tree;
    TreeSet<String> java = new TreeSet<>();
    tree.files().stream().filter(path -> path.endsWith(".java")).forEach(java::add);
    this.files = Collections.unmodifiableSortedSet(java);
    this.encodings = Encodings.of(tree);
  }

  @Override
  public SortedSet<String> files() {
    return files;
  }

  @Override
  public Optional<String> read(String path) {
    if (!files.contains(path)) {
      return Optional.empty();
    }
    return Optional.of(encodings.text(path, tree.read(path)));
  }

  /** {@code text}, in the encoding that the file at {@code path} has. */
  byte[] encode(String path, String text) {
    return encodings.encoded(path, text, tree.read(path));
  }
}
