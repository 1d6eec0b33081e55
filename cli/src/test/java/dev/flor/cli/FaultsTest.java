package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.io.ExitCode;
import dev.flor.journal.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong from day to day: one line that says what and where, and a hint. */
class FaultsTest {
  private static final String DOUBLE = "Flor.log(\"double\", 2 * state[0]);";

  @TempDir
  Path temporary;

  @Test
  void anUnknownRevision() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.with(DOUBLE));
    given
        .flor("replay", "double", "--commits", "mian~3..main")
        .failsInTwoLines(ExitCode.FAILED, "mian", "");
    given
        .flor("propagate", "--commits", "nonsense")
        .failsInTwoLines(ExitCode.FAILED, "nonsense", "");
  }

  @Test
  void aStatementThatOccursNowhere() {
    TinyProject.committed(temporary)
        .flor("replay", "grad_norm")
        .failsInTwoLines(ExitCode.FAILED, "grad_norm", "loss");
  }

  @Test
  void aNameThatNoRunHasLoggedIsAskedBack() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.flor("dataframe", "lsos").failsInTwoLines(ExitCode.FAILED, "lsos", "loss");
  }

  @Test
  void aRunThatThereIsNot() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given
        .flor("dataframe", "loss", "--run", "nosuch")
        .failsInTwoLines(ExitCode.FAILED, "nosuch", "flor runs");
  }

  @Test
  void aJournalThatIsEmptyOrNoneIsNamedByEveryCommand() throws IOException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    RunDirectory run = RunDirectory.all(given.path(".flor")).get(0);
    for (String text : List.of("", "this is a letter, and no journal")) {
      Files.writeString(run.journal(), text);
      for (String command : List.of("store rebuild", "runs", "runs")) {
        Given.Answer answer = given.flor(command.split(" ")).exits(ExitCode.DONE);
        assertThat(answer.err().lines().filter(line -> line.startsWith("note: run ")))
            .hasSize(1);
      }
      given
          .flor("journal", "cat", run.runId())
          .failsInTwoLines(ExitCode.FAILED, run.runId(), "flor runs");
    }
  }

  @Test
  void aQueryThatWrites() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    given.flor("sql", "delete from run").failsInTwoLines(ExitCode.FAILED, "", "");
    given.flor("sql", "selec 1").failsInTwoLines(ExitCode.FAILED, "", "");
    given.flor("runs").prints("recorded");
  }

  @Test
  void aLatestFileThatDoesNotParse() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"double\", 2 * ;"));
    given
        .flor("replay", "double")
        .failsInTwoLines(ExitCode.FAILED, "double", "src/tiny/Train.java:15");
  }

  @Test
  void anOlderVersionThatDoesNotParseIsRefusedAndStopsNobody() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", "package tiny; class Train { void (").commit("Broken");
    given.file("src/tiny/Train.java", TinyProject.TRAIN).commit("Repaired");
    given.file("src/tiny/Train.java", TinyProject.with(DOUBLE));
    given
        .flor("replay", "double", "--yes")
        .exits(ExitCode.PARTLY)
        .prints("refused", "replayed")
        .says("unparsable", "src/tiny/Train.java:1");
  }

  @Test
  void aWorkingTreeThatDoesNotCompile() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.with("int x = \"\";"));
    given
        .flor("run")
        .failsInTwoLines(ExitCode.FAILED, "src/tiny/Train.java:15", "does not compile");
  }

  @Test
  void anOlderVersionThatDoesNotCompileFailsWithItsLogAndStopsNobody() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Bad.java", "package tiny;\n\nclass Bad {\n  int x = \"\";\n}\n");
    given.commit("Does not compile");
    given.file("src/tiny/Bad.java", "package tiny;\n\nclass Bad {}\n").commit("Compiles");
    given.file("src/tiny/Train.java", TinyProject.with(DOUBLE));
    given
        .flor("replay", "double", "--yes")
        .exits(ExitCode.PARTLY)
        .prints("build-failed", "replayed")
        .says("build-failed", "src/tiny/Bad.java:4");
  }

  @Test
  void aProgramThatExitsWithOne() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.with("if (epoch == 1) { System.exit(1); }"));
    given.commit("Exits");
    given.flor("run").exits(1).says("flor: recorded run ");
    given.file("src/tiny/Train.java", TinyProject.with("if (epoch == 2) { System.exit(1); }"));
    given.commit("Exits too, and was never recorded");
    given.file("src/tiny/Train.java", TinyProject.TRAIN).commit("Does not");
    given.file("src/tiny/Train.java", TinyProject.with(DOUBLE));
    given
        .flor("replay", "double", "--commits", "main~2,main~1,main", "--yes")
        .exits(ExitCode.PARTLY)
        .prints("run-failed", "replayed")
        .says("as it did when it was recorded", "run-failed", "log: ");
  }

  @Test
  void aJournalWithACorruptTailIsCutAndSaidSo() throws IOException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    Path journal = RunDirectory.all(given.path(".flor")).get(0).journal();
    Files.write(journal, "garbage".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    Given.Answer answer = given.flor("dataframe", "loss", "--format", "csv").exits(ExitCode.DONE);
    assertThat(answer.out().lines()).hasSize(4);
    answer.says("note: run ");
  }

  @Test
  void aFullDisk() {
    Given given = TinyProject.committed(temporary);
    given.file("src/tiny/Train.java", TinyProject.with(DOUBLE));
    given
        .flor("propagate", "--from", "src", "--onto", "src", "--json", "/dev/full")
        .failsInTwoLines(ExitCode.FAILED, "cannot write /dev/full", "free space");
  }

  /** A limit on the size of files is the full disk that needs no file system of its own. */
  @Test
  void aDiskThatHoldsNoDatabase() {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "flor"));
    command.addAll(given.mainCommand("dataframe", "loss"));
    given.process(command).failsInTwoLines(ExitCode.FAILED, ".flor", "room on the disk");
    given.flor("dataframe", "loss").exits(ExitCode.DONE).prints("0.25");
  }
}
