package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.model.Dataframe;
import dev.flor.store.model.Ingested;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  @TempDir
  Path temp;

  private static long count(FlorStore store, String table) {
    return (Long) store.query("SELECT COUNT(*) FROM " + table).rows().get(0).get(0);
  }

  @Test
  void aRunningProgramShowsUpAndWhatItLogsLaterIsAdded() {
    Path flor = temp.resolve(".flor");
    TestRun run = TestRun.recorded(flor, "r1", "a").arg("lr", 0.1);
    TestRun.Turn root = run.root();
    root.loop("epoch", 2, epoch -> {
      epoch.log("loss", epoch.index());
      try (FlorStore store = FlorStore.open(flor)) {
        assertThat(store.ingest().values()).isEqualTo(1);
        assertThat(store.runs().get(0).status()).isEqualTo("running");
        assertThat(store.runs().get(0).values()).isEqualTo(epoch.index() + 1);
        assertThat(count(store, "iteration WHERE nanos IS NULL")).isEqualTo(1);
      }
    });
    run.complete();
    try (FlorStore store = FlorStore.open(flor)) {
      Ingested rest = store.ingest();
      assertThat(rest).isEqualTo(new Ingested(1, 0, List.of(), List.of()));
      assertThat(store.ingest()).isEqualTo(new Ingested(0, 0, List.of(), List.of()));
      assertThat(store.runs().get(0).status()).isEqualTo("completed");
      assertThat(count(store, "iteration WHERE nanos IS NULL")).isZero();
      assertThat(count(store, "loop WHERE skipped = FALSE AND nanos = 5000")).isEqualTo(1);
      assertThat(count(store, "value")).isEqualTo(2);
    }
  }

  @Test
  void aRunThatDiedWithoutAnEndCrashed() {
    Path flor = temp.resolve(".flor");
    TestRun run = TestRun.recorded(flor, "r1", "a").log("loss", 1);
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(store.runs().get(0).status()).isEqualTo("running");
      run.log("loss", 2).crash();
      assertThat(store.ingest().values()).isEqualTo(1);
      assertThat(store.runs().get(0).status()).isEqualTo("crashed");
      assertThat(store.ingest()).isEqualTo(new Ingested(0, 0, List.of(), List.of()));
    }
  }

  @Test
  void rebuildingGivesTheSameRows() {
    Path flor = temp.resolve(".flor");
    TestRun late = TestRun.recorded(flor, "r1", "a").arg("lr", 0.1).log("loss", 1);
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      TestRun.recorded(flor, "r2", "b").fault("a note").log("loss", 1).crash();
      TestRun.replayOf(flor, "r3", Optional.of("r1"), "5").log("norm", 1).complete();
      store.ingest();
      late.loop("epoch", 1500, epoch -> epoch.log("loss", 0.1 * epoch.index())).complete();
      store.save(ReplayRecords.with("k1", "replayed", List.of("r3")));
      store.ingest();
      Map<String, List<String>> before = Frames.everything(store);
      assertThat(before.get("VALUE")).hasSize(1504);
      store.rebuild();
      assertThat(Frames.everything(store)).isEqualTo(before);
    }
  }

  private static List<String> chunks(FlorStore store) {
    List<String> all = new ArrayList<>();
    for (String table : List.of("value_chunk", "turn_chunk", "loop_chunk")) {
      all.addAll(Frames.lines(store.query(
          "SELECT run, RAWTOHEX(data) AS hex FROM packed." + table + " ORDER BY 1, 2")));
    }
    return all;
  }

  @Test
  void aDatabaseFilledBitByBitHasTheChunksOfOneMadeAnew() {
    Path flor = temp.resolve(".flor");
    TestRun run = TestRun.recorded(flor, "r1", "a").arg("lr", 0.1);
    try (FlorStore store = FlorStore.open(flor)) {
      run.loop("epoch", 7, epoch -> {
        epoch.loop("step", 1500, step -> {
          step.log("loss", Math.sin((double) step.index()));
          if (step.index() % 400 == 0) {
            step.log("text", "x".repeat((int) step.index() * 60)).log("kind", step.index() > 700);
            store.ingest();
          }
        });
        store.ingest();
        epoch.log("loss", epoch.index());
      });
      run.complete();
      store.ingest();
      Map<String, List<String>> rows = Frames.everything(store);
      assertThat(rows.get("VALUE")).hasSize(7 * (1500 + 1 + 8) + 1);
      assertThat(rows.get("ITERATION")).hasSize(7 * 1501 + 1);
      List<String> before = chunks(store);
      assertThat(before).hasSize(3 + (3 + 3 + 1) + 3 + 1);
      store.rebuild();
      assertThat(chunks(store)).isEqualTo(before);
      assertThat(Frames.everything(store)).isEqualTo(rows);
    }
  }

  @Test
  void aTornTailIsReportedOnceAndWhatIsBeforeItIsKept() throws IOException {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a").log("loss", 1).log("loss", 2).complete();
    Path journal = flor.resolve("runs/r1/journal.flor");
    byte[] whole = Files.readAllBytes(journal);
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      long all =
          (Long) store.query("SELECT position FROM journal").rows().get(0).get(0);
      byte[] torn = java.util.Arrays.copyOf(whole, (int) all - 2);
      Files.write(journal, torn);
      Ingested again = store.rebuild();
      assertThat(again.values()).isEqualTo(2);
      assertThat(again.problems()).hasSize(1).first().satisfies(problem -> {
        assertThat(problem.runId()).isEqualTo("r1");
        assertThat(problem.message()).contains("torn");
      });
      assertThat(store.runs().get(0).status()).isEqualTo("crashed");
      assertThat(store.ingest().problems()).isEmpty();
    }
  }

  @Test
  void aJournalDamagedInTheMiddleKeepsWhatIsIntactBefore() throws IOException {
    Path flor = temp.resolve(".flor");
    TestRun run = TestRun.recorded(flor, "r1", "a");
    run.loop("epoch", 100, epoch -> epoch.log("loss", epoch.index())).complete();
    TestRun.recorded(flor, "r2", "a").log("loss", 1).complete();
    Path journal = flor.resolve("runs/r1/journal.flor");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[1200] ^= 1;
    Files.write(journal, bytes);
    try (FlorStore store = FlorStore.open(flor)) {
      Ingested ingested = store.ingest();
      assertThat(ingested.problems()).hasSize(1);
      assertThat(ingested.values()).isBetween(10L, 100L);
      assertThat(count(store, "value WHERE run = 'r2'")).isEqualTo(1);
      assertThat(store.dataframe(Dataframe.of("loss")).rows()).hasSize((int) ingested.values());
    }
  }

  @Test
  void aFileThatIsNoJournalIsAProblemOfItsRunAlone() throws IOException {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r2", "a").log("loss", 1).complete();
    Files.createDirectories(flor.resolve("runs/r1/journal.flor"));
    Files.createDirectories(flor.resolve("runs/r3"));
    Files.writeString(flor.resolve("runs/r3/journal.flor"), "noise, and more noise");
    try (FlorStore store = FlorStore.open(flor)) {
      Ingested ingested = store.ingest();
      assertThat(ingested.problems()).extracting(Ingested.Problem::runId).contains("r1", "r3");
      assertThat(store.runs()).extracting(RunRow::id).containsExactly("r2");
    }
  }

  @Test
  void verdictsAreFilesFirstAndRowsFollow() throws IOException {
    Path flor = temp.resolve("a b/.flor");
    ReplayRecord record = ReplayRecords.with("k1", "replayed", List.of("r2", "r3"));
    try (FlorStore store = FlorStore.open(flor)) {
      assertThat(store.findReplay("k1")).isEmpty();
      store.save(ReplayRecords.with("k1", "timed-out", List.of()));
      store.save(record);
      assertThat(store.findReplay("k1")).contains(record);
      assertThat(store.replays()).containsExactly(record);
      Files.writeString(flor.resolve("replays/k2.json"), "{ not json");
      assertThat(store.ingest().problems())
          .extracting(Ingested.Problem::runId)
          .containsExactly("k2");
      Files.delete(flor.resolve("replays/k2.json"));
      store.rebuild();
      assertThat(Frames.lines(store.query("SELECT id, outcome, runs, names FROM replay"))
              .get(1))
          .isEqualTo("k1 | replayed | [r2, r3] | [norm, it's \"quoted\"]");
      Files.delete(flor.resolve("replays/k1.json"));
      store.ingest();
      assertThat(count(store, "replay")).isZero();
    }
    try (var files = Files.list(flor.resolve("replays"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void theViewsOfFlorDbShowTheSameRows() {
    Path flor = temp.resolve("digits/.flor");
    TestRun.recorded(flor, "r1", "a")
        .arg("lr", 0.5)
        .loop("epoch", 1, epoch -> epoch.loop("step", 1, step -> step.log("loss", -0.0)))
        .log("done", true)
        .complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(Frames.lines(store.query("SELECT projid, tstamp, filename, ctx_id, value_name,"
              + " value, value_type FROM logs ORDER BY value_name")))
          .containsExactly(
              "PROJID | TSTAMP | FILENAME | CTX_ID | VALUE_NAME | VALUE | VALUE_TYPE",
              "digits | 2026-01-02T03:04:05.678Z | digits.Train | - | done | true | 1",
              "digits | 2026-01-02T03:04:05.678Z | digits.Train | r1:2 | loss | -0.0 | 1",
              "digits | 2026-01-02T03:04:05.678Z | digits.Train | - | lr | 0.5 | 1");
      assertThat(Frames.lines(store.query(
              "SELECT ctx_id, p_ctx_id, l_name, iteration, l_value FROM loops ORDER BY ctx_id")))
          .containsExactly(
              "CTX_ID | P_CTX_ID | L_NAME | ITERATION | L_VALUE",
              "r1:1 | - | epoch | 0 | 0",
              "r1:2 | r1:1 | step | 0 | 0");
    }
  }

  @Test
  void aVeryLongTextIsWholeInItsTableAndInTheView() {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a").log("text", "x".repeat(1_500_000)).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(store.query("SELECT LENGTH(long_text) FROM value").rows())
          .containsExactly(List.of(1_500_000L));
      assertThat(store.query("SELECT LENGTH(value) FROM logs").rows())
          .containsExactly(List.of(1_500_000L));
    }
  }
}
