package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every version of the digits, compiled and trained once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigitsTest {
  private static final String HILL_CLIMBING = "05-hill-climbing";
  private static final String PROBE = "probe";

  private final SortedMap<String, TrainedVersion> versions = new TreeMap<>();

  @BeforeAll
  void train(@TempDir Path scratch) throws Exception {
    RecordedHistory digits = RecordedHistory.digits();
    for (RecordedCommit last : digits.commits()) {
      Path tree = scratch.resolve("version " + last.slug());
      digits.commits().stream()
          .filter(commit -> commit.slug().compareTo(last.slug()) <= 0)
          .forEach(commit -> commit.writeTo(tree));
      versions.put(last.slug(), TrainedVersion.train(tree));
    }
    Path edited = scratch.resolve("the edited tree");
    digits.commits().forEach(commit -> commit.writeTo(edited));
    digits.probe().writeTo(edited);
    versions.put(PROBE, TrainedVersion.train(edited));
  }

  @Test
  void everyVersionLogsALossForEachEpochAndItsLearningRate() {
    versions.forEach((slug, version) -> {
      assertThat(version.doubles("loss")).as(slug).hasSize(20).allMatch(Double::isFinite);
      assertThat(version.args()).as(slug).containsKeys("lr", "epochs", "hidden", "batch", "seed");
    });
  }

  @Test
  void everyLossIsTheExpectedOneBitForBit() throws IOException {
    for (String line : expected()) {
      String[] cells = line.split(",", -1);
      assertThat(loss(cells[0]).get(Integer.parseInt(cells[1])))
          .as(line)
          .isEqualTo(Double.parseDouble(cells[2]));
    }
  }

  @Test
  void theProbeLogsTheExpectedGradientNorms() throws IOException {
    List<Double> norms = expected().stream()
        .filter(line -> line.startsWith("13-augmentation,"))
        .map(line -> Double.parseDouble(line.split(",", -1)[3]))
        .toList();

    assertThat(versions.get(PROBE).doubles("grad_norm")).isEqualTo(norms).hasSize(20);
  }

  @Test
  void everyVersionWithGradientsReadsNineOfTenTestDigits() {
    versions.forEach((slug, version) -> {
      if (slug.equals(HILL_CLIMBING)) {
        assertThat(version.last("accuracy")).isBetween(0.5, 0.9);
      } else {
        assertThat(version.last("accuracy")).as(slug).isGreaterThan(0.9);
      }
    });
  }

  @Test
  void refactoringsChangeNoLoss() {
    sameLosses("03-shuffle", "04-formatting", "06-confusion", "07-class-renamed", "08-clear-names");
    sameLosses("09-momentum", "10-step-extracted", "11-packages", "12-evaluate-sometimes");
    assertThat(loss("09-momentum")).isNotEqualTo(loss("08-clear-names"));
  }

  @Test
  void theProbeChangesNoLoss() {
    sameLosses("13-augmentation", PROBE);
  }

  @Test
  void oneVersionLogsWhatNoOtherVersionLogs() {
    TreeSet<String> usual = new TreeSet<>(List.of("loss", "accuracy"));
    versions.forEach((slug, version) -> {
      TreeSet<String> others = new TreeSet<>(version.values().keySet());
      others.removeAll(usual);
      assertThat(others).as(slug).isEqualTo(new TreeSet<>(othersOf(slug)));
    });
  }

  private static List<String> othersOf(String slug) {
    return switch (slug) {
      case "06-confusion" -> List.of("confusion", "hardest_digit");
      case PROBE -> List.of("grad_norm");
      default -> List.of();
    };
  }

  private static List<String> expected() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("histories", "digits", "EXPECTED.csv"));
    return lines.subList(1, lines.size());
  }

  private void sameLosses(String first, String... others) {
    for (String other : others) {
      assertThat(loss(other)).as(other).isEqualTo(loss(first));
    }
  }

  private List<Double> loss(String slug) {
    return versions.get(slug).doubles("loss");
  }
}
