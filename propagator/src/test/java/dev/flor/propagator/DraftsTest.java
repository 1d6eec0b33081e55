package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  private final List<String> checked = new ArrayList<>();

  /** Says no where a version has a file of that name. */
  private List<Diagnostic> errors(SourceTree older, SortedMap<String, Patch> patches) {
    checked.add(patches.get("Net.java").apply());
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
  void theCompilerIsAskedInEachVersionAndARefusalIsNotTakenOver() {
    Propagator propagator = new Propagator(this::errors);
    assertThat(propagator.carry(probes, latest, version(OLDER, "One.java")).complete())
        .isTrue();
    assertThat(checked).hasSize(1);
    assertThat(propagator.carry(probes, latest, version(OLDER, "Two.java")).complete())
        .isTrue();
    assertThat(checked).hasSize(2);
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
    Drafts drafts = new Drafts();
    ParsedTexts texts = new ParsedTexts(new Glimpses());
    Sides one = new Sides(latest, version(before, "One.java"));
    List<AskedBefore.Answered<Sides>> asked = new ArrayList<>();
    Sides noting = one.noting(asked);
    Carriers carriers = new Carriers(noting.latest(), noting.older(), texts, Trace.NONE);
    Propagation found =
        new Assembly(CompileCheck.NONE, one.older()).assemble(carriers.narrow(probes));
    drafts.keep(probes, asked, found, carriers.alone());
    Sides two = new Sides(latest, version(after, "One.java"));
    assertThat(drafts.find(probes, two, texts))
        .contains(new Propagator(CompileCheck.NONE).carry(probes, latest, two.older()));
    String holding = after.replace("// longer", "dev.flor.Flor.log(\"loss\", 1);");
    assertThat(drafts.find(probes, new Sides(latest, version(holding, "One.java")), texts))
        .isEmpty();
    String inMember = after.replace("x * 2", "x * 3");
    assertThat(drafts.find(probes, new Sides(latest, version(inMember, "One.java")), texts))
        .isEmpty();
  }

  @Test
  void onAnotherThreadItIsKnown() {
    Propagator propagator = new Propagator(CompileCheck.NONE);
    Propagation first = propagator.carry(probes, latest, version(OLDER, "One.java"));
    Propagation beside =
        propagator.beside(CompileCheck.NONE).carry(probes, latest, version(OLDER, "Two.java"));
    assertThat(beside).isEqualTo(first);
  }
}
