package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPropagationTest {
  private static final String OLDER = """
      package demo;

      class Sum {
        static int sum(int[] numbers) {
          int total = 0;
          for (int number : numbers) {
            total += number;
          }
          return total;
        }
      }
      """;
  private static final String LATEST = OLDER
      .replace("package demo;\n", "package demo;\n\nimport dev.flor.Flor;\n")
      .replace("    return total;", "    Flor.log(\"total\", total);\n    return total;");
  private static final int LINE = 11;

  @TempDir
  Path temporary;

  private Given given;

  @BeforeEach
  void twoFolders() {
    given = Given.folder(temporary);
    given.file("new/demo/Sum.java", LATEST).file("old/demo/Sum.java", OLDER);
  }

  @Test
  void writesTheChangedFilesAndAReport() throws IOException {
    Given.Answer answer = given
        .flor(
            "propagate",
            "--from",
            "new",
            "--onto",
            "old",
            "--at",
            "demo/Sum.java:" + LINE,
            "--out",
            "out",
            "--json",
            "report.json")
        .exits(ExitCode.DONE);
    assertThat(answer.out()).isEmpty();
    assertThat(Files.readString(given.path("out/demo/Sum.java"))).isEqualTo(LATEST);
    assertThat(Files.readString(given.path("old/demo/Sum.java"))).isEqualTo(OLDER);
    assertThat(Files.readString(given.path("report.json")).replaceAll("\\s+", " "))
        .startsWith("[ { \"file\" : \"demo/Sum.java\", \"line\" : " + LINE)
        .contains(
            "\"outcome\" : \"inserted\"",
            "\"targetFile\" : \"demo/Sum.java\"",
            "\"targetLine\" : " + LINE,
            "\"renames\" : { }",
            "\"carried\" : ",
            "\"warnings\" : [ ]");
  }

  @Test
  void sourcesAreNeverOverwritten() throws IOException {
    for (String out : new String[] {"old", "new/demo"}) {
      Given.Answer answer = given
          .flor("propagate", "--from", "new", "--onto", "old", "--out", out)
          .exits(ExitCode.USAGE);
      assertThat(answer.err()).contains("--out " + out + " is within the sources");
    }
    assertThat(Files.readString(given.path("old/demo/Sum.java"))).isEqualTo(OLDER);
    assertThat(Files.readString(given.path("new/demo/Sum.java"))).isEqualTo(LATEST);
  }

  @Test
  void takesEveryLogStatementWhereNoneIsNamed() {
    given
        .flor("propagate", "--from", "new", "--onto", "old")
        .exits(ExitCode.DONE)
        .prints("demo/Sum.java:" + LINE + ": inserted at demo/Sum.java:" + LINE);
  }

  @Test
  void writesNothingForAFileThatDoesNotChange() {
    given
        .flor("propagate", "--from", "new", "--onto", "new", "total", "--out", "out", "--json", "-")
        .exits(ExitCode.DONE)
        .prints("\"outcome\" : \"present\"");
    assertThat(given.path("out")).doesNotExist();
  }

  @Test
  void aStatementWithoutAPlaceIsRefusedWithAReason() {
    given.file("other/demo/Other.java", "package demo;\n\nclass Other {}\n");
    given
        .flor("propagate", "--from", "new", "--onto", "other", "total", "--json", "-")
        .exits(ExitCode.FAILED)
        .prints("\"outcome\" : \"refused\"", "\"reason\" : \"", "\"detail\" : \"");
  }

  @Test
  void keepsTheBytesOfAnotherEncoding() throws IOException {
    byte[] latin = OLDER
        .replace("class Sum", "/* \u00fcber */ class Sum")
        .getBytes(StandardCharsets.ISO_8859_1);
    Outputs.write(given.path("old/demo/Sum.java"), latin);
    given
        .flor("propagate", "--from", "new", "--onto", "old", "total", "--out", "out")
        .exits(ExitCode.DONE);
    assertThat(new String(
            Files.readAllBytes(given.path("out/demo/Sum.java")), StandardCharsets.ISO_8859_1))
        .isEqualTo(LATEST.replace("class Sum", "/* \u00fcber */ class Sum"));
  }

  @Test
  void aMisspeltFileIsAskedBack() {
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "demo/Som.java:3")
        .failsInTwoLines(ExitCode.USAGE, "demo/Som.java:3", "did you mean demo/Sum.java?");
  }

  @Test
  void aPlaceWithoutALineIsAUsageError() {
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "demo/Sum.java")
        .failsInTwoLines(ExitCode.USAGE, "is not FILE:LINE", "such as");
  }

  @Test
  void aLineWithoutAStatementIsOneLineAndAHint() {
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "demo/Sum.java:2")
        .failsInTwoLines(ExitCode.FAILED, "no statement at demo/Sum.java:2", "begins on line 7");
  }

  @Test
  void aMissingFolderIsAUsageError() {
    given
        .flor("propagate", "--from", "new", "--onto", "gone")
        .failsInTwoLines(ExitCode.USAGE, "gone is not a folder", "--onto");
    given
        .flor("propagate", "--from", "new")
        .failsInTwoLines(ExitCode.USAGE, "--onto", "flor propagate --help");
  }

  @Test
  void aFileThatDoesNotParseIsNamedAndLeftOut() {
    given.file(
        "new/demo/Bad.java", "import dev.flor.Flor; class Bad { void f( { Flor.log(\"x\", 1); }");
    given
        .flor("propagate", "--from", "new", "--onto", "old")
        .exits(ExitCode.DONE)
        .says("note: demo/Bad.java:1:");
  }
}
