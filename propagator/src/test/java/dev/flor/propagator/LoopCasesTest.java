package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.ReplayNeeds.Obstacle;
import dev.flor.propagator.ReplayNeeds.Phase;
import dev.flor.testdata.CaseFile;
import dev.flor.testdata.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every file under {@code testdata/cases/loops}; a comment {@code probe} in the source marks a probe. */
class LoopCasesTest {
  private static final Set<Phase> INSIDE = Set.of(Phase.INSIDE);

  static List<CaseFile> cases() {
    return Cases.in("loops");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReplayNeedsWhatTheCaseExpects(CaseFile file) {
    assertThat(shown(analyse(sources(file))))
        .as(file.comment())
        .isEqualTo(file.sections().get("expect"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsTheSameEachTime(CaseFile file) {
    SortedMap<String, String> sources = sources(file);
    assertThat(analyse(sources)).isEqualTo(analyse(sources));
  }

  @Test
  void thereAreCases() {
    assertThat(cases()).hasSizeGreaterThan(40);
  }

  private static SortedMap<String, String> sources(CaseFile file) {
    SortedMap<String, String> sources = new TreeMap<>(file.sections());
    sources.keySet().removeIf(name -> !name.endsWith(".java"));
    return sources;
  }

  private static ReplayNeeds analyse(SortedMap<String, String> sources) {
    List<ProbeSite> sites = new ArrayList<>();
    sources.forEach((path, text) -> {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("/*probe*/")) {
          sites.add(new ProbeSite(path, i + 1, true));
        }
      }
    });
    return LoopAnalysis.analyse(SourceTree.of(sources), sites);
  }

  private static String shown(ReplayNeeds needs) {
    StringBuilder out = new StringBuilder();
    out.append("main: ").append(needs.mainLoop().orElse("-")).append('\n');
    out.append("resumable: ").append(needs.resumable() ? "yes" : "no").append('\n');
    if (needs.mainLoop().isPresent() && !needs.phases().equals(INSIDE)) {
      out.append("phases: ").append(needs.phases()).append('\n');
    }
    out.append(("skippable: " + String.join(" ", needs.skippable())).strip()).append('\n');
    for (Obstacle o : needs.obstacles()) {
      String variable = o.variable().isEmpty() ? "-" : o.variable();
      out.append(
          o.file() + ":" + o.line() + " " + variable + " in " + o.loop() + ": " + o.why() + "\n");
    }
    return out.toString();
  }
}
