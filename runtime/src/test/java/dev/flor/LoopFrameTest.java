package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopFrameTest {
  @Test
  void aTurnOfARangeBeginsWhenTheOneBeforeEndedUnlessFlorWasElsewhere(@TempDir Path temp)
      throws Exception {
    Run run = new Run(RunFolder.create(temp, Optional.empty()), Optional.empty(), Optional.empty());
    LoopFrame loop = LoopFrame.open(run, "step", 9);
    loop.drawsPromptly();
    loop.beginTurn(0);
    loop.endTurn();
    long later = System.nanoTime();
    loop.beginTurn(1);
    assertThat(loop.turnStarted() - later).isNotPositive();
    loop.endTurn();
    loop.pause();
    later = System.nanoTime();
    loop.beginTurn(2);
    assertThat(loop.turnStarted() - later).isNotNegative();
    loop.endTurn();
    LoopFrame.open(run, "between", 1).end(false);
    later = System.nanoTime();
    loop.beginTurn(3);
    assertThat(loop.turnStarted() - later).isNotNegative();
    run.close();
  }
}
