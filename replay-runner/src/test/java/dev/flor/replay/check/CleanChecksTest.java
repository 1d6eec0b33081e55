package dev.flor.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Edit;
import dev.flor.propagator.Patch;
import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.SourceRoots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which checks are made again, though the changed member is the same. */
class CleanChecksTest {
  private static final String TRAIN =
      "class Train {\n  int run(Data data) {\n    int n = data.size();\n    return n;\n  }\n\n  int other() {\n    return 1;\n  }\n}\n";
  private static final String DATA = "class Data {\n  int size() {\n    return 3;\n  }\n}\n";

  private final CleanChecks clean = new CleanChecks();
  private final JavacCheck check =
      JavacCheck.withLibraries(new SourceRoots(List.of("")), List.of(), Optional.empty(), clean);

  @Test
  void whatMattersIsTheSame() {
    assertThat(errors(TRAIN, DATA)).isEmpty();
    assertThat(isKnown(TRAIN, DATA)).isTrue();
    assertThat(isKnown(TRAIN.replace("return 1;", "// one\n    return 2;"), DATA))
        .isTrue();
    assertThat(isKnown(TRAIN, DATA.replace("return 3;", "return 4;"))).isTrue();
    assertThat(isKnown("import java.util.List;\n" + TRAIN, DATA)).isTrue();
  }

  @Test
  void aTypeThatIsNamedHasChanged() {
    String other = DATA.replace("int size()", "long size()");
    assertThat(errors(TRAIN, DATA)).isEmpty();
    assertThat(isKnown(TRAIN, other)).isFalse();
    assertThat(errors(TRAIN, other)).isEqualTo(new CleanChecksTest().errors(TRAIN, other));
  }

  @Test
  void theMemberHasChanged() {
    String other = TRAIN.replace("int n = data", "Object n = data");
    assertThat(errors(TRAIN, DATA)).isEmpty();
    assertThat(isKnown(other, DATA)).isFalse();
    assertThat(errors(other, DATA)).hasSize(1);
  }

  @Test
  void anErrorIsFoundEachTime() {
    String other = TRAIN.replace("int n = data", "Object n = data");
    assertThat(errors(other, DATA)).hasSize(1);
    assertThat(errors(other, DATA)).hasSize(1);
  }

  @Test
  void whatWasWrongBeforeIsLookedAtEachTime() {
    String wrong = TRAIN.replace("int n = data", "int n = null + data");
    assertThat(errors(wrong, DATA)).isEmpty();
    assertThat(isKnown(wrong, DATA)).isFalse();
  }

  private List<Diagnostic> errors(String train, String data) {
    return check.newErrors(tree(train, data), patches(train));
  }

  private boolean isKnown(String train, String data) {
    return clean.hold(
        Reductions.of(patches(train), SourceHeads::after).id(), Surroundings.of(tree(train, data)));
  }

  private static SortedMap<String, Patch> patches(String train) {
    Edit edit = Edit.insert(train.indexOf("return n;"), "int twice = 2 * n;\n    ");
    return new TreeMap<>(Map.of("Train.java", new Patch("Train.java", train, List.of(edit))));
  }

  private static SourceTree tree(String train, String data) {
    return SourceTree.of(new TreeMap<>(Map.of("Train.java", train, "Data.java", data)));
  }
}
