package dev.flor.propagator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What came of questions to something. Whatever gives the same answers leads to the same, so that it is found again by asking one
 * question after the other, and nothing is compared that does not matter. For several threads.
 *
 * @param <S> what is asked
 * @param <V> what comes of it
 */
public final class AskedBefore<S, V> {
  private final int most;
  private final Map<Object, Node<S, V>> roots = new ConcurrentHashMap<>();
  private int nodes;

  /**
   * One that knows nothing yet.
   *
   * @param most how many answers are kept; when there are more, all are forgotten
   */
  public AskedBefore(int most) {
    this.most = most;
  }

  /**
   * A question.
   *
   * @param what equal for equal questions
   * @param ask gives equal answers where all that matters is equal
   */
  public record Question<S>(Object what, Function<S, ?> ask) {}

  /** A question with its answer. */
  public record Answered<S>(Question<S> question, Object answer) {}

  private static final class Node<S, V> {
    private final Map<Object, Node<S, V>> next = new ConcurrentHashMap<>();
    private volatile Question<S> question;
    private volatile V value;
  }

  /**
   * What came of the same.
   *
   * @param about equal where the first question is the same
   */
  public Optional<V> find(Object about, S subject) {
    Node<S, V> at = roots.get(about);
    while (at != null && at.value == null) {
      Question<S> question = at.question;
      at = question == null ? null : at.next.get(question.ask().apply(subject));
    }
    return Optional.ofNullable(at).map(node -> node.value);
  }

  /**
   * Keeps what came of questions in the order in which they were asked; not, if another question followed the same answers before: then
   * more than answers decides what is asked.
   */
  public synchronized void keep(Object about, List<Answered<S>> asked, V value) {
    if (nodes > most) {
      roots.clear();
      nodes = 0;
    }
    nodes += asked.size();
    Node<S, V> at = roots.computeIfAbsent(about, first -> new Node<>());
    for (Answered<S> each : asked) {
      if (at.question == null) {
        at.question = each.question();
      }
      if (!at.question.what().equals(each.question().what())) {
        return;
      }
      at = at.next.computeIfAbsent(each.answer(), answer -> new Node<>());
    }
    at.value = value;
  }
}
