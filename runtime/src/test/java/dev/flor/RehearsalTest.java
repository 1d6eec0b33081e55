package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.JournalWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nothing comes of a rehearsal but compiled code. */
class RehearsalTest {
  @Test
  void theRunThatIsPlayedIsNotToldOfIt() throws IOException {
    List<String> faults = new ArrayList<>();
    Run played = new Run(JournalWriter.nowhere(faults::add));
    LoopFrame frame = LoopFrame.open(played, "epoch", 2);
    frame.beginTurn(0);
    Context turn = played.threadLoops().context();
    new Rehearsal(played).run();
    assertThat(played.threadLoops().top()).isSameAs(frame);
    assertThat(played.threadLoops().context()).isSameAs(turn);
    frame.endTurn();
    frame.beginTurn(1);
    assertThat(played.threadLoops().context().id()).isEqualTo(turn.id() + 1);
    assertThat(faults).isEmpty();
  }
}
