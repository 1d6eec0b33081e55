package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flor.cli.io.ExitCode;
import dev.flor.journal.RunDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  @ParameterizedTest
  @ValueSource(strings = {"KILL", "INT", "TERM"})
  void aReplayThatIsEndedInMidBatchLeavesNoProgramAndTheNextOneGoesOn(String signal)
      throws IOException, InterruptedException {
    assumeTrue(!signal.equals("INT") || ctrlCArrives(), "SIGINT is ignored here");
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
      given.process(List.of("kill", "-" + signal, Long.toString(flor.pid()))).exits(0);
      flor.waitFor();
      assertThat(running.read()).isEqualTo(-1);
    }
    Files.delete(pipe);
    assertThat(given.flor("runs").exits(0).out().lines().filter(line -> line.contains("replayed")))
        .as("what was finished is stored")
        .hasSize(1);
    given
        .process(given.mainCommand("replay", "state", "--yes", "--jobs", "1"))
        .exits(0)
        .prints("cached")
        .prints("replayed");
    assertThat(given.path(".flor/work")).isEmptyDirectory();
    assertThat(given.path(".flor/replays").toFile().list())
        .filteredOn(name -> name.endsWith(".lock"))
        .isEmpty();
    assertThat(
            given.flor("dataframe", "state", "--format", "csv").exits(0).out().lines())
        .hasSize(1 + 2 * 3)
        .doesNotHaveDuplicates();
    given
        .process(given.mainCommand("replay", "state", "--yes"))
        .exits(0)
        .says("no process was started");
  }

  /** Eight people, or eight jobs, ask for the same at the same time. */
  @Test
  void eightReplaysAtOnceShareTheWorkDoNothingTwiceAndLoseNothing() throws IOException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(0);
    for (String start : List.of("2", "3")) {
      given.file("src/tiny/Train.java", TinyProject.TRAIN.replace("= {1}", "= {" + start + "}"));
      given.commit("Start at " + start);
    }
    given.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"state\", state[0]);"));
    List<CompletableFuture<Given.Answer>> commands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<String> command = given.mainCommand("replay", "state", "--yes", "--json");
      commands.add(CompletableFuture.supplyAsync(
          () -> given.process(command), task -> new Thread(task, "command").start()));
    }
    int replayed = 0;
    int cached = 0;
    for (CompletableFuture<Given.Answer> command : commands) {
      JsonNode report = new ObjectMapper().readTree(command.join().exits(0).out());
      for (JsonNode task : report.get("tasks")) {
        replayed += task.get("outcome").asText().equals("replayed") ? 1 : 0;
        cached += task.get("outcome").asText().equals("cached") ? 1 : 0;
        assertThat(task.get("replayRuns")).hasSize(1);
      }
    }
    assertThat(replayed).isEqualTo(3);
    assertThat(cached).isEqualTo(8 * 3 - 3);
    assertThat(RunDirectory.all(given.path(".flor"))).hasSize(1 + 3);
    assertThat(
            given.flor("dataframe", "state", "--format", "csv").exits(0).out().lines())
        .hasSize(1 + 3 * 3);
    assertThat(given.path(".flor/work")).isEmptyDirectory();
    assertThat(given.path(".flor/replays").toFile().list())
        .filteredOn(name -> name.endsWith(".lock"))
        .isEmpty();
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
