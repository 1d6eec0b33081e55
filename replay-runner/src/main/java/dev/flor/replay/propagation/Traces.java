package dev.flor.replay.propagation;

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
    private volatile Carried result;
  }

  private record Branch(Question question, SortedMap<String, Node> answers) {}

  /** The result of whoever got the same answers to the same questions. */
  Optional<Carried> find(Function<Question, String> answer) {
    return Optional.ofNullable(find(root, answer));
  }

  private static Carried find(Node node, Function<Question, String> answer) {
    if (node.result != null) {
      return node.result;
    }
    for (Branch branch : node.branches) {
      Node next = branch.answers().get(answer.apply(branch.question()));
      Carried found = next == null ? null : find(next, answer);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Keeps a result; whether it is new. */
  synchronized boolean add(List<Trace.Step> steps, Carried result) {
    Node at = root;
    for (Trace.Step step : steps) {
      at = branch(at, step.question())
          .answers()
          .computeIfAbsent(step.answer(), answer -> new Node());
    }
    boolean isNew = at.result == null;
    at.result = result;
    return isNew;
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
