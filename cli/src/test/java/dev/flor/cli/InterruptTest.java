package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flor.journal.RunDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are stopped from outside, gently and not. */
class InterruptTest {
  @TempDir
  Path temporary;

  /** The program tells through a pipe that it runs; the pipe ends when its last writer is dead. */
  @Test
  void ctrlCEndsTheReplayAndItsProgramsWithCode130() throws IOException, InterruptedException {
    assumeTrue(ctrlCArrives(), "SIGINT is ignored here, as in jobs in the background of a shell");
    Path pipe = temporary.resolve("pipe");
    Given given = TinyProject.committed(temporary);
    given.process(List.of("mkfifo", pipe.toString())).exits(0);
    given.file(
        "src/tiny/Train.java",
        TinyProject.with(
            "try (var pipe = new java.io.FileOutputStream(\"" + pipe + "\")) { pipe.write(1);"
                + " pipe.flush(); while (true) { Thread.onSpinWait(); } }"
                + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }"));
    given.commit("Runs for ever");
    given.file(
        "src/tiny/Train.java",
        Files.readString(given.path("src/tiny/Train.java"))
            .replace(
                "      Flor.log(\"loss\"",
                "      Flor.log(\"state\", state[0]);\n        Flor.log(\"loss\""));
    List<String> command = new ArrayList<>(given.mainCommand("replay", "state", "--yes"));
    Process flor = new ProcessBuilder(command)
        .directory(given.path("").toFile())
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("output").toFile())
        .start();
    try (InputStream running = Files.newInputStream(pipe)) {
      assertThat(running.read()).isEqualTo(1);
      given.process(List.of("kill", "-INT", Long.toString(flor.pid()))).exits(0);
      assertThat(flor.waitFor()).isEqualTo(ExitCode.INTERRUPTED.number());
      assertThat(running.read()).isEqualTo(-1);
      assertThat(Files.readString(temporary.resolve("output")).lines())
          .filteredOn(line -> line.startsWith("interrupted: "))
          .containsExactly(
              "interrupted: what is finished is kept; run the same command again to go on");
    }
  }

  /** The second version waits while there is a pipe: flor dies, its program follows, and the next command does the rest. */
  @Test
  void killDashNineOfAReplayLeavesNoProgramAndTheNextOneGoesOn()
      throws IOException, InterruptedException {
    Path pipe = temporary.resolve("pipe");
    Given given = TinyProject.committed(temporary);
    given.process(List.of("mkfifo", pipe.toString())).exits(0);
    String waiting = TinyProject.with(
        "if (java.nio.file.Files.exists(java.nio.file.Path.of(\"" + pipe + "\"))) {"
            + " try (var pipe = new java.io.FileOutputStream(\"" + pipe + "\")) { pipe.write(1);"
            + " pipe.flush(); while (true) { Thread.onSpinWait(); } }"
            + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }");
    given.file("src/tiny/Train.java", waiting);
    given.commit("May run for ever");
    given.file(
        "src/tiny/Train.java",
        waiting.replace(
            "      Flor.log(\"loss\"",
            "      Flor.log(\"state\", state[0]);\n        Flor.log(\"loss\""));
    Process flor = new ProcessBuilder(given.mainCommand("replay", "state", "--yes", "--jobs", "1"))
        .directory(given.path("").toFile())
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("output").toFile())
        .start();
    try (InputStream running = Files.newInputStream(pipe)) {
      assertThat(running.read()).isEqualTo(1);
      flor.destroyForcibly().waitFor();
      assertThat(running.read()).isEqualTo(-1);
    }
    Files.delete(pipe);
    given
        .flor("replay", "state", "--yes", "--jobs", "1")
        .exits(0)
        .prints("cached")
        .prints("replayed");
    assertThat(given.path(".flor/work")).isEmptyDirectory();
  }

  /** Every value whose log call returned is there, though the program was killed in mid-epoch. */
  @Test
  void killDashNineOfARunLosesNoLoggedValue() throws IOException, InterruptedException {
    Path pipe = temporary.resolve("pipe");
    Given given = TinyProject.committed(temporary);
    given.process(List.of("mkfifo", pipe.toString())).exits(0);
    given.file(
        "src/tiny/Train.java",
        TinyProject.TRAIN.replace(
            "state[0] += 0.5 * step;",
            "System.out.println(\"at step \" + step); Flor.log(\"at\", 10 * epoch + step); if (epoch == 1 && step == 2) { try (var pipe ="
                + " new java.io.PrintWriter(\"" + pipe + "\")) {"
                + " pipe.println(ProcessHandle.current().pid()); pipe.flush();"
                + " while (true) { Thread.onSpinWait(); } }"
                + " catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }"));
    Process flor = new ProcessBuilder(given.mainCommand("run"))
        .directory(given.path("").toFile())
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("output").toFile())
        .start();
    try (BufferedReader running = Files.newBufferedReader(pipe)) {
      given.process(List.of("kill", "-9", running.readLine())).exits(0);
      assertThat(flor.waitFor()).isEqualTo(128 + 9);
    }
    Given.Answer next = given.flor("dataframe", "at", "loss", "--format", "csv").exits(0);
    assertThat(next.err().lines())
        .hasSize(8)
        .startsWith("note: run " + runId(given) + " crashed in epoch 2 of 3, step 3 of 4")
        .endsWith("  | at step 1", "  | at step 2");
    assertThat(next.out())
        .contains(",0,0,0,", ",0,3,3,", ",1,0,10,", ",1,2,12,")
        .doesNotContain(",1,3,13");
    assertThat(given.flor("runs").prints("crashed").err()).isEmpty();
  }

  /** A program that is started where SIGINT is ignored ignores it, too, and so do all that it starts. */
  private static boolean ctrlCArrives() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "kill -INT $$").start().waitFor() != 0;
  }

  private static String runId(Given given) {
    return RunDirectory.all(given.path(".flor")).get(0).runId();
  }
}
