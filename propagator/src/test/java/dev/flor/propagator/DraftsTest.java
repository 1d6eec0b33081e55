package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What statements came to in one version is taken over in the next, if the compiler has nothing against it there. */
class DraftsTest {
  private static final String OLDER =
      "class Net {\n  void train(int x) {\n    int loss = x * 2;\n    step(loss);\n  }\n}\n";
  private static final String LATEST =
      OLDER.replace("    step", "    dev.flor.Flor.log(\"loss\", loss);\n    step");

  private final SourceTree latest = SourceTree.of(new TreeMap<>(Map.of("Net.java", LATEST)));
  private final List<Probe> probes = Probes.findAll(latest).probes();

  /** Says no where a version has a file of that name. */
  private List<Diagnostic> errors(SourceTree older, SortedMap<String, Patch> patches) {
    assertThat(patches.get("Net.java").apply()).contains("Flor.log");
    return older.has("Broken.java")
        ? List.of(new Diagnostic("Net.java", 4, 1, "cannot find symbol"))
        : List.of();
  }

  private static SourceTree version(String net, String other) {
    return new SearchedTexts(new TreeMap<>(Map.of("Net.java", net, other, "class Other {}\n")));
  }

  @Test
  void inEachVersionItIsWhatOneThatKnowsNothingFinds() {
    Propagator propagator = new Propagator(this::errors);
    for (SourceTree older : List.of(
        version(OLDER, "One.java"),
        version(OLDER, "Two.java"),
        version(OLDER, "Broken.java"),
        version(OLDER.replace("2", "3"), "One.java"),
        version("class Net {}\n", "One.java"),
        version(OLDER, "One.java"))) {
      Propagation found = propagator.carry(probes, latest, older);
      Propagation afresh = new Propagator(this::errors).carry(probes, latest, older);
      assertThat(found).isEqualTo(afresh);
      assertThat(
              Propagator.ofWholeFiles(this::errors).carry(probes, latest, older).placements())
          .isEqualTo(found.placements());
    }
  }

  @Test
  void aRefusalByTheCompilerIsNotTakenOver() {
    Propagator propagator = new Propagator(this::errors);
    assertThat(propagator.carry(probes, latest, version(OLDER, "One.java")).complete())
        .isTrue();
    assertThat(propagator.carry(probes, latest, version(OLDER, "Two.java")).complete())
        .isTrue();
    Propagation broken = propagator.carry(probes, latest, version(OLDER, "Broken.java"));
    assertThat(broken.placements().get(0))
        .isInstanceOfSatisfying(Placement.Refused.class, refused -> assertThat(refused.reason())
            .isEqualTo(Refusal.DOES_NOT_COMPILE));
    assertThat(propagator.carry(probes, latest, version(OLDER, "One.java")).complete())
        .isTrue();
  }

  @Test
  void whereOtherMembersDifferThePlaceIsTheSame() {
    String other = "  int other() {\n    return 1;\n  }\n\n";
    String longer = "  int other() {\n    // longer\n    return 2;\n  }\n\n";
    String before = OLDER.replace("  void", other + "  void");
    String after = OLDER.replace("  void", longer + "  void");
    DraftedCarry carry = new DraftedCarry(probes, latest);
    carry.carry(version(before, "One.java"));
    SourceTree next = version(after, "One.java");
    assertThat(carry.known(next))
        .contains(new Propagator(CompileCheck.NONE).carry(probes, latest, next));
    String holding = after.replace("// longer", "dev.flor.Flor.log(\"loss\", 1);");
    assertThat(carry.known(version(holding, "One.java"))).isEmpty();
    String inMember = after.replace("x * 2", "x * 3");
    assertThat(carry.known(version(inMember, "One.java"))).isEmpty();
    String besideIt = before.replace("  }\n\n  void", "  } void");
    assertThat(carry.known(version(besideIt, "One.java"))).isEmpty();
  }

  /** The comment before a statement tells its place, if the older version has it: in whatever member. */
  @Test
  void whatAnotherMemberSaysInACommentIsNoOthersBusinessButWhereTheStatementSaysIt() {
    String remark = "// the loss of this very step\n    ";
    SourceTree remarking = SourceTree.of(
        new TreeMap<>(Map.of("Net.java", LATEST.replace("dev.flor", remark + "dev.flor"))));
    List<Probe> there = Probes.findAll(remarking).probes();
    String older = OLDER.replace("  void", "  int other() {\n    return 1;\n  }\n\n  void");
    DraftedCarry carry = new DraftedCarry(there, remarking);
    carry.carry(version(older, "One.java"));
    assertThat(carry.known(version(older.replace("return", "// gone\n    return"), "One.java")))
        .isPresent();
    assertThat(carry.known(version(older.replace("return", remark + "return"), "One.java")))
        .isEmpty();
  }

  /** The older member calls another one of its name that latest lacks: that is seen with all of the file around it. */
  @Test
  void whereTheOlderFileIsExpandedItIsKnownForThatFileOnly() {
    String now = """
        class Net {
          void train(int x) {
            int loss = x * 2;
            open(x, loss);
            dev.flor.Flor.log("loss", loss);
            step(loss, x);
            done(x);
          }
        }
        """;
    String then = """
        class Net {
          void train(int x) {
            int loss = x * 2;
            open(x, loss);
            step(loss, x);
            train(x, 1);
            done(x);
          }

          void train(int x, int y) {
            open(x, y);
          }

          int other() {
            return 1;
          }
        }
        """;
    SourceTree tree = SourceTree.of(new TreeMap<>(Map.of("Net.java", now)));
    List<Probe> there = Probes.findAll(tree).probes();
    DraftedCarry carry = new DraftedCarry(there, tree);
    assertThat(carry.carry(version(then, "One.java")))
        .hasValueSatisfying(narrow -> assertThat(narrow.expanded()).isTrue());
    SourceTree next = version(then.replace("return 1", "return 2"), "One.java");
    assertThat(carry.known(next)).isEmpty();
    assertThat(new Propagator(CompileCheck.NONE).carry(there, tree, next).texts())
        .isEqualTo(
            Propagator.ofWholeFiles(CompileCheck.NONE).carry(there, tree, next).texts());
  }
}
