package dev.flor.replay.propagation;

import dev.flor.replay.propagation.Question.Side;
import dev.flor.replay.propagation.TraceFile.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Results by what was asked for them. Equal answers to all that was asked so far lead to the same next question, so that a result is
 * found by asking a version one question after the other, and nothing is compared that does not matter. For several threads.
 */
final class Traces {
  private final Node root = new Node();

  private static final class Node {
    private final List<Branch> branches = new CopyOnWriteArrayList<>();
    private volatile Known result;
  }

  private record Branch(Question question, SortedMap<String, Node> answers) {}

  /**
   * A result.
   *
   * @param place where it is kept; empty where nothing may be written
   * @param ofLatest what was asked of the version that the statements come from; the rest was asked of the older one
   */
  record Known(Optional<Place> place, List<Trace.Step> ofLatest, Carried result) {
    /** Whether it holds for these answers, if the older version is one that it holds for. */
    boolean holds(Function<Question, String> answer) {
      return ofLatest.stream()
          .allMatch(step -> step.answer().equals(answer.apply(step.question())));
    }
  }

  /** The result of whoever got the same answers to the same questions. */
  Optional<Known> find(Function<Question, String> answer) {
    return Optional.ofNullable(find(root, answer));
  }

  private static Known find(Node node, Function<Question, String> answer) {
    if (node.result != null) {
      return node.result;
    }
    for (Branch branch : node.branches) {
      Node next = branch.answers().get(answer.apply(branch.question()));
      Known found = next == null ? null : find(next, answer);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Adds a result. */
  synchronized Known add(Optional<Place> place, List<Trace.Step> steps, Carried result) {
    Node at = root;
    for (Trace.Step step : steps) {
      at = branch(at, step.question())
          .answers()
          .computeIfAbsent(step.answer(), answer -> new Node());
    }
    at.result = new Known(
        place,
        steps.stream().filter(step -> step.question().side() == Side.LATEST).toList(),
        result);
    return at.result;
  }

  private static Branch branch(Node node, Question question) {
    for (Branch branch : node.branches) {
      if (branch.question().equals(question)) {
        return branch;
      }
    }
    Branch made = new Branch(question, new ConcurrentSkipListMap<>());
    node.branches.add(made);
    return made;
  }
}
