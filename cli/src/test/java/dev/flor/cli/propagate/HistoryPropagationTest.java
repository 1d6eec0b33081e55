package dev.flor.cli.propagate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.demo.GitProcess;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** {@code flor propagate} over a history: what it leaves behind, and what it leaves alone. */
class HistoryPropagationTest {
  private static final String SUM = """
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

  private static String logging(String text) {
    return text.replace(
        "    return total;", "    dev.flor.Flor.log(\"total\", total);\n    return total;");
  }

  @TempDir
  Path temporary;

  /** v1 to v4: as it is; with another name; without the method; a merge of another branch. */
  private Given versions() {
    Given given = Given.repository(temporary)
        .file("src/demo/Sum.java", SUM)
        .commit("v1")
        .file("src/demo/Sum.java", SUM.replace("total", "result"))
        .commit("v2")
        .file("src/demo/Sum.java", "package demo;\n\nclass Sum {}\n")
        .commit("v3");
    given.git("checkout", "--quiet", "-b", "side", "HEAD~2");
    given.file("README.md", "side").commit("side");
    given.git("checkout", "--quiet", "main");
    given.git("merge", "--quiet", "--no-ff", "-m", "merge", "side");
    return given.file("src/demo/Sum.java", logging(SUM));
  }

  @Test
  void whereNothingMayBeWrittenNothingIsKept() {
    Given given = versions();
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "FLOR_HOME=README.md/no/folder exec \"$0\" \"$@\""));
    command.addAll(given.mainCommand("propagate", "total", "--format", "csv", "--fail-on", "none"));
    given.process(command).exits(ExitCode.DONE).prints(",inserted,");
    assertThat(given.path("README.md")).isRegularFile();
    assertThat(given.path(".flor")).doesNotExist();
  }

  private static SortedMap<String, String> fingerprint(Given given) {
    try (Stream<Path> all = Files.walk(given.path(""))) {
      SortedMap<String, String> found = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = given.path("").relativize(file).toString();
        if (!name.startsWith(".flor")
            && !name.startsWith(".git/objects")
            && !name.startsWith(".git/refs/flor")) {
          found.put(
              name,
              Files.getLastModifiedTime(file)
                  + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rangesTagsSinceFirstParentAndSingleRevisionsAreUnderstood() {
    Given given = versions();
    given.git("tag", "first", "main~3");
    given
        .flor(
            "propagate", "--commits", "first,main~3..main", "--format", "csv", "--fail-on", "none")
        .exits(ExitCode.DONE)
        .says("5 versions: 3 statements inserted, 0 present, 2 refused");
    given
        .flor("propagate", "--commits", "main~3..main", "--first-parent", "--no-diff")
        .says("3 versions: ");
    given.flor("propagate", "--since", "1970-01-01").says("5 versions: ");
    given.flor("propagate", "--since", "2999-01-01").exits(ExitCode.DONE).says("0 versions: ");
    given.flor("propagate", "--commits", "side...main", "--no-diff").says("3 versions: ");
    given.flor("propagate", "--since", "soon").exits(ExitCode.USAGE).says("is no date");
  }

  @Test
  void theSecondTimeNothingIsWorkedOutAndTheAnswersAreTheSame() {
    Given given = versions();
    String first = given
        .flor("propagate", "--since", "1970-01-01", "--json")
        .exits(ExitCode.PARTLY)
        .out();
    assertThat(given.path(".flor/propagations")).isNotEmptyDirectory();
    assertThat(given.flor("propagate", "--since", "1970-01-01", "--json").out()).isEqualTo(first);
  }

  @Test
  void rowsTellVersionStatementOutcomePlaceAndScore() {
    versions()
        .flor("propagate", "--commits", "main~3,main~2,main~1", "--format", "csv")
        .exits(ExitCode.PARTLY)
        .prints(
            "version,subject,statement,outcome,place,score,detail",
            ",v1,total,inserted,src/demo/Sum.java:9,",
            ",v3,total,refused,src/demo/Sum.java:",
            "no-counterpart");
  }

  @Test
  void statementsOfAnotherRevisionAreCarriedWithoutTheWorkingTree() {
    Given given = versions().commit("logs").file("src/demo/Sum.java", "class Broken {");
    given
        .flor("propagate", "--from", "main", "--commits", "main~4", "--no-diff")
        .exits(ExitCode.DONE)
        .prints("total: inserted at src/demo/Sum.java:9");
    given.git("clone", "--quiet", "--bare", ".", "../bare one.git");
    String[] inBare = {"-C", "../bare one.git", "propagate", "--from", "main", "--commits", "main~4"
    };
    given.flor(inBare).exits(ExitCode.FAILED).says("bare", "FLOR_HOME");
    given.file("../bare one.git/.flor/.gitignore", "*\n");
    given.flor(inBare).exits(ExitCode.DONE).prints("total: inserted at src/demo/Sum.java:9");
  }

  @Test
  void refusalsThatDoNotCountDoNotFail() {
    Given given = versions();
    given.flor("propagate", "--commits", "main~1", "--no-diff").exits(ExitCode.FAILED);
    given.flor("propagate", "--commits", "main~1,main~2", "--no-diff").exits(ExitCode.PARTLY);
    given
        .flor("propagate", "--commits", "main~1", "--no-diff", "--fail-on", "ambiguous")
        .exits(ExitCode.DONE);
    given
        .flor("propagate", "--commits", "main~1", "--no-diff", "--fail-on", "none")
        .exits(ExitCode.DONE);
    given.flor("propagate", "--commits", "main~1", "--fail-on", "x").exits(ExitCode.USAGE);
  }

  @Test
  void eachPatchAppliesAndGivesTheFilesThatOutGives() throws IOException {
    String crlf = SUM.replace("\n", "\r\n");
    String latin = SUM.replace("package demo;", "package demo; // h\u00e9l\u00e8ne");
    Given given = Given.repository(temporary);
    given.git("config", "core.autocrlf", "false");
    Map<String, byte[]> files = new TreeMap<>(Map.of(
        "src/demo/Crlf.java", crlf.replace("Sum", "Crlf").getBytes(StandardCharsets.UTF_8),
        "src/demo/Bare.java",
            SUM.replace("Sum", "Bare").stripTrailing().getBytes(StandardCharsets.UTF_8),
        "src/de mo/Spaced.java", SUM.replace("Sum", "Spaced").getBytes(StandardCharsets.UTF_8),
        "src/demo/N\u00e4me.java", SUM.replace("Sum", "N\u00e4me").getBytes(StandardCharsets.UTF_8),
        "src/demo/Latin.java",
            latin.replace("Sum", "Latin").getBytes(StandardCharsets.ISO_8859_1)));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Outputs.write(given.path(file.getKey()), file.getValue());
    }
    given.commit("odd files");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
      String end = text.contains("\r") ? "\r\n" : "\n";
      Outputs.write(
          given.path(file.getKey()),
          text.replace(
                  "    return total;",
                  "    dev.flor.Flor.log(\"total\", total);" + end + "    return total;")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    given
        .flor(
            "propagate",
            "--commits",
            "main",
            "--patch",
            "../patches",
            "--out",
            "../out",
            "--no-diff")
        .exits(ExitCode.DONE)
        .says("5 statements inserted");
    String id = given.git("rev-parse", "main").strip();
    Path clone = temporary.resolve("clone");
    given.git("clone", "--quiet", ".", clone.toString());
    String patch = given.path("../patches/" + id + ".patch").toString();
    GitProcess.output(clone, "apply", "--check", patch);
    GitProcess.output(clone, "apply", "--index", patch);
    for (String file : files.keySet()) {
      assertThat(clone.resolve(file))
          .as(file)
          .hasSameBinaryContentAs(given.path("../out/" + id + "/" + file));
    }
  }

  /** The same name in two encodings is one name, and goes into each version in its own. */
  @ParameterizedTest
  @CsvSource({
    "windows-1251, \u0441\u0443\u043c\u043c\u0430",
    "Shift_JIS, \u5408\u8a08\u8868",
    "ISO-8859-2, \u010d\u00ed\u0161lo"
  })
  void aVersionInTheEncodingThatItsBuildDeclaresGetsTheStatementInThat(String charset, String name)
      throws IOException {
    String pom = "<project><properties><project.build.sourceEncoding>%s"
        + "</project.build.sourceEncoding></properties></project>\n";
    String sum = SUM.replace("total", name).replace("  static", "  // \u2603\n  static");
    String plain = sum.replace("\u2603", "EUR");
    Given given = Given.repository(temporary)
        .file("flor.toml", "[build]\ntool = \"javac\"\n")
        .file("pom.xml", pom.formatted(charset));
    Outputs.write(given.path("src/demo/Sum.java"), plain.getBytes(Charset.forName(charset)));
    given.commit("as it was").file("pom.xml", pom.formatted("UTF-8"));
    given.file(
        "src/demo/Sum.java",
        sum.replace(
            "    return",
            "    dev.flor.Flor.log(\"\u2603 " + name + "\", " + name + ");\n    return"));
    given
        .flor("propagate", "--commits", "main", "--patch", "../patches", "--out", "../out")
        .exits(ExitCode.DONE)
        .says("1 statement inserted, 0 present, 0 refused");
    String id = given.git("rev-parse", "main").strip();
    assertThat(Files.readAllBytes(given.path("../out/" + id + "/src/demo/Sum.java")))
        .isEqualTo(plain
            .replace(
                "    return",
                "    dev.flor.Flor.log(\"\\u2603 " + name + "\", " + name + ");\n    return")
            .getBytes(Charset.forName(charset)));
    given.git("stash", "--quiet");
    given.git("apply", "--index", given.path("../patches/" + id + ".patch").toString());
    assertThat(given.path("src/demo/Sum.java"))
        .hasSameBinaryContentAs(given.path("../out/" + id + "/src/demo/Sum.java"));
  }

  @Test
  void aCommitOnTopOfEachVersionCanBeDiffedAndTakenBack() {
    Given given = versions();
    given.git("stash", "list");
    SortedMap<String, String> before = fingerprint(given);
    String[] command = {"propagate", "--since", "1970-01-01", "--no-diff", "--apply-to-refs"};
    given.flor("propagate", "--since", "1970-01-01", "--no-diff");
    assertThat(given.git("for-each-ref", "refs/flor")).isEmpty();
    given
        .flor("propagate", "--since", "1970-01-01", "--no-diff", "--apply-to-refs", "--dry-run")
        .says("would set refs/flor/hindsight/", "dry run: 3 refs would be written");
    assertThat(given.git("for-each-ref", "refs/flor")).isEmpty();
    given.flor(command).exits(ExitCode.PARTLY).says("3 refs written", "flor undo");
    assertThat(given.git("for-each-ref", "refs/flor/hindsight").lines()).hasSize(3);
    String v2 = given.git("rev-parse", "main~2").strip();
    assertThat(given.git("diff", v2, "refs/flor/hindsight/" + v2))
        .contains("+    dev.flor.Flor.log(\"total\", result);");
    assertThat(given.git("log", "-1", "--format=%B", "refs/flor/hindsight/" + v2))
        .contains("total: inserted at src/demo/Sum.java:9, total is result");
    assertThat(given.git("fsck", "--strict", "--no-dangling")).isEmpty();
    given.flor(command).says("nothing to write");
    assertThat(fingerprint(given)).isEqualTo(before);
    given.flor("undo").exits(ExitCode.DONE).says("3 refs taken back").prints("delete refs/flor");
    assertThat(given.git("for-each-ref", "refs/flor")).isEmpty();
    given.flor("undo").exits(ExitCode.DONE).says("nothing to take back");
    assertThat(given.path(".flor/hindsight"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("objects"));
  }

  @Test
  void aReportOfJUnitsHasASuiteForEachVersion() throws Exception {
    Given given = versions();
    given.file("note", "<&\">").commit("v5 <&\"> \u0001");
    given.file("src/demo/Sum.java", logging(SUM));
    given.flor("propagate", "--commits", "main~2,main", "--no-diff", "--junit", "build/report.xml");
    Element suites = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(given.path("build/report.xml").toFile())
        .getDocumentElement();
    assertThat(suites.getAttribute("tests")).isEqualTo("2");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("type"))
        .isEqualTo("no-counterpart");
  }

  @Test
  void theWorkflowOfTheManualRunsInAShell() throws IOException {
    Given given = versions().commit("logs");
    String workflow = Files.readString(Given.REPOSITORY.resolve("docs/ci/flor-nightly.yml"));
    assertThat(Files.readString(Given.REPOSITORY.resolve("docs/ci.md")))
        .contains("(ci/flor-nightly.yml)");
    String flor = String.join(
        " ", given.mainCommand().stream().map(word -> "'" + word + "'").toList());
    given.file("../bin/flor", "#!/bin/sh\nexec " + flor + " \"$@\"\n");
    assertThat(given.path("../bin/flor").toFile().setExecutable(true)).isTrue();
    given.git("init", "--quiet", "--bare", "../origin.git");
    given.git("remote", "add", "origin", "../origin.git");
    for (String step : steps(workflow)) {
      given
          .process(List.of(
              "sh",
              "-e",
              "-c",
              "PATH=\"$PWD/../bin:$PATH\"; export GITHUB_STEP_SUMMARY=\"$PWD/../summary.md\"\n"
                  + step))
          .exits(0);
    }
    assertThat(Files.readString(given.path("../summary.md")))
        .contains("### flor propagate: ", "| total | ", "no-counterpart");
    assertThat(given.path("flor-report.xml")).exists();
    assertThat(given.path("flor-metrics.csv")).exists();
    assertThat(given
            .git("-C", "../origin.git", "for-each-ref", "refs/flor/hindsight")
            .lines())
        .isNotEmpty();
  }

  /** The commands behind {@code run:}, but for those that install flor. */
  private static List<String> steps(String workflow) {
    return Stream.of(workflow.split("(?m)^      - name: "))
        .filter(step -> step.contains("run: |") && !step.startsWith("Install flor"))
        .map(step -> step.substring(step.indexOf("run: |") + "run: |".length()))
        .map(step -> step.split("\n      - ", 2)[0])
        .map(step -> step.replaceAll("(?m)^          ", ""))
        .toList();
  }
}
