package dev.flor.propagator;

import dev.flor.differ.Content;
import dev.flor.propagator.AskedBefore.Answered;
import dev.flor.propagator.AskedBefore.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * A version that notes what it is asked and what it answers. For one thread.
 *
 * @param <S> what the questions may be put to again
 */
final class NotedTree<S> implements SearchedTree {
  private static final Set<String> SEARCHES = Set.of("files", "alike", "holding", "excerpt");

  private final String side;
  private final SourceTree tree;
  private final Function<S, SourceTree> of;
  private final List<Answered<S>> asked;
  private final Set<List<?>> noted = new HashSet<>();

  /**
   * A version, and where to note.
   *
   * @param side tells its questions from those to the other version
   * @param of the same side of another subject
   */
  NotedTree(String side, SourceTree tree, Function<S, SourceTree> of, List<Answered<S>> asked) {
    this.side = side;
    this.tree = tree;
    this.of = of;
    this.asked = asked;
  }

  /** What was asked of which side. */
  private record Asked(String side, List<?> what) {}

  /** Whether it was asked what a file of the older version holds, or whether there is one. */
  static boolean isOfOlder(Question<Sides> question, String path) {
    return question.what() instanceof Asked asked
        && asked.side().equals(Sides.OLDER)
        && (asked.what().equals(List.of("read", path))
            || asked.what().equals(List.of("has", path)));
  }

  /** Whether what a file of the older version holds may have been looked at for its likeness, whatever else was asked for. */
  static boolean isSearch(Question<Sides> question, String path) {
    return question.what() instanceof Asked asked
        && asked.side().equals(Sides.OLDER)
        && (SEARCHES.contains(String.valueOf(asked.what().get(0)))
            || asked.what().equals(List.of("named", Search.simpleName(path))));
  }

  private void note(List<?> what, Function<SourceTree, ?> ask) {
    note(what, ask, ask.apply(tree));
  }

  /** Each question once. It is kept for long: it must not hold this tree. */
  private <T> T note(List<?> what, Function<SourceTree, ?> ask, T answer) {
    if (noted.add(what)) {
      Function<S, SourceTree> other = of;
      asked.add(new Answered<>(
          new Question<>(new Asked(side, what), subject -> ask.apply(other.apply(subject))),
          answer));
    }
    return answer;
  }

  @Override
  public SortedSet<String> files() {
    return note(List.of("files"), SourceTree::files, tree.files());
  }

  @Override
  public Optional<String> read(String path) {
    note(List.of("read", path), other -> other.read(path).map(Content::id));
    return tree.read(path);
  }

  @Override
  public boolean has(String path) {
    return note(List.of("has", path), other -> other.has(path), tree.has(path));
  }

  @Override
  public List<String> named(String name) {
    return note(List.of("named", name), other -> other.named(name), tree.named(name));
  }

  @Override
  public List<String> alike(String path, String text) {
    return note(
        List.of("alike", path, text),
        other -> searched(other).alike(path, text),
        searched(tree).alike(path, text));
  }

  @Override
  public List<String> holding(String code) {
    return note(
        List.of("holding", code),
        other -> searched(other).holding(code),
        searched(tree).holding(code));
  }

  @Override
  public Optional<String> excerpt(String path, SortedSet<String> phrases) {
    note(
        List.of("excerpt", path, phrases),
        other -> searched(other).excerpt(path, phrases).map(Content::id));
    return searched(tree).excerpt(path, phrases);
  }

  private static SearchedTree searched(SourceTree tree) {
    if (tree instanceof SearchedTree searched) {
      return searched;
    }
    throw new IllegalStateException("only the older version is searched");
  }
}
