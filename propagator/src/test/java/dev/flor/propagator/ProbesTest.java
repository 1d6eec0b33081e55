package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private static final String TRAIN = """
      import dev.flor.Flor;

      class Train {
        double rate = Flor.log("rate", 0.1);

        void run(int n) {
          double loss = Flor.log("loss", f(n));
          if (n > 1) {
            Flor.log("n",
                n);
          }
          other.log("not", 1);
          use(dev.flor.Flor.log("loss", loss), 1);
        }
      }
      """;

  @Test
  void everyCallIsFoundWithItsNameAndLine() {
    assertThat(Probes.findAll(tree(TRAIN)).probes())
        .extracting(probe -> probe.name().orElseThrow() + ":" + probe.line())
        .containsExactly("rate:4", "loss:7", "n:9", "loss:13");
  }

  /** More than is parsed at once. */
  @Test
  void inALargeTreeAllAreFoundInTheOrderOfTheFiles() {
    TreeMap<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 9; i++) {
      texts.put("F" + i + ".java", TRAIN + "// " + "x".repeat(300_000));
      texts.put("G" + i + ".java", "class G {\n  String flor = \"Flor\";\n}\n");
    }
    texts.put("H.java", "class H { Flor");
    ProbeScan scan = Probes.findAll(SourceTree.of(texts));
    assertThat(scan.probes())
        .hasSize(9 * 4)
        .isSortedAccordingTo(Comparator.comparing(Probe::file).thenComparing(Probe::span));
    assertThat(scan.unreadable()).extracting(Diagnostic::path).containsExactly("H.java");
  }

  @Test
  void theTextOfAProbeIsTheCall() {
    Probe first = Probes.findAll(tree(TRAIN)).probes().get(0);
    assertThat(first.text()).isEqualTo("Flor.log(\"rate\", 0.1)");
    assertThat(first.span().of(TRAIN)).isEqualTo(first.text());
  }

  @Test
  void theyCanBeAskedForByName() {
    assertThat(Probes.named(tree(TRAIN), Set.of("n", "rate")).probes()).hasSize(2);
    assertThat(Probes.named(tree(TRAIN), Set.of("none")).probes()).isEmpty();
  }

  @Test
  void aStaticallyImportedLogIsOneOnlyIfItIsImported() {
    String body = "class A { void f() { log(\"a\", 1); } }";
    assertThat(Probes.findAll(tree("import static dev.flor.Flor.log;\n" + body)).probes())
        .hasSize(1);
    assertThat(Probes.findAll(tree("import static dev.flor.Flor.*;\n" + body)).probes())
        .hasSize(1);
    assertThat(Probes.findAll(tree("import static other.Flor.log;\n" + body)).probes())
        .isEmpty();
  }

  @Test
  void anotherTypeOfThatNameIsNotMeant() {
    assertThat(Probes.findAll(tree("import other.Flor;\nclass A { int x = Flor.log(\"a\", 1); }"))
            .probes())
        .isEmpty();
  }

  @Test
  void aFileThatDoesNotParseIsNamedAndTheOthersAreSearched() {
    SourceTree tree = SourceTree.of(
        new TreeMap<>(Map.of("Bad.java", "class Flor {\n  int = 3;\n}", "Train.java", TRAIN)));
    ProbeScan scan = Probes.findAll(tree);
    assertThat(scan.probes()).hasSize(4);
    assertThat(scan.unreadable()).singleElement().satisfies(bad -> assertThat(bad.toString())
        .startsWith("Bad.java:2:"));
  }

  @Test
  void aFileWithoutTheWordIsNotEvenParsed() {
    assertThat(Probes.findAll(tree("class { nonsense")).unreadable()).isEmpty();
  }

  @Test
  void anyStatementCanBeNamedByItsLine() {
    assertThat(Probes.at(tree(TRAIN), "Train.java", 12))
        .map(Probe::text)
        .contains("other.log(\"not\", 1);");
    assertThat(Probes.at(tree(TRAIN), "Train.java", 9)).flatMap(Probe::name).contains("n");
    assertThat(Probes.at(tree(TRAIN), "Train.java", 10)).flatMap(Probe::name).contains("n");
    assertThat(Probes.at(tree(TRAIN), "Train.java", 1)).isEqualTo(Optional.empty());
    assertThat(Probes.at(tree(TRAIN), "Other.java", 1)).isEqualTo(Optional.empty());
  }

  private static SourceTree tree(String text) {
    return SourceTree.of(new TreeMap<>(Map.of("Train.java", text)));
  }
}
