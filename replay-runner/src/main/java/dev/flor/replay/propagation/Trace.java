package dev.flor.replay.propagation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked of two versions while statements were carried, in order, and what came of it. For one thread. */
final class Trace {
  private final Map<Question, String> answers = new LinkedHashMap<>();

  /** A question with its answer. */
  record Step(Question question, String answer) {}

  void add(Question question, KnownTree tree) {
    if (!answers.containsKey(question)) {
      answers.put(question, tree.answer(question));
    }
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    answers.forEach((question, answer) -> steps.add(new Step(question, answer)));
    return List.copyOf(steps);
  }
}
