package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.db.Views;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views that answer what people ask of a log: the best run, the newest of each item, what was saved. */
class PatternViewsTest {
  @TempDir
  Path temp;

  private List<String> asked(String query) {
    try (FlorStore store = FlorStore.open(temp.resolve(".flor"))) {
      store.ingest();
      return Frames.lines(store.query(query));
    }
  }

  @Test
  void metricHasTheLowestHighestAndMeanOfEachNameOfARunAndItsReplays() {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a")
        .loop(
            "epoch",
            3,
            epoch -> epoch.log("accuracy", 0.25 * epoch.index()).log("n", epoch.index()))
        .log("accuracy", Double.NaN)
        .log("accuracy", "none")
        .complete();
    TestRun.recorded(flor, "r2", "a")
        .log("accuracy", 0.75)
        .log("broken", Double.NaN)
        .complete();
    TestRun.replayOf(flor, "r3", Optional.of("r1"), "5").log("accuracy", 0.875).complete();
    TestRun.replayOf(flor, "r4", Optional.of("r2"), "5").log("accuracy", 1.0).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.save(ReplayRecords.with("k1", "diverged", List.of("r4")));
    }
    assertThat(
            asked("SELECT run, name, logged, lowest, highest, mean FROM metric ORDER BY name, run"))
        .containsExactly(
            "RUN | NAME | LOGGED | LOWEST | HIGHEST | MEAN",
            "r1 | accuracy | 4 | 0.0 | 0.875 | 0.40625",
            "r2 | accuracy | 1 | 0.75 | 0.75 | 0.75",
            "r1 | n | 3 | 0.0 | 2.0 | 1.0");
    assertThat(asked("SELECT run FROM metric WHERE name = 'accuracy'"
            + " ORDER BY highest DESC FETCH FIRST 1 ROW ONLY"))
        .containsExactly("RUN", "r1");
  }

  @Test
  void itemHasTheNewestValueOfEachNameOfEachItemFirst() {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a")
        .root()
        .over(
            "item",
            0,
            List.of("cat", "hen", "cat"),
            turn -> turn.log("label", "r1/" + turn.index()));
    TestRun.recorded(flor, "r2", "a")
        .root()
        .over("item", 0, List.of("cat"), turn -> turn.log("label", true));
    assertThat(asked("SELECT item, value, run, nth FROM item WHERE loop = 'item' AND name = 'label'"
            + " ORDER BY item, nth"))
        .containsExactly(
            "ITEM | VALUE | RUN | NTH",
            "cat | true | r2 | 1",
            "cat | r1/2 | r1 | 2",
            "cat | r1/0 | r1 | 3",
            "hen | r1/1 | r1 | 1");
  }

  @Test
  void itemsOfDifferentOuterItemsAreDifferentItems() {
    Path flor = temp.resolve(".flor");
    for (String run : List.of("r1", "r2")) {
      TestRun.recorded(flor, run, "a")
          .root()
          .over(
              "document",
              0,
              List.of("letter", "note"),
              document -> document.over(
                  "page", 0, List.of(1, 2), page -> page.log("words", run + page.index())));
    }
    assertThat(asked("SELECT around_item AS document, item AS page, value FROM item"
            + " WHERE loop = 'page' AND around = 'document' AND name = 'words' AND nth = 1"
            + " ORDER BY document, page"))
        .containsExactly(
            "DOCUMENT | PAGE | VALUE",
            "letter | 1 | r20",
            "letter | 2 | r21",
            "note | 1 | r20",
            "note | 2 | r21");
  }

  @Test
  void savedHasWhereInTheLoopsEachCheckpointWasTaken() {
    TestRun.recorded(temp.resolve(".flor"), "r1", "a")
        .loop("epoch", 2, epoch -> epoch.loop("step", 2, step -> {}))
        .saved("ITERATION_END", 1)
        .saved("LOOP_END", 1)
        .complete();
    assertThat(asked("SELECT loop, iteration, item, after_loop, bytes FROM saved"))
        .containsExactlyInAnyOrder(
            "LOOP | ITERATION | ITEM | AFTER_LOOP | BYTES",
            "epoch | 0 | 0 | - | 100",
            "epoch | 0 | 0 | step | 100");
  }

  @Test
  void aRunHasItsEndAndItsThreadsWhereItCameToAnEnd() {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a").ended(4);
    TestRun.recorded(flor, "r2", "a").complete();
    assertThat(asked("SELECT id, threads, ended FROM run"))
        .containsExactly("ID | THREADS | ENDED", "r1 | 4 | 2026-01-02T03:05:05.678Z", "r2 | - | -");
  }

  @Test
  void aCopyOfPlainRowsHasTheSameViews() throws Exception {
    TestRun.recorded(temp.resolve(".flor"), "r1", "a")
        .root()
        .over("item", 0, List.of("cat"), turn -> turn.log("label", 2.5));
    Path copy = temp.resolve("copy");
    try (FlorStore store = FlorStore.open(temp.resolve(".flor"))) {
      store.ingest();
      store.copyTo(copy);
      try (var plain = java.sql.DriverManager.getConnection("jdbc:h2:file:" + copy, "sa", "");
          var statement = plain.createStatement()) {
        for (String view : Views.names()) {
          try (var rows = statement.executeQuery("SELECT * FROM " + view)) {
            View here = store.query("SELECT * FROM " + view);
            assertThat(Frames.lines(rows)).as(view).isEqualTo(Frames.lines(here));
          }
        }
      }
    }
  }
}
