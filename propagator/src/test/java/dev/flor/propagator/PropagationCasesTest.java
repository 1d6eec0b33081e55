package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.differ.ParseResult;
import dev.flor.differ.SyntaxTree;
import dev.flor.testdata.Cases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of testdata/cases/propagation against every law of carrying. */
class PropagationCasesTest {

  private static final List<PropagationCase> CASES =
      Cases.in("propagation").stream().map(PropagationCase::new).toList();

  static List<PropagationCase> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOlderVersionBecomesWhatIsExpected(PropagationCase example) {
    Propagation carried = example.carry(example.older());
    assertThat(all(example.older(), carried))
        .as(() -> report(carried, example))
        .isEqualTo(example.expected());
    assertThat(Report.refusals(carried, example.shift()))
        .as(() -> report(carried, example))
        .hasSameSizeAs(example.refusals())
        .zipSatisfy(
            example.refusals(), (actual, expected) -> assertThat(actual).startsWith(expected));
    assertThat(Report.remarks(carried, example.shift())).containsAll(example.remarks());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carryingAgainFindsEverythingPresent(PropagationCase example) {
    Propagation first = example.carry(example.older());
    Propagation again = example.carry(first.rewritten(example.older()));
    assertThat(again.patches()).as(() -> report(again, example)).isEmpty();
    for (int i = 0; i < first.placements().size(); i++) {
      assertThat(again.placements().get(i).getClass())
          .as(() -> report(again, example))
          .isEqualTo(
              first.placements().get(i) instanceof Placement.Refused
                  ? Placement.Refused.class
                  : Placement.Present.class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyTextIsInserted(PropagationCase example) {
    for (Patch patch : example.carry(example.older()).patches().values()) {
      assertThat(patch.edits()).allMatch(edit -> edit.span().length() == 0);
      assertThat(undone(patch)).isEqualTo(example.older().read(patch.file()).orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameInputsGiveTheSameResult(PropagationCase example) {
    Propagation one = example.carry(example.older());
    Propagation other = example.carry(example.older());
    assertThat(one.placements()).isEqualTo(other.placements());
    assertThat(one.patches()).isEqualTo(other.patches());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theResultParsesAndBringsNoNewError(PropagationCase example) {
    Propagation carried = example.carry(example.older());
    assertThat(carried.texts().values())
        .allMatch(text -> SyntaxTree.parse(text) instanceof ParseResult.Parsed);
    assertThat(example.check().newErrors(example.older(), carried.patches())).isEmpty();
  }

  @Test
  void everyCaseSaysWhatItShows() {
    assertThat(cases()).allMatch(example -> example.file().comment().endsWith("."));
  }

  private static Map<String, String> all(SourceTree older, Propagation carried) {
    SourceTree rewritten = carried.rewritten(older);
    Map<String, String> texts = new TreeMap<>();
    rewritten.files().forEach(path -> texts.put(path, rewritten.read(path).orElseThrow()));
    return texts;
  }

  private static String undone(Patch patch) {
    StringBuilder text = new StringBuilder(patch.apply());
    int shift = 0;
    for (Edit edit : patch.edits()) {
      text.delete(edit.span().start(), edit.span().start() + edit.text().length());
      shift += edit.text().length();
    }
    assertThat(shift).isEqualTo(patch.apply().length() - patch.before().length());
    return text.toString();
  }

  private static String report(Propagation carried, PropagationCase example) {
    return example + ": " + String.join("; ", Report.all(carried, example.shift()));
  }
}
