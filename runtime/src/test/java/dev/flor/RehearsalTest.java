package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is a rehearsal, and that nothing comes of it but compiled code. */
class RehearsalTest {
  private static final long MILLI = 1_000_000;

  @Test
  void afterSomeLongTurnsOfARunThatLasts(@TempDir Path temp) throws IOException {
    Run run = new Run(RunFolder.create(temp, Optional.empty()), Optional.empty(), Optional.empty());
    long soon = System.nanoTime() + 1_000 * MILLI;
    long later = soon + 3_000 * MILLI;
    assertThat(run.dueToRehearse(later, MILLI / 6)).isFalse();
    assertThat(run.dueToRehearse(soon, MILLI)).isFalse();
    assertThat(run.dueToRehearse(later, MILLI)).isFalse();
    assertThat(run.dueToRehearse(soon, MILLI)).isFalse();
    assertThat(run.dueToRehearse(later, MILLI / 6)).isFalse();
    assertThat(run.dueToRehearse(later, MILLI)).isTrue();
    assertThat(run.dueToRehearse(later, MILLI)).isFalse();
    run.close();
  }

  @Test
  void allTurnsArePlayedAndTheRunIsNotToldOfThem() throws IOException {
    List<String> refused = new ArrayList<>();
    Run played = new Run(JournalWriter.nowhere(refused::add));
    LoopFrame frame = LoopFrame.open(played, "epoch", 2);
    frame.beginTurn(0);
    Context turn = played.threadLoops().context();
    Rehearsal rehearsal = new Rehearsal(played);
    rehearsal.run();
    assertThat(rehearsal.turns()).isEqualTo(Rehearsal.TURNS);
    assertThat(played.threadLoops().top()).isSameAs(frame);
    assertThat(played.threadLoops().context()).isSameAs(turn);
    frame.endTurn();
    frame.beginTurn(1);
    assertThat(played.threadLoops().context().id()).isEqualTo(turn.id() + 1);
    assertThat(refused).isEmpty();
  }
}
