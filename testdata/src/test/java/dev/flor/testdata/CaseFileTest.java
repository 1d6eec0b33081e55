package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  @Test
  void aCaseIsACommentAndSections() {
    CaseFile read =
        parse("What it shows.\nIn two lines.\n-- latest --\na();\n-- older --\nb();\nc();\n");
    assertThat(read.comment()).isEqualTo("What it shows.\nIn two lines.");
    assertThat(read.sections()).isEqualTo(Map.of("latest", "a();\n", "older", "b();\nc();\n"));
    assertThat(List.copyOf(read.sections().keySet())).containsExactly("latest", "older");
    assertThat(read).hasToString("some-case");
  }

  @Test
  void aTextWithoutSectionsIsAllComment() {
    assertThat(parse("just words").sections()).isEmpty();
    assertThat(parse("just words").comment()).isEqualTo("just words");
  }

  @Test
  void aLineThatOnlyLooksLikeAHeaderIsText() {
    CaseFile read = parse("c\n-- latest --\ni --;\n-- not a header\n  -- nor this --\n");
    assertThat(read.sections().get("latest"))
        .isEqualTo("i --;\n-- not a header\n  -- nor this --\n");
  }

  @Test
  void aSectionMayBeEmptyOrLast() {
    assertThat(parse("c\n-- a --\n-- b --").sections()).isEqualTo(Map.of("a", "", "b", ""));
  }

  @Test
  void filesOfAPartAreNamedByTheirPath() {
    CaseFile read = parse("c\n-- older/p/A.java --\nA\n-- older/B.java --\nB\n-- olderish --\nx\n");
    assertThat(read.files("older", "Case.java"))
        .isEqualTo(Map.of("B.java", "B\n", "p/A.java", "A\n"));
    assertThat(parse("c\n-- older --\nA\n").files("older", "Case.java"))
        .isEqualTo(Map.of("Case.java", "A\n"));
  }

  @Test
  void optionsSayWhatATextFileCannotShow() {
    CaseFile read = parse("""
        c
        -- options --
        line-endings: crlf
        bom: older expect
        no-final-newline: all
        -- latest --
        a
        b
        -- older --
        a
        """);
    assertThat(read.text("latest")).contains("a\r\nb");
    assertThat(read.text("older")).contains("\uFEFFa");
    assertThat(read.text("expect")).isEmpty();
    CaseFile mixed = parse("c\n-- options --\ncrlf: older\n-- latest --\na\n-- older --\na\n");
    assertThat(mixed.text("latest")).contains("a\n");
    assertThat(mixed.text("older")).contains("a\r\n");
    assertThat(parse("c\n-- options --\nline-endings: cr\n-- older --\na\nb\n").text("older"))
        .contains("a\rb\r");
  }

  @Test
  void theSourceTreeIsFoundFromTheWorkingDirectory() {
    assertThat(Cases.root().resolve("testdata/cases")).isDirectory();
  }

  private static CaseFile parse(String text) {
    return CaseFile.parse(Path.of("folder", "some-case.case"), text);
  }
}
