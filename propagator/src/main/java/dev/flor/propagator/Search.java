package dev.flor.propagator;

import dev.flor.differ.Content;
import dev.flor.differ.Counterparts;
import dev.flor.differ.SoughtFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Where in an older version to look. A version that knows it itself is asked; of others all files are read. */
final class Search {
  private final SourceTree tree;
  private final CodeSearch known;

  Search(SourceTree tree, CodeSearch known) {
    this.tree = tree;
    this.known = known;
  }

  /** Paths of the files that a file of another version may be, best first. */
  List<String> counterparts(String path, String text) {
    SoughtFile sought = known.sought(path, text);
    return Counterparts.of(
        path, sought, tree.named(simpleName(path)), this::content, () -> alike(path, text));
  }

  private List<String> alike(String path, String text) {
    return tree instanceof SearchedTree searched
        ? searched.alike(path, text)
        : known.alike(path, text, new Read(tree));
  }

  /** Paths of the files that a piece of code may stand in, best first. */
  List<String> holding(String code) {
    return tree instanceof SearchedTree searched
        ? searched.holding(code)
        : known.holding(code, new Read(tree));
  }

  /** How alike a file of another version and one of this are, from 0 to 1. */
  double likeness(String path, String text, String other) {
    SoughtFile sought = known.sought(path, text);
    return sought.likeness(content(other).map(sought::likeness).orElse(0.0), other);
  }

  private Optional<Content> content(String path) {
    return tree.read(path).map(text -> known.content(Content.id(text), () -> text));
  }

  static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A tree of which nothing is known but its texts. */
  private record Read(SourceTree tree) implements CodeSearch.Files {
    @Override
    public SortedSet<String> paths() {
      return tree.files();
    }

    @Override
    public Optional<String> id(String path) {
      return tree.read(path).map(Content::id);
    }

    @Override
    public String text(String path) {
      return tree.read(path).orElseThrow();
    }
  }
}
