package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.JournalWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the code of turns is compiled ahead, and that nothing else comes of it. */
class RehearsalTest {
  @ParameterizedTest
  @CsvSource({"4999, 60000, false", "5000, 4, false", "5000, 5, true", "600000, 600000, true"})
  void isDue(long ageMillis, long turnMillis, boolean due) {
    assertThat(Run.isRehearsalDue(
            TimeUnit.MILLISECONDS.toNanos(ageMillis), TimeUnit.MILLISECONDS.toNanos(turnMillis)))
        .isEqualTo(due);
  }

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
