package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.RunDirectory;
import dev.flor.journal.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a run is kept, in folders that are not what one expects of a folder. */
class PlacesTest {
  private static final String LOGS = "Flor.log(\"x\", 1); System.out.println(\"done\");";

  @TempDir
  Path temporary;

  /** The lines of the only run that is kept in this folder. */
  private static List<String> journal(Path florDirectory) {
    List<RunDirectory> runs = RunDirectory.all(florDirectory);
    assertThat(runs).hasSize(1);
    return Transcript.of(runs.get(0).journal());
  }

  private static UserProgram.Outcome run(ProcessBuilder process) throws Exception {
    UserProgram.Outcome outcome = UserProgram.run(process).succeeds();
    assertThat(outcome.out.trim()).isEqualTo("done");
    return outcome;
  }

  private static void git(Path folder, String... arguments) throws Exception {
    ProcessBuilder git = new ProcessBuilder("git").directory(folder.toFile());
    git.command().addAll(List.of(arguments));
    UserProgram.run(git).succeeds();
  }

  @Test
  void aFolderWithLettersThatTheLocaleLacksIsWrittenIn() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "int[] w = new int[1]; try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
            + " for (int e : Flor.loop(\"e\", Flor.range(2))) w[0] = e; }"
            + LOGS);
    Path project = Files.createDirectories(program.folder().resolve("ünï ☃/below"));
    git(project.getParent(), "init");
    ProcessBuilder process = program.process("-Dflor.checkpoint=always");
    process.directory(project.toFile()).environment().put("LC_ALL", "C");
    assertThat(run(process).err).isEmpty();
    List<String> lines = journal(project.resolveSibling(".flor"));
    assertThat(UserProgram.select(lines, "value", "ended")).hasSize(2);
    assertThat(UserProgram.select(lines, "version", "checkpoint")).hasSize(3);
    try (var all = Files.list(program.folder())) {
      assertThat(all).containsExactly(project.getParent());
    }
  }

  @Test
  void aFolderThatWasMovedIsWrittenInWhereItIs() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "java.nio.file.Path here = java.nio.file.Path.of(\"\").toAbsolutePath();"
            + "java.nio.file.Files.move(here, here.resolveSibling(\"moved\"));"
            + LOGS);
    git(program.folder(), "init");
    assertThat(run(program.process()).err).isEmpty();
    assertThat(program.folder()).doesNotExist();
    assertThat(UserProgram.select(journal(temporary.resolve("moved/.flor")), "value", "version"))
        .hasSize(2);
  }

  @Test
  void aFolderThatWasDeletedIsNotMadeAnew() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "java.nio.file.Files.delete(java.nio.file.Path.of(\"\").toAbsolutePath());" + LOGS);
    assertThat(run(program.process()).err.trim())
        .startsWith("flor: nothing is recorded: NoSuchFileException")
        .hasLineCount(1);
    assertThat(program.folder()).doesNotExist();
  }

  @Test
  void anEmptyVariableTellsNoFolder() throws Exception {
    UserProgram program = new UserProgram(temporary, LOGS);
    ProcessBuilder process = program.process("-Dflor.snapshot=false");
    process.environment().put("FLOR_HOME", "");
    run(process);
    assertThat(program.journal("value")).hasSize(1);
    assertThat(program.folder().resolve(".gitignore")).doesNotExist();
  }

  @Test
  void gitStillSeesWhatTheUserKeepsInTheFolderOfTheRuns() throws Exception {
    UserProgram program = new UserProgram(temporary, LOGS);
    Path shared = Files.createDirectories(program.folder().resolve("results"));
    Files.writeString(shared.resolve("mine"), "text\n");
    git(program.folder(), "init");
    run(program.process("-Dflor.dir=results", "-Dflor.snapshot=false"));
    run(program.process("-Dflor.dir=results", "-Dflor.snapshot=false"));
    assertThat(RunDirectory.all(shared)).hasSize(2);
    ProcessBuilder status = new ProcessBuilder("git", "status", "--porcelain", "-uall");
    assertThat(UserProgram.run(status.directory(program.folder().toFile()))
            .succeeds()
            .out
            .trim())
        .isEqualTo("?? results/mine");
  }
}
