package dev.flor.propagator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A small share of what the bench row F1 tries. */
class FuzzTest {
  /** So many that each outcome is among them, whatever cases there are to begin from: one in thirty pairs is carried. */
  private static final int PAIRS = 800;

  /** Half of what a thread has by default. */
  private static final long STACK = 512L << 10;

  @Test
  void mutatedFilesAreAnsweredWithValues() {
    Seeds seeds = new Seeds();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int n = 0; n < PAIRS; n++) {
      Trial trial = seeds.mutated(n);
      trial.outcomes(Seeds.line(trial, n)).forEach(o -> outcomes.merge(o, 1, Integer::sum));
    }
    assertThat(outcomes).containsKeys("inserted", "present", "refused: unparsable");
  }

  @Test
  void deepFilesNeedNoDeepStack() {
    Map<String, String> giants = Giants.all();
    List<String> deep = giants.keySet().stream()
        .filter(name ->
            name.matches(".*(nested|terms|chain|else|casts|minus|conditionals|labels|brackets).*"))
        .toList();
    assertThat(deep).hasSizeGreaterThan(15);
    Map<String, String> found = new TreeMap<>();
    onSmallStack(() -> deep.forEach(name -> found.put(name, outcome(giants.get(name)))));
    assertThat(found).hasSameSizeAs(deep);
    assertThat(found.values()).allMatch(o -> o.matches("\\[(inserted|refused: too-large)?\\]"));
    assertThat(found.get("300 nested ifs")).isEqualTo("[inserted]");
  }

  @Test
  void aFileOfFiftyThousandLinesIsHandledOrRefused() {
    String text = Giants.all().get("50,000 lines in methods of 20");
    assertThat(text.lines().count()).isGreaterThan(50_000);
    assertThat(outcome(text)).isIn("[inserted]", "[refused: too-large]");
  }

  private static String outcome(String text) {
    return new Trial(text, Giants.older(text)).outcomes(0).toString();
  }

  private static void onSmallStack(Runnable task) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, task, "small-stack", STACK);
    thread.setUncaughtExceptionHandler((dead, why) -> thrown.set(why));
    thread.start();
    List<Throwable> problems = new ArrayList<>();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.add(e);
    }
    if (thrown.get() != null) {
      problems.add(thrown.get());
    }
    assertThat(problems).isEmpty();
  }
}
