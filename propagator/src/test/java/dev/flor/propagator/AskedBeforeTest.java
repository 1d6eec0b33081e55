package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.AskedBefore.Answered;
import dev.flor.propagator.AskedBefore.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What came of questions is found by whatever gives the same answers to them. */
class AskedBeforeTest {
  private static final Question<Map<String, String>> A = question("a");
  private static final Question<Map<String, String>> B = question("b");

  private final AskedBefore<Map<String, String>, String> known = new AskedBefore<>(3);

  private static Question<Map<String, String>> question(String key) {
    return new Question<>(key, answers -> answers.getOrDefault(key, ""));
  }

  @Test
  void onlyWhatWasAskedMatters() {
    known.keep("x", List.of(new Answered<>(A, "1"), new Answered<>(B, "2")), "came");
    assertThat(known.find("x", Map.of("a", "1", "b", "2", "c", "9"))).contains("came");
    assertThat(known.find("x", Map.of("a", "1", "b", "3"))).isEmpty();
    assertThat(known.find("x", Map.of("b", "2"))).isEmpty();
    assertThat(known.find("y", Map.of("a", "1", "b", "2"))).isEmpty();
  }

  @Test
  void anAnswerLeadsToTheNextQuestion() {
    known.keep("x", List.of(new Answered<>(A, "1"), new Answered<>(B, "2")), "one");
    known.keep("x", List.of(new Answered<>(A, "2")), "two");
    assertThat(known.find("x", Map.of("a", "2", "b", "7"))).contains("two");
    assertThat(known.find("x", Map.of("a", "1", "b", "2"))).contains("one");
  }

  @Test
  void whereMoreThanAnswersDecidesWhatIsAskedNothingIsKept() {
    known.keep("x", List.of(new Answered<>(A, "1")), "one");
    known.keep("x", List.of(new Answered<>(B, "1")), "two");
    assertThat(known.find("x", Map.of("b", "1"))).isEmpty();
    assertThat(known.find("x", Map.of("a", "1"))).contains("one");
  }

  @Test
  void allIsForgottenWhereThereIsTooMuch() {
    known.keep("x", List.of(new Answered<>(A, "1"), new Answered<>(B, "1")), "one");
    known.keep("x", List.of(new Answered<>(A, "2"), new Answered<>(B, "2")), "two");
    known.keep("x", List.of(new Answered<>(A, "3")), "three");
    assertThat(known.find("x", Map.of("a", "1", "b", "1"))).isEmpty();
    assertThat(known.find("x", Map.of("a", "3"))).contains("three");
  }
}
