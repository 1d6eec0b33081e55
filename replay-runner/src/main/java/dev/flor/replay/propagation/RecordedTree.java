package dev.flor.replay.propagation;

import dev.flor.propagator.SearchedTree;
import dev.flor.replay.check.Surroundings;
import dev.flor.replay.propagation.Question.Kind;
import dev.flor.replay.propagation.Question.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** A version that notes in a trace what it is asked. Whoever reads many of its files is taken to read all. For one thread. */
final class RecordedTree implements SearchedTree, Surroundings {
  private static final int MANY = 60;

  private final Side side;
  private final KnownTree tree;
  private final Trace trace;
  private boolean listed;
  private boolean wholly;
  private final Set<String> read = new HashSet<>();

  RecordedTree(Side side, KnownTree tree, Trace trace) {
    this.side = side;
    this.tree = tree;
    this.trace = trace;
  }

  private void asked(Question question) {
    if (!wholly) {
      trace.add(question, tree);
    }
  }

  private void asked(Kind kind, String argument) {
    asked(Question.of(side, kind, argument));
  }

  private void asked(Kind kind, SortedSet<String> names) {
    asked(Question.of(side, kind, Names.of(names)));
  }

  @Override
  public SortedSet<String> files() {
    listed = true;
    asked(Kind.FILES, "");
    return tree.files();
  }

  @Override
  public boolean has(String path) {
    asked(Kind.HAS, path);
    return tree.has(path);
  }

  @Override
  public List<String> named(String name) {
    asked(Kind.NAMED, name);
    return tree.named(name);
  }

  @Override
  public Optional<String> read(String path) {
    read.add(path);
    if (listed && read.size() > MANY && !wholly) {
      asked(Kind.CONTENTS, "");
      wholly = true;
    }
    asked(Kind.READ, path);
    return tree.read(path);
  }

  @Override
  public List<String> alike(String path, String text) {
    asked(new Question(side, Kind.ALIKE, path, Names.of(text), Names.NONE));
    return tree.alike(path, text);
  }

  @Override
  public List<String> holding(String code) {
    asked(Question.of(side, Kind.HOLDING, Names.of(code)));
    return tree.holding(code);
  }

  @Override
  public Optional<String> excerpt(String path, SortedSet<String> phrases) {
    asked(new Question(side, Kind.EXCERPT, path, Names.of(phrases), Names.NONE));
    return tree.excerpt(path, phrases);
  }

  @Override
  public SortedMap<String, List<String>> named(SortedSet<String> types) {
    asked(Kind.TYPES, types);
    return tree.named(types);
  }

  @Override
  public SortedSet<String> supertypes(SortedSet<String> files) {
    asked(Kind.SUPERTYPES, files);
    return tree.supertypes(files);
  }

  @Override
  public SortedMap<String, String> heads(SortedSet<String> files, SortedSet<String> names) {
    askedOfHeads(files, names);
    return tree.heads(files, names);
  }

  @Override
  public String headsId(SortedSet<String> files, SortedSet<String> names) {
    askedOfHeads(files, names);
    return tree.headsId(files, names);
  }

  private void askedOfHeads(SortedSet<String> files, SortedSet<String> names) {
    asked(new Question(side, Kind.REDUCED_HEADS, "", Names.of(files), Names.of(names)));
  }

  @Override
  public SortedSet<String> imported(SortedSet<String> packages) {
    asked(Kind.IMPORTED, packages);
    return tree.imported(packages);
  }

  @Override
  public boolean declaresAside(String folder, String type) {
    asked(Kind.ASIDE, folder + "\n" + type);
    return tree.declaresAside(folder, type);
  }
}
