package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.differ.Span;
import dev.flor.testdata.Cases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen in parts of files is what is seen in whole ones. */
class NarrowCarrierTest {

  static List<PropagationCase> cases() {
    return Cases.in("propagation").stream().map(PropagationCase::new).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partsOfFilesGiveTheAnswerOfWholeFiles(PropagationCase example) {
    Propagation narrow = example.carry(example.older());
    Propagator knowing = Propagator.ofWholeFiles(example.check());
    Propagation whole = knowing.carry(example.probes(), example.latest(), example.older());
    assertThat(knowing.carry(example.probes(), example.latest(), example.older()))
        .isEqualTo(whole);
    assertThat(narrow.texts()).isEqualTo(whole.texts());
    assertThat(Report.refusals(narrow, 0)).isEqualTo(Report.refusals(whole, 0));
    assertThat(Report.remarks(narrow, 0)).isEqualTo(Report.remarks(whole, 0));
    assertThat(scores(narrow)).isEqualTo(scores(whole));
  }

  private static List<Double> scores(Propagation carried) {
    return carried.placements().stream()
        .map(p -> p.fold(Placement.Inserted::score, present -> 1.0, refused -> 0.0))
        .toList();
  }

  @Test
  void membersThatDoNotMatterAreNotParsed() {
    String other = "  void other() { this is not Java }\n";
    assertThat(carried(FIRST + other + LOGGED + "}\n", FIRST + other + SILENT + "}\n"))
        .contains(FIRST + other + LOGGED + "}\n");
  }

  @Test
  void aTextThatTheRestOfTheFileHoldsIsLookedForInAllOfIt() {
    String other = "  void other(int i) {\n    Flor.log(\"i\", i);\n  }\n";
    assertThat(sure(FIRST + LOGGED + "}\n", FIRST + other + SILENT + "}\n")).isFalse();
    assertThat(sure(FIRST + LOGGED + "}\n", FIRST + SILENT + "}\n")).isTrue();
  }

  @Test
  void aMemberWithoutItsLikeIsLookedForInAllOfTheFile() {
    assertThat(sure(FIRST + LOGGED + "}\n", FIRST + SILENT.replace("run", "go") + "}\n"))
        .isFalse();
  }

  /** Half of what is near the statement is gone, so that the rest may be elsewhere: in which member, is told from all of their texts. */
  @Test
  void aMemberThatHoldsLittleOfWhatIsNearIsEnoughWhereNoOtherMayHoldTheRest() {
    String gone =
        "    if (gone(i) && lost.of(i) > limit(i)) {\n      throw new Error(\"gone\" + i);\n    }\n";
    String latest = FIRST + LOGGED.replace("    last", gone + "    last") + "}\n";
    String elsewhere = "  void other(int i) {\n    first(i);\n" + gone + "    last(i);\n  }\n";
    String called = "  void first(int j) {\n    run(j);\n  }\n";
    String outside = "  int first = gone(i) + lost.of(i);\n";
    assertThat(sure(latest, FIRST + SILENT + "}\n")).isTrue();
    assertThat(sure(latest, FIRST + outside + SILENT + "}\n")).isTrue();
    assertThat(sure(latest, FIRST + elsewhere + SILENT + "}\n")).isFalse();
    assertThat(sure(latest, FIRST + SILENT + elsewhere + "}\n")).isFalse();
    assertThat(sure(latest, FIRST + SILENT + called + "}\n")).isFalse();
    assertThat(sure(
            latest.replace("class A {\n", "class A {\n" + called), FIRST + SILENT + called + "}\n"))
        .isTrue();
  }

  @Test
  void aMemberWhoseLostStatementsAreWrittenElsewhereIsNotEnough() {
    String gone =
        "    if (gone(i) && lost.of(i) > limit(i)) {\n      throw new Error(\"gone\" + i);\n    }\n";
    String kept =
        "    names.put(\"k\", i);\n    for (int j = 0; j < i; j++) {\n      step(j);\n    }\n";
    String added = "    total += weight(i) * factor;\n";
    String checked = "    verify(i, names);\n";
    String first = "    first(i);\n  }\n";
    String run = "  void run(int i) {\n";
    String latest =
        FIRST + run + gone + kept + added + "    Flor.log(\"i\", i);\n" + checked + first + "}\n";
    String other =
        "  void other(int i) {\n    queue.add(make(i, 3), other);\n" + checked + added + "  }\n";
    assertThat(sure(latest, FIRST + run + kept + first + "}\n")).isTrue();
    assertThat(sure(latest, FIRST + run + kept + first + other + "}\n")).isFalse();
  }

  private static final String FIRST = "import dev.flor.Flor;\n\nclass A {\n";
  private static final String LOGGED =
      "  void run(int i) {\n    first(i);\n    Flor.log(\"i\", i);\n    last(i);\n  }\n";
  private static final String SILENT = "  void run(int i) {\n    first(i);\n    last(i);\n  }\n";

  private static Optional<String> carried(String latest, String older) {
    Propagation carried =
        new Propagator(CompileCheck.NONE).carry(List.of(probe(latest)), tree(latest), tree(older));
    return Optional.ofNullable(carried.texts().get("A.java"));
  }

  private static boolean sure(String latest, String older) {
    return NarrowCarrier.carry(
            "A.java",
            List.of(probe(latest)),
            tree(latest),
            tree(older),
            new ParsedTexts(new Glimpses()))
        .isPresent();
  }

  /** Found in the text, since a file with a member that is not Java has no probes otherwise. */
  private static Probe probe(String latest) {
    String text = "Flor.log(\"i\", i)";
    int start = latest.lastIndexOf(text);
    int line = (int) latest.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new Probe(
        "A.java", line, Optional.of("i"), text, new Span(start, start + text.length()));
  }

  private static SourceTree tree(String text) {
    return SourceTree.of(new TreeMap<>(Map.of("A.java", text)));
  }
}
