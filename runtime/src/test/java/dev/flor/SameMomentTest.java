package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.RunDirectory;
import dev.flor.journal.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that open their runs at the same moment: all wait for a line, and all get it at once.
 * {@code -Dflor.rounds=50} for as many rounds of eight.
 */
class SameMomentTest {
  private static final int ROUNDS = Integer.getInteger("flor.rounds", 2);
  private static final int AT_ONCE = 8;

  @TempDir
  Path temporary;

  private UserProgram program() throws Exception {
    return new UserProgram(
        temporary,
        "System.out.println(Flor.class); System.in.read();"
            + "for (int i : Flor.loop(\"i\", Flor.range(20)))"
            + "  Flor.log(\"x\", (double) ProcessHandle.current().pid() + i);");
  }

  @Test
  void eachHasARunOfItsOwnAndLosesNothing() throws Exception {
    UserProgram program = program();
    for (int round = 0; round < ROUNDS; round++) {
      runAtOnce(program, "-Dflor.snapshot=false");
    }
    assertThat(program.runs()).hasSize(ROUNDS * AT_ONCE);
    nothingIsLost(program);
  }

  @Test
  void ofThoseThatAreToldTheSameIdOneHasIt() throws Exception {
    UserProgram program = program();
    for (int round = 0; round < ROUNDS; round++) {
      runAtOnce(program, "-Dflor.snapshot=false", "-Dflor.run.id=told" + round);
    }
    assertThat(program.runs()).hasSize(ROUNDS * AT_ONCE);
    assertThat(program.runs()).filteredOn(run -> run.runId().startsWith("told")).hasSize(ROUNDS);
    nothingIsLost(program);
  }

  private static void runAtOnce(UserProgram program, String... options) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      processes.add(program
          .process(options)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start());
    }
    for (Process process : processes) {
      assertThat(process.getInputStream().read()).isPositive(); // it is ready
    }
    for (Process process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
  }

  private static void nothingIsLost(UserProgram program) {
    for (RunDirectory run : program.runs()) {
      List<String> lines = Transcript.of(run.journal());
      assertThat(UserProgram.select(lines, "value")).hasSize(20);
      assertThat(UserProgram.select(lines, "torn", "fault")).isEmpty();
      assertThat(UserProgram.select(lines, "ended")).containsExactly("ended completed");
    }
  }
}
