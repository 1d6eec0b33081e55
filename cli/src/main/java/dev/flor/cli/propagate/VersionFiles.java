package dev.flor.cli.propagate;

import dev.flor.cli.io.Outputs;
import dev.flor.history.History;
import dev.flor.history.VersionTree;
import dev.flor.replay.project.EncodingFinder;
import dev.flor.replay.project.Encodings;
import dev.flor.replay.propagation.VersionPropagation;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changes, as files: rewritten sources below a folder for each version, and one patch for each version. */
final class VersionFiles {
  private VersionFiles() {}

  /** The new bytes of the files that change. */
  static SortedMap<String, byte[]> rewritten(
      VersionPropagation each, VersionTree tree, EncodingFinder finder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    SortedMap<String, String> texts = each.propagation().texts();
    if (!texts.isEmpty()) {
      Encodings encodings = finder.of(tree);
      texts.forEach(
          (path, text) -> files.put(path, encodings.encoded(path, text, tree.read(path))));
    }
    return files;
  }

  /** Writes {@code DIR/VERSION/PATH} for each file that changes. */
  static VersionSink sources(History history, Path dir) {
    EncodingFinder finder = new EncodingFinder();
    return each -> rewritten(each, history.tree(each.version()), finder)
        .forEach(
            (path, bytes) -> Outputs.write(dir.resolve(each.version().id()).resolve(path), bytes));
  }

  /** Writes {@code DIR/VERSION.patch} for each version in which something changes. */
  static VersionSink patches(History history, Path dir) {
    EncodingFinder finder = new EncodingFinder();
    return each -> {
      if (!each.propagation().patches().isEmpty()) {
        VersionTree tree = history.tree(each.version());
        Outputs.write(
            dir.resolve(each.version().id() + ".patch"),
            UnifiedPatch.of(each.propagation(), tree, finder.of(tree)));
      }
    };
  }
}
