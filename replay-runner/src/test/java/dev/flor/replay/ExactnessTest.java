package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replay has to agree with: the values and the state of then, unless the user says that they may be off, or that all is well. */
class ExactnessTest {
  private static final String REPLAYED = "(System.getProperty(\"flor.replay\") != null)";

  @TempDir
  Path folder;

  private Training training;
  private String version;
  private String recorded;

  private void recorded(String program) {
    training = Training.in(folder).startingQuickly(folder).source(program);
    version = training.commit("v1");
    recorded = training.record("epochs", "4");
    training.source(Training.withEpochProbe(program));
  }

  private ReplayRequest asked() {
    return ReplayRequest.of(List.of("second"), List.of(version), 1);
  }

  private TaskReport replay(ReplayRequest request) {
    return training.replay(training.plan(request)).tasks().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0000001, 1e-6, true",
    "1.0, 1.0000001, 1e-8, false",
    "1e-30, 1.0000001e-30, 1e-6, true",
    "1e-30, 0, 1e-6, false",
    "-1, 1, 0.999, false",
    "0.0, -0.0, 1e-6, true",
    "0.0, -0.0, 0, false",
    "NaN, NaN, 1e-6, true",
    "NaN, 1, 0.5, false",
    "Infinity, 5, 0.5, false",
    "Infinity, -Infinity, 0.5, false",
    "Infinity, Infinity, 0.5, true",
    "1.7976931348623157e308, -1.7976931348623157e308, 0.5, false",
  })
  void aNumberMayBeOffByAShareOfTheGreater(
      double again, double then, double tolerance, boolean equal) {
    assertThat(Verification.equal(Value.of(again), Value.of(then), tolerance)).isEqualTo(equal);
    assertThat(Verification.equal(Value.of(then), Value.of(again), tolerance)).isEqualTo(equal);
  }

  @Test
  void whatIsNoDoubleIsNeverOff() {
    assertThat(Verification.equal(Value.of(1_000_000L), Value.of(1_000_001L), 0.5))
        .isFalse();
    assertThat(Verification.equal(Value.of(1L), Value.of(1.0), 0.5)).isFalse();
    assertThat(Verification.equal(Value.of("1.0"), Value.of("1.0000001"), 0.5)).isFalse();
  }

  @Test
  void aProgramThatIsNotDeterministicIsReplayedWithinAToleranceAndNotWithout() {
    recorded(Training.PROGRAM.replace(
        "\"truth\", model.weights[1]",
        "\"truth\", model.weights[1] * (1 + (" + REPLAYED + " ? 1e-9 : 0))"));

    TaskReport exact = replay(asked());
    TaskReport narrow = replay(asked().within(1e-12));
    TaskReport wide = replay(asked().within(1e-6));

    assertThat(exact.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(exact.detail()).startsWith("epoch=0 truth: recorded ");
    assertThat(narrow.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(wide.outcome()).as(wide.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(wide.fellBack()).isFalse();
    assertThat(replay(asked().within(1e-6)).outcome()).isEqualTo(Outcome.CACHED);
    assertThat(replay(asked()).outcome())
        .as("what was replayed within a tolerance is no answer to who asks for none")
        .isEqualTo(Outcome.DIVERGED);
  }

  /** The model keeps what nothing logs and only the steps know of: by reflection, so that no analysis sees it. */
  private static final String HIDDEN = Training.PROGRAM
      .replace("  void step(double x) {", """
            static double sum;
            double shadow;

            static void set(String field, Object of, double to) {
              try {
                Train.class.getDeclaredField(field).setDouble(of, to);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            }

            void step(double x) {
              set("sum", null, sum + x);
          """)
      .replace(
          "      Flor.log(\"loss\"",
          "      set(\"shadow\", model, sum);\n        Flor.log(\"loss\"");

  @Test
  void whereAllValuesAgreeAndTheEnrolledStateAtTheEndDoesNotTheRunIsRepeatedFromItsStart() {
    recorded(HIDDEN);
    List<String> notes = new ArrayList<>();
    ReplayPlan plan = training.plan(asked());

    TaskReport task = training
        .replay(plan, new ReplayListener() {
          @Override
          public void note(ReplayTask noted, String line) {
            notes.add(line);
          }
        })
        .tasks()
        .get(0);

    assertThat(plan.tasks().get(0).skipped()).containsExactly("step");
    assertThat(notes)
        .containsExactly("falling back to a run from the start:"
            + " the enrolled state is not what it was then after epoch=3");
    assertThat(task.fellBack()).isTrue();
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.differing()).isZero();
    assertThat(training.iterations(task.replayRuns().get(0), "step")).isEqualTo(20);
    assertThat(training.values(task.replayRuns().get(0), "second"))
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void whereNumbersMayBeOffTheStateMayBeToo() {
    recorded(HIDDEN);

    TaskReport task = replay(asked().within(1e-9));

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.fellBack()).isFalse();
    assertThat(task.detail()).isEmpty();
  }

  /** A local that carries on from turn to turn and changes nothing that is logged. */
  private static final String COUNTING = Training.PROGRAM
      .replace("new Random(7);", "new Random(7);\n    int seen = 0;")
      .replace("model.step(rng", "seen++;\n          model.step(rng");

  @Test
  void whoTrustsHasLoopsSkippedThatTheAnalysisWouldExecute() {
    recorded(COUNTING);

    ReplayTask careful = training.plan(asked()).tasks().get(0);
    TaskReport trusting = replay(asked().trusted());

    assertThat(careful.skipped()).isEmpty();
    assertThat(careful.needs().orElseThrow().obstacles())
        .anyMatch(obstacle -> obstacle.variable().equals("seen"));
    assertThat(trusting.task().skipped()).containsExactly("step");
    assertThat(trusting.outcome()).as(trusting.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(trusting.fellBack()).isFalse();
    assertThat(training.iterations(trusting.replayRuns().get(0), "step")).isZero();
    assertThat(training.values(trusting.replayRuns().get(0), "second"))
        .isEqualTo(training.values(recorded, "truth"));
    assertThat(replay(asked()).outcome())
        .as("what was replayed on trust is no answer to who does not trust")
        .isEqualTo(Outcome.REPLAYED);
  }

  @Test
  void whoTrustsInVainGetsTheRightValuesAllTheSame() {
    recorded(COUNTING.replace("\"truth\", model.weights[1]", "\"truth\", model.weights[1] + seen"));

    TaskReport task = replay(asked().trusted());

    assertThat(task.task().skipped()).containsExactly("step");
    assertThat(task.fellBack()).isTrue();
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.iterations(task.replayRuns().get(0), "step")).isEqualTo(20);
  }
}
