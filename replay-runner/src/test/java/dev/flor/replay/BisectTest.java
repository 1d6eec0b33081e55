package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.Version;
import dev.flor.replay.BisectReport.Finding;
import dev.flor.replay.BisectReport.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first version in which something that nobody logged turned true, found with as few programs as it takes. */
class BisectTest {
  private static final Condition SMALL = Condition.parse("second < 0.5").orElseThrow();

  @TempDir
  Path folder;

  private Training training;
  private final List<String> versions = new ArrayList<>();

  /** A version for each text: the weight that its epochs begin with, or what takes the place of that. */
  private void history(String... weights) {
    training = Training.in(folder).startingQuickly(folder);
    for (String weight : weights) {
      training.source(program(weight) + "// version " + versions.size() + "\n");
      versions.add(training.commit("weight " + weight));
    }
    training.source(program("0")
        .replace(
            "      Flor.log(\"loss\"",
            "      Flor.log(\"second\", w[0]);\n      Flor.log(\"loss\""));
  }

  private static String program(String weight) {
    return """
        import dev.flor.Flor;

        class Train {
          public static void main(String[] args) {
            double[] w = {%s};
            for (int epoch : Flor.loop("epoch", Flor.range(2))) {
              w[0] *= 0.5;
              Flor.log("loss", w[0]);
            }
          }
        }
        """.formatted(weight);
  }

  private BisectReport bisect(Condition condition) {
    return training.bisect(ReplayRequest.of(List.of("second"), versions, 1).bisecting(condition));
  }

  private List<Integer> tried(BisectReport report) {
    return report.tried().stream()
        .map(one -> versions.indexOf(one.report().task().version().id()))
        .toList();
  }

  private List<Integer> candidates(BisectReport report) {
    return report.candidates().stream().map(Version::id).map(versions::indexOf).toList();
  }

  @Test
  void theTurnIsFoundByHalvingAndNothingElseIsRun() {
    history("8", "8", "8", "8", "8", "1", "1", "1", "1", "1", "1", "1");

    BisectReport report = bisect(SMALL);

    assertThat(report.finding()).isEqualTo(Finding.TURNS);
    assertThat(candidates(report)).containsExactly(5);
    assertThat(report.exact()).isTrue();
    assertThat(tried(report)).containsExactly(0, 2, 3, 4, 5, 11).hasSizeLessThan(versions.size());
    assertThat(training.runs()).hasSameSizeAs(report.tried());
    assertThat(report.tried().get(0).values()).containsEntry("second", "2.0");
    assertThat(bisect(SMALL).tried())
        .allMatch(one -> one.report().outcome() == Outcome.CACHED)
        .hasSameSizeAs(report.tried());
  }

  @Test
  void versionsThatCannotBeReplayedAreLeftOutAndTheAnswerSaysWhichItMayBe() {
    history("8", "8", "1 / (args.length - 0)", "does not compile", "1", "1", "1");

    BisectReport report = bisect(SMALL);

    assertThat(report.finding()).isEqualTo(Finding.AMONG);
    assertThat(candidates(report)).containsExactly(2, 3, 4);
    assertThat(report.exact()).isFalse();
    assertThat(report.tried())
        .filteredOn(one -> one.verdict() == Verdict.UNKNOWN)
        .extracting(one -> one.report().outcome())
        .containsExactly(Outcome.RUN_FAILED, Outcome.REFUSED);
  }

  @Test
  void aTurnBesideVersionsThatCannotBeReplayedIsFoundAllTheSame() {
    history("8", "does not compile", "8", "1", "does not compile", "1");

    BisectReport report = bisect(SMALL);

    assertThat(report.finding()).isEqualTo(Finding.TURNS);
    assertThat(candidates(report)).containsExactly(3);
  }

  @Test
  void whereItHoldsFromTheBeginningOrNeverTheEndsAreEnough() {
    history("1", "1", "1", "1");

    BisectReport always = bisect(SMALL);
    BisectReport never = bisect(Condition.parse("second > 100").orElseThrow());

    assertThat(always.finding()).isEqualTo(Finding.ALWAYS);
    assertThat(candidates(always)).containsExactly(0);
    assertThat(tried(always)).containsExactly(0, 3);
    assertThat(never.finding()).isEqualTo(Finding.NEVER);
    assertThat(never.candidates()).isEmpty();
  }

  @Test
  void aConditionThatTurnsMoreThanOnceIsSaidToDoSoWhereThatIsSeen() {
    history("8", "1", "8", "8", "1");
    training.replay("second", 2, versions.toArray(String[]::new));

    BisectReport report = bisect(SMALL);

    assertThat(report.finding()).isEqualTo(Finding.TURNS);
    assertThat(candidates(report)).containsExactly(1);
    assertThat(report.monotone()).isFalse();
    assertThat(report.exact()).isFalse();
    assertThat(tried(report)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void ofSeveralRunsOfAVersionTheNewestCounts() {
    training = Training.in(folder).startingQuickly(folder).source(Training.PROGRAM);
    versions.add(training.commit("v1"));
    training.record("epochs", "2");
    String newest = training.record("epochs", "3");
    training.source(Training.withEpochProbe(Training.PROGRAM));

    BisectReport report =
        bisect(Condition.parse("second > -1000 and epochs = 3").orElseThrow());

    assertThat(report.finding()).isEqualTo(Finding.ALWAYS);
    assertThat(report.tried()).hasSize(1);
    assertThat(report.tried().get(0).report().task().baseRun()).contains(newest);
    assertThat(report.tried().get(0).values()).containsEntry("epochs", "3");
  }

  @Test
  void aVersionThatLacksOneOfTheNamesIsUnknown() {
    history("8", "1");

    BisectReport report =
        bisect(Condition.parse("second < 0.5 and accuracy > 0").orElseThrow());

    assertThat(report.finding()).isEqualTo(Finding.UNKNOWN);
    assertThat(tried(report)).containsExactly(0, 1);
  }
}
