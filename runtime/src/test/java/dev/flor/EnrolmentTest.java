package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  private static final int TURNS = 9;
  private static final long MILLI = 1_000_000;

  /** A checkpoint of a small state is thought to take 1 ms, and worth it every 19: none of these loops lasts as long. */
  @Test
  void turnsOfMainLoopsThatFollowOneAnotherCountTogether(@TempDir Path temp) throws Exception {
    RunFolder folder = RunFolder.create(temp, Optional.empty());
    Run run = new Run(folder, Optional.empty(), Optional.empty());
    Enrolment enrolment = Enrolment.open(run, run.threadLoops(), new Object[] {"w", new int[1]});
    for (int epoch = 0; epoch < 2; epoch++) {
      LoopFrame loop = LoopFrame.open(run, "step", TURNS);
      for (int step = 0; step < TURNS; step++) {
        turn(loop, step);
      }
      loop.end(false);
    }
    LoopFrame loop = LoopFrame.open(run, "step", TURNS);
    turn(loop, 0);
    turn(loop, 1);
    enrolment.close();
    run.close();
    List<String> lines = Transcript.of(folder.journal());
    assertThat(lines).filteredOn(line -> line.startsWith("checkpoint")).isNotEmpty();
  }

  private static void turn(LoopFrame loop, int step) {
    loop.beginTurn(step);
    loop.startedAt(System.nanoTime() - MILLI);
    loop.endTurn();
  }
}
