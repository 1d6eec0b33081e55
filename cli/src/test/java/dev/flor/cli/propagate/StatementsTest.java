package dev.flor.cli.propagate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which statements {@code flor propagate} carries: pattern sets, places, names. */
class StatementsTest {
  private static final String OLDER = """
      package demo;

      import java.util.logging.Logger;

      class Sum {
        private static final Logger LOG = Logger.getLogger("sum");

        static int sum(int[] numbers) {
          int total = 0;
          for (int number : numbers) {
            total += number;
          }
          LOG.fine("done " + total);
          return total;
        }
      }
      """;
  private static final String LATEST = OLDER
      .replace("int total = 0;", "int total = 0;\n    LOG.info(\"begun\");")
      .replace("LOG.fine(\"done \" + total)", "LOG.info(\"done \" + total + \" now\")")
      .replace("return total;", "System.out.println(total);\n    return total;");
  private static final String CONFIG = "[statements]\nout = [\"System.out.*(*)\"]\n";

  @TempDir
  Path temporary;

  private Given versions() {
    return Given.repository(temporary)
        .file("src/demo/Sum.java", OLDER)
        .commit("A sum")
        .file("src/demo/Sum.java", LATEST)
        .file("flor.toml", CONFIG);
  }

  private Given folders() {
    return Given.folder(temporary)
        .file("new/demo/Sum.java", LATEST)
        .file("old/demo/Sum.java", OLDER)
        .file("flor.toml", CONFIG);
  }

  @Test
  void aSetFindsTheStatementsThatAnOlderVersionLacks() {
    versions()
        .flor("propagate", "--statements", "jul", "--no-diff")
        .exits(ExitCode.DONE)
        .prints("LOG.info(\"begun\"); (src/demo/Sum.java:10): inserted at src/demo/Sum.java:10")
        .says("1 version: 1 statement inserted, 1 present, 0 refused");
  }

  @Test
  void severalSetsAndTheUsersOwn() {
    versions()
        .flor("propagate", "--statements", "jul,out", "--json")
        .exits(ExitCode.DONE)
        .prints("\"line\" : 10", "\"line\" : 14", "\"line\" : 15");
    folders()
        .flor("propagate", "--from", "new", "--onto", "old", "--statements", "out")
        .exits(ExitCode.DONE)
        .prints("demo/Sum.java:15: inserted at demo/Sum.java:14");
  }

  @Test
  void anyStatementCanBeNamedByItsPlaceInTheWorkingTree() {
    versions()
        .flor("propagate", "--at", "Sum.java:15", "--at", "src/demo/Sum.java:10", "--no-diff")
        .exits(ExitCode.DONE)
        .says("1 version: 2 statements inserted, 0 present, 0 refused");
  }

  @Test
  void betweenFoldersTheChangedFileIsWritten() {
    Given given = folders();
    given
        .flor(
            "propagate",
            "--from",
            "new",
            "--onto",
            "old",
            "--statements",
            "jul,print",
            "--out",
            "o")
        .exits(ExitCode.DONE);
    assertThat(given.path("o/demo/Sum.java"))
        .content()
        .isEqualTo(LATEST.replace(
            "LOG.info(\"done \" + total + \" now\")", "LOG.fine(\"done \" + total)"));
  }

  @Test
  void anUnknownSetIsAskedBack() {
    versions()
        .flor("propagate", "--statements", "slf4")
        .failsInTwoLines(
            ExitCode.USAGE, "--statements slf4: there is no such set", "did you mean slf4j?");
    versions()
        .flor("propagate", "--statements", "everything")
        .failsInTwoLines(ExitCode.USAGE, "everything", "known: commons-logging, flor");
  }

  @Test
  void aPlaceThatIsNotThereIsAskedBack() {
    versions()
        .flor("propagate", "--at", "src/demo/Som.java:3")
        .failsInTwoLines(ExitCode.USAGE, "src/demo/Som.java:3", "did you mean src/demo/Sum.java?");
    versions()
        .flor("propagate", "--at", "Sum.java:2")
        .failsInTwoLines(
            ExitCode.FAILED,
            "no statement at Sum.java:2",
            "the nearest statement begins on line 9");
    versions()
        .flor("propagate", "--at", "Sum.java:13")
        .failsInTwoLines(ExitCode.FAILED, "no statement at Sum.java:13", "lines 12 and 14");
  }

  @Test
  void aPlaceThatMayBeTwoIsAskedBack() {
    versions()
        .file("src/other/Sum.java", LATEST.replace("demo", "other"))
        .flor("propagate", "--at", "Sum.java:10")
        .failsInTwoLines(
            ExitCode.USAGE, "src/demo/Sum.java or src/other/Sum.java", "more of the path");
  }

  @Test
  void aFileThatDoesNotParseIsNamed() {
    versions()
        .file("src/demo/Bad.java", "class Bad {\n  int = 3;\n}\n")
        .flor("propagate", "--at", "Bad.java:2")
        .failsInTwoLines(ExitCode.FAILED, "src/demo/Bad.java:2:", "repair the file");
  }

  @Test
  void aSetOfWhichThereIsNothingIsOneLine() {
    versions()
        .flor("propagate", "--statements", "log4j2")
        .failsInTwoLines(ExitCode.FAILED, "no statement of log4j2", "--at FILE:LINE");
  }

  @Test
  void aPatternThatIsNoneIsNamedWithItsLine() {
    versions()
        .file("flor.toml", "[statements]\nmetrics = [\"record\"]\n")
        .flor("propagate", "--statements", "metrics")
        .failsInTwoLines(
            ExitCode.USAGE, "flor.toml:2: metrics in [statements]", "Metrics.record(*)");
    versions()
        .file("flor.toml", "[statements]\nslf4j = [\"record()\"]\n")
        .flor("propagate", "--statements", "slf4j,metrics")
        .failsInTwoLines(ExitCode.USAGE, "flor.toml:2: slf4j in [statements]", "built in");
  }

  @Test
  void aLoggerThatDoesNotUnderstandTheCallIsAWarning() {
    String slf4j = LATEST
        .replace("java.util.logging.Logger", "org.slf4j.Logger")
        .replace("Logger.getLogger", "org.slf4j.LoggerFactory.getLogger")
        .replace("\"begun\"", "\"begun {}\", total");
    folders()
        .file("new/demo/Sum.java", slf4j)
        .file("old/demo/Sum.java", OLDER.replace("java.util.logging", "org.apache.log4j"))
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "Sum.java:10")
        .exits(ExitCode.DONE)
        .prints("warning: other-logger: LOG is of log4j here, which does not fill in {}");
    folders()
        .file("new/demo/Sum.java", slf4j)
        .file("old/demo/Sum.java", OLDER)
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "Sum.java:10")
        .exits(ExitCode.FAILED)
        .prints("does-not-compile", "no suitable method found for info");
  }

  @Test
  void whatIsPresentAnywayIsCountedAndNotListed() {
    Given.Answer answer = folders()
        .flor("propagate", "--from", "new", "--onto", "old", "--statements", "jul")
        .exits(ExitCode.DONE)
        .says("1 statement inserted, 1 present, 0 refused");
    assertThat(answer.out().lines()).hasSize(1);
  }

  @Test
  void anExplanationNamesThePlacesAndWhatSpeaksForThem() {
    folders()
        .flor("propagate", "--from", "new", "--onto", "old", "--statements", "jul", "--explain")
        .exits(ExitCode.DONE)
        .prints(
            "demo/Sum.java:10: inserted at demo/Sum.java:10",
            "    in demo/Sum.java, which has the same path:",
            " at line 9, after `int total = 0;`, before `for (int number : numbers)` of sum(int[])",
            "           for: after `int total = 0;` ",
            "demo/Sum.java:14: present at demo/Sum.java:14",
            "      is there already: LOG.fine(\"done \" + total);");
  }

  @Test
  void anExplanationOfARefusalNamesTheTwoBestPlacesAndWhatIsInTheWay() {
    String lost = LATEST.replace("LOG.info(\"begun\")", "LOG.info(\"begun\" + gone)");
    folders()
        .file("new/demo/Sum.java", lost.replace("int total", "int gone = read();\n    int total"))
        .flor("propagate", "--from", "new", "--onto", "old", "--at", "Sum.java:11", "--explain")
        .exits(ExitCode.FAILED)
        .prints(" at line 9, ", "but: unbound-name: ", "for: ", "against: ");
  }

  @Test
  void theReportHasAnExplanationOnlyWhereItIsAskedFor() {
    Given given = folders();
    String[] asked = {"propagate", "--from", "new", "--onto", "old", "--statements", "jul"};
    String[] explained = Arrays.copyOf(asked, asked.length + 3);
    System.arraycopy(new String[] {"--explain", "--json", "-"}, 0, explained, asked.length, 3);
    given
        .flor(explained)
        .exits(ExitCode.DONE)
        .prints(
            "\"explain\" : {",
            "\"because\" : \"same-path\"",
            "\"evidence\" : [",
            "\"agreement\" : ");
    String[] plain = Arrays.copyOf(asked, asked.length + 2);
    System.arraycopy(new String[] {"--json", "-"}, 0, plain, asked.length, 2);
    assertThat(given.flor(plain).exits(ExitCode.DONE).out()).doesNotContain("\"explain\"");
    versions()
        .flor("propagate", "--statements", "jul", "--json", "--explain")
        .exits(ExitCode.DONE)
        .prints("\"explain\" : {");
  }

  @Test
  void aLibraryThatTheVersionImportsElsewhereNeedNotBeOnTheClassPath() {
    String old =
        "package demo;\n\nclass A {\n  int f(int n) {\n    int m = 2 * n;\n    return m;\n  }\n}\n";
    String logging = old.replace(
            "demo;\n", "demo;\n\nimport org.slf4j.Logger;\nimport org.slf4j.LoggerFactory;\n")
        .replace(
            "class A {\n",
            "class A {\n  static final Logger LOG = LoggerFactory.getLogger(A.class);\n\n");
    String latest = logging.replace("    return", "    LOG.info(\"m {}\", m);\n    return");
    versions()
        .file("src/demo/A.java", old)
        .commit("A")
        .file("src/demo/A.java", latest)
        .flor("propagate", "--statements", "slf4j", "--commits", "HEAD")
        .exits(ExitCode.FAILED)
        .prints("does-not-compile", "package org.slf4j does not exist");
    versions()
        .file("src/demo/A.java", old)
        .file("src/demo/B.java", logging.replace("A", "B"))
        .commit("B")
        .file("src/demo/A.java", latest)
        .flor("propagate", "--statements", "slf4j", "--commits", "HEAD", "--no-diff")
        .exits(ExitCode.DONE)
        .prints("with import org.slf4j.Logger, import org.slf4j.LoggerFactory, logger LOG");
  }
}
