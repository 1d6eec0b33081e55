package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which files of other names are looked into for a method that its own file does not have yet. */
class OtherFilesTest {
  private static final String SIGNATURE = "  Result apply(Header header, Record record) {\n";
  private static final String BODY =
      "    Result result = store.process(header, record);\n    digest.compare(header, result.sum());\n";
  private static final String END = "    return null;\n  }\n}\n";
  private static final String LATEST =
      "class Tree {\n" + SIGNATURE + BODY + "    dev.flor.Flor.log(\"sum\", header);\n" + END;

  private static List<Consideration.Place> places(String other) {
    SourceTree latest = SourceTree.of(new TreeMap<>(Map.of("Tree.java", LATEST)));
    SourceTree older =
        SourceTree.of(new TreeMap<>(Map.of("Tree.java", "class Tree {}\n", "Server.java", other)));
    List<Probe> probes = Probes.findAll(latest).probes();
    return new Propagator(CompileCheck.NONE)
        .explaining().carry(probes, latest, older).considerations().get(0).files().stream()
            .filter(file -> file.path().equals("Server.java"))
            .findFirst()
            .orElseThrow()
            .places();
  }

  private static SearchedTexts searched(String other) {
    return new SearchedTexts(
        new TreeMap<>(Map.of("Tree.java", "class Tree {}\n", "Server.java", other)));
  }

  @Test
  void oneThatTheStatementIsNotInIsNotEvenRead() {
    SourceTree latest = SourceTree.of(new TreeMap<>(Map.of("Tree.java", LATEST)));
    List<Probe> probes = Probes.findAll(latest).probes();
    String lines = "    Result result = store.process(header, record);\n";
    for (String other : List.of(
        SIGNATURE + "    other.call();\n", "  void one() {\n" + lines + "    other.call();\n")) {
      SearchedTexts older = searched("class Server {\n" + other + "  }\n}\n");
      Propagation found = new Propagator(CompileCheck.NONE).carry(probes, latest, older);
      assertThat(found.placements().get(0)).isInstanceOf(Placement.Refused.class);
      assertThat(older.read()).doesNotContain("Server.java");
      assertThat(new Propagator(CompileCheck.NONE)
              .explaining()
              .carry(probes, latest, older)
              .placements())
          .isEqualTo(found.placements());
    }
    SearchedTexts there = searched("class Server {\n" + SIGNATURE + BODY + END);
    Propagation found = new Propagator(CompileCheck.NONE).carry(probes, latest, there);
    assertThat(found.patches()).containsOnlyKeys("Server.java");
  }

  @Test
  void oneThatHoldsWhatStandsNear() {
    assertThat(places("class Server {\n" + SIGNATURE + BODY + END)).isNotEmpty();
  }

  @Test
  void notOneWithTheSignatureAlone() {
    assertThat(places("class Server {\n" + SIGNATURE + "    other.call();\n" + END))
        .isEmpty();
  }

  @Test
  void butOneThatItsClassExtends() {
    assertThat(places("class Server extends Tree {\n" + SIGNATURE + "    other.call();\n" + END))
        .isNotEmpty();
  }
}
