package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.testdata.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  @ParameterizedTest
  @EnumSource
  void everyReasonHasAPageThatQuotesItsSentence(Refusal reason) throws IOException {
    Path page = Cases.root().resolve("docs/refusals").resolve(reason.id() + ".md");
    String sentence = reason.sentence().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + reason.sentence().substring(1);
    assertThat(Files.readString(page)).startsWith("# " + reason.id() + "\n\n**" + sentence + ".**");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasACase(Refusal reason) {
    List<PropagationCase> cases = PropagationCasesTest.cases();
    assertThat(cases).anyMatch(c -> c.refusals().stream()
        .anyMatch(line -> line.contains(" " + reason.id() + " ")));
  }

  @Test
  void everyPageIsOfAReason() throws IOException {
    try (Stream<Path> pages = Files.list(Cases.root().resolve("docs/refusals"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Refusal.values()).map(reason -> reason.id() + ".md").toList());
    }
  }
}
