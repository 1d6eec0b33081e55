package dev.flor.cli.propagate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void aParseErrorIsOneClearLine() {
    given.file("new/demo/Sum.java", LATEST.replace("int total = 0;", "int total = ;"));
    given
        .flor("propagate", "--from", "new", "--onto", "old")
        .exits(ExitCode.FAILED)
        .says(
            "note: demo/Sum.java:7:17: unexpected \";\" (file left out)",
            "hint: repair the file that does not parse first: demo/Sum.java:7:17: ");
  }

  @Test
  void whatIsNoFileIsLeftOutAndNamed() throws IOException {
    given
        .process(List.of("mkfifo", given.path("new/demo/Pipe.java").toString()))
        .exits(0);
    Files.createSymbolicLink(given.path("old/demo/Gone.java"), Path.of("nowhere"));
    given
        .flor("propagate", "--from", "new", "--onto", "old")
        .exits(ExitCode.DONE)
        .says(
            "note: demo/Pipe.java is no regular file (left out)",
            "note: demo/Gone.java links to nothing (left out)",
            "1 statement inserted");
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "demo/Pipe.java:1")
        .exits(ExitCode.USAGE)
        .says("note: demo/Pipe.java is no regular file (left out)");
  }

  @Test
  void aCharacterThatTheEncodingHasNotIsEscaped() throws IOException {
    byte[] latin = OLDER
        .replace("class Sum", "/* \u00fcber */ class Sum")
        .getBytes(StandardCharsets.ISO_8859_1);
    Outputs.write(given.path("old/demo/Sum.java"), latin);
    given.file("new/demo/Sum.java", LATEST.replace("\"total\"", "\"\u00fc \u03a3\""));
    given.flor("propagate", "--from", "new", "--onto", "old", "--out", "out").exits(ExitCode.DONE);
    assertThat(new String(
            Files.readAllBytes(given.path("out/demo/Sum.java")), StandardCharsets.ISO_8859_1))
        .isEqualTo(LATEST
            .replace("class Sum", "/* \u00fcber */ class Sum")
            .replace("\"total\"", "\"\u00fc \\u03a3\""));
  }

  @Test
  void aStatementThatDoesNotCompileThereIsRefused() {
    given.file("old/demo/Sum.java", OLDER.replace("int total = 0;", "int total;"));
    given
        .flor("propagate", "--from", "new", "--onto", "old")
        .exits(ExitCode.FAILED)
        .prints(
            "does-not-compile",
            "variable total might not have been initialized in `Flor.log(\"total\", total);`");
  }

  @Test
  void whatIsAboutVersionsIsNotForFolders() {
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--commits", "main")
        .failsInTwoLines(ExitCode.USAGE, "--commits is about versions", "leave --commits out");
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--diff")
        .failsInTwoLines(ExitCode.USAGE, "--diff is about versions", "--out DIR");
  }

  @Test
  void aWordBehindJsonIsANameUnlessItIsAFile() {
    given
        .flor("propagate", "--from", "new", "--onto", "old", "--json", "total")
        .exits(ExitCode.DONE)
        .prints("\"outcome\" : \"inserted\"");
    assertThat(given.path("total")).doesNotExist();
    given.flor("propagate", "--from", "new", "--onto", "old", "--json=total").exits(ExitCode.DONE);
    assertThat(given.path("total")).isNotEmptyFile();
  }

  @Test
  void whatGoesInEndsItsLinesAsTheLineThereDoes() throws IOException {
    String windows = OLDER.replace("}\n    return total;\n", "}\r\n    return total;\r\n");
    given.file("old/demo/Sum.java", windows);
    given.flor("propagate", "--from", "new", "--onto", "old", "--out", "out").exits(ExitCode.DONE);
    assertThat(Files.readString(given.path("out/demo/Sum.java")))
        .isEqualTo(windows
            .replace("package demo;\n", "package demo;\n\nimport dev.flor.Flor;\n")
            .replace("    return", "    Flor.log(\"total\", total);\r\n    return"));
  }
}
