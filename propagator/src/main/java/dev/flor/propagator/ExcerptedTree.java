package dev.flor.propagator;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A version in which one file is as an excerpt of it says. */
class ExcerptedTree implements SourceTree {
  private final SourceTree tree;
  private final String path;
  private final String excerpt;

  private ExcerptedTree(SourceTree tree, String path, String excerpt) {
    this.tree = tree;
    this.path = path;
    this.excerpt = excerpt;
  }

  static SourceTree of(SourceTree tree, String path, String excerpt) {
    return tree instanceof SearchedTree searched
        ? new Searched(searched, path, excerpt)
        : new ExcerptedTree(tree, path, excerpt);
  }

  @Override
  public SortedSet<String> files() {
    return tree.files();
  }

  @Override
  public Optional<String> read(String file) {
    return file.equals(path) ? Optional.of(excerpt) : tree.read(file);
  }

  @Override
  public boolean has(String file) {
    return file.equals(path) || tree.has(file);
  }

  @Override
  public List<String> named(String name) {
    return tree.named(name);
  }

  /** One that is searched as the version itself is. */
  private static final class Searched extends ExcerptedTree implements SearchedTree {
    private final SearchedTree tree;

    Searched(SearchedTree tree, String path, String excerpt) {
      super(tree, path, excerpt);
      this.tree = tree;
    }

    @Override
    public List<String> alike(String file, String text) {
      return tree.alike(file, text);
    }

    @Override
    public List<String> holding(String code) {
      return tree.holding(code);
    }

    @Override
    public Optional<String> excerpt(String file, SortedSet<String> phrases) {
      return tree.excerpt(file, phrases);
    }
  }
}
