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
