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

  @Test
  void eachHasARunOfItsOwnAndLosesNothing() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "System.out.println(Flor.class); System.in.read();"
            + "for (int i : Flor.loop(\"i\", Flor.range(20)))"
            + "  Flor.log(\"x\", (double) ProcessHandle.current().pid() + i);");
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        processes.add(program.process("-Dflor.snapshot=false").start());
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
    assertThat(program.runs()).hasSize(ROUNDS * AT_ONCE);
    for (RunDirectory run : program.runs()) {
      List<String> lines = Transcript.of(run.journal());
      assertThat(UserProgram.select(lines, "value")).hasSize(20);
      assertThat(UserProgram.select(lines, "torn", "fault")).isEmpty();
      assertThat(UserProgram.select(lines, "ended")).containsExactly("ended completed");
    }
  }
}
