package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.db.Db;
import dev.flor.store.db.OwnedDb;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.ReplayRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay's comparison came to stands with its run, whichever of journal and record is taken in first. */
class VerdictTest {
  private static final String VERDICTS = "SELECT id, verdict FROM run ORDER BY id";

  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void inAFolderWithASpace() {
    flor = temp.resolve("my project/.flor");
  }

  private void runs() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    for (String run : List.of("r2", "r3", "r4")) {
      TestRun.replayOf(flor, run, Optional.of("r1"), "5").log("norm", 5).complete();
    }
  }

  private static void save(FlorStore store) {
    store.save(ReplayRecords.with("k1", "replayed", List.of("r2")));
    store.save(ReplayRecords.with("k2", "diverged", List.of("r3")));
  }

  private static List<String> verdicts(FlorStore store) {
    return Frames.lines(store.query(VERDICTS));
  }

  @Test
  void aVerdictThatComesAfterTheRun() {
    runs();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(verdicts(store)).contains("r2 | -", "r3 | -");
      save(store);
      assertThat(verdicts(store))
          .containsExactly("ID | VERDICT", "r1 | -", "r2 | verified", "r3 | diverged", "r4 | -");
    }
  }

  @Test
  void aVerdictThatComesBeforeTheRun() {
    runs();
    try (FlorStore store = FlorStore.open(flor)) {
      save(store);
      store.ingest();
      assertThat(verdicts(store)).contains("r2 | verified", "r3 | diverged", "r4 | -");
      assertThat(Frames.lines(store.query(
              "SELECT run, value, verdict FROM logs WHERE source = 'replayed' ORDER BY 1")))
          .containsExactly(
              "RUN | VALUE | VERDICT", "r2 | 5 | verified", "r3 | 5 | diverged", "r4 | 5 | -");
      assertThat(store.runs().get(1).verdict()).contains("verified");
    }
  }

  @Test
  void anotherReplayUnderTheSameKeyTakesTheVerdictWithIt() {
    runs();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      save(store);
      store.save(ReplayRecords.with("k1", "replayed", List.of("r4")));
      assertThat(verdicts(store)).contains("r2 | -", "r4 | verified");
      Map<String, List<String>> before = Frames.everything(store);
      store.rebuild();
      assertThat(Frames.everything(store).get("RUN")).isEqualTo(before.get("RUN"));
    }
  }

  @Test
  void aReplayWithNothingToCompareWithIsNotVerified() {
    TestRun.replayOf(flor, "r1", Optional.empty(), "5").log("norm", 5).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      ReplayRecord compared = ReplayRecords.with("k1", "replayed", List.of("r1"));
      store.save(new ReplayRecord(
          compared.key(),
          compared.version(),
          Optional.empty(),
          compared.names(),
          compared.outcome(),
          Optional.empty(),
          Optional.empty(),
          "",
          compared.replayRuns(),
          0,
          0,
          Optional.empty(),
          List.of()));
      assertThat(verdicts(store)).contains("r1 | unverified");
      assertThat(Frames.lines(store.dataframe(Dataframe.of("norm"))))
          .contains("5555555 | r1 | 5 | replayed | unverified");
    }
  }

  /** As an earlier flor has left it: other tables, and rows that this one would not read. */
  @Test
  void aStoreOfAnOlderSchemaIsMadeAgainFromJournalsAndRecords() throws java.sql.SQLException {
    runs();
    Map<String, List<String>> before;
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      save(store);
      before = Frames.everything(store);
    }
    try (Db db = OwnedDb.open(flor)) {
      db.transaction(() -> {
        db.update("DROP VIEW logs");
        db.update("ALTER TABLE run DROP COLUMN verdict");
        db.update("UPDATE schema_version SET number = 2");
      });
    }
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(Frames.everything(store)).isEqualTo(before);
    }
  }
}
