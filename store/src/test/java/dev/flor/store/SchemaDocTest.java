package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.model.VersionFacts;
import dev.flor.store.model.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaDocTest {
  @TempDir
  Path temp;

  private static String doc() throws IOException {
    return Files.readString(Path.of("../docs/schema.md"));
  }

  private FlorStore store() {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a")
        .arg("lr", 0.5)
        .loop("epoch", 2, epoch -> epoch.log("loss", 1.0 + epoch.index()).log("accuracy", 0.25))
        .log("sum", 3)
        .complete();
    TestRun.recorded(flor, "r2", "b")
        .loop("epoch", 1, epoch -> epoch.log("accuracy", 0.75))
        .complete();
    TestRun.replayOf(flor, "r3", Optional.of("r1"), "5").log("sum", 4).complete();
    TestRun.recorded(flor, "r4", "b")
        .root()
        .over("page", 0, List.of("a.html", "b.html"), page -> page.log("label", "good"));
    TestRun.recorded(flor, "r5", "b")
        .root()
        .over("page", 0, List.of("a.html"), page -> page.log("label", "bad"));
    FlorStore store = FlorStore.open(flor);
    store.save(ReplayRecords.placed("k1", "timed-out", List.of("r3")));
    store.ingest();
    store.describe(new VersionFacts(
        "5" + "1".repeat(39),
        List.of("a".repeat(40)),
        Instant.parse("2026-01-01T00:00:00Z"),
        "Ada",
        "first",
        List.of(
            new VersionFacts.Statement("loss", "src/Train.java", 7, "Flor.log(\"loss\", l)"),
            new VersionFacts.Statement("unused", "src/Train.java", 9, "Flor.log(\"unused\", 1)"))));
    return store;
  }

  @Test
  void everyTableAndColumnIsDescribed() throws IOException {
    String doc = doc();
    try (FlorStore store = store()) {
      View columns = store.query("SELECT table_name, column_name FROM information_schema.columns"
          + " WHERE table_schema = 'PUBLIC'");
      assertThat(columns.rows()).hasSizeGreaterThan(80).allSatisfy(row -> {
        assertThat(doc).contains("`" + row.get(0).toString().toLowerCase(Locale.ROOT) + "`");
        assertThat(doc).contains("`" + row.get(1).toString().toLowerCase(Locale.ROOT) + "`");
      });
    }
  }

  @Test
  void theWorkedQueriesWork() throws IOException {
    List<String> queries = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
        .matcher(doc())
        .results()
        .map((MatchResult query) -> query.group(1))
        .toList();
    try (FlorStore store = store()) {
      List<List<String>> answers =
          queries.stream().map(query -> Frames.lines(store.query(query))).toList();
      assertThat(answers)
          .containsExactly(
              List.of("RUN | ACCURACY | HEAD", "r2 | 0.75 | " + "b".repeat(40)),
              List.of("RUN | EPOCH | LOSS", "r1 | 0 | 1.0", "r1 | 1 | 2.0"),
              List.of("NAME | RECORDED | WAS | REPLAYED | BECAME", "sum | r1 | 3 | r3 | 4"),
              List.of("RUN | NAME | WAS"),
              List.of(
                  "VERSION | OUTCOME | REASON | LOCATION | DETAIL",
                  "5".repeat(40) + " | timed-out | - | src/Train.java:7 | "),
              List.of("LR | MEAN_LOSS", "0.5 | 1.5"),
              List.of(
                  "SUBJECT | NAME | FILE | LINE",
                  "first | loss | src/Train.java | 7",
                  "first | unused | src/Train.java | 9"),
              List.of("REASON | STATEMENTS", "no-anchor | 1"),
              List.of(
                  "RUN | NAME | TURNS | NANOS",
                  "r1 | epoch | 2 | 2000",
                  "r2 | epoch | 1 | 1000",
                  "r4 | page | 2 | 2000",
                  "r5 | page | 1 | 1000"),
              List.of("PAGE | LABEL", "a.html | bad", "b.html | good"));
    }
  }

  @Test
  void whatIsKnownOfVersionsAndPlacementsComesBack() {
    try (FlorStore store = store()) {
      assertThat(store.undescribed()).doesNotContain("5" + "1".repeat(39)).hasSizeGreaterThan(2);
      assertThat(
              Frames.lines(store.query("SELECT name, source, line FROM statement WHERE version = '5"
                  + "1".repeat(39) + "' ORDER BY name")))
          .containsExactly(
              "NAME | SOURCE | LINE",
              "accuracy | recorded | -",
              "loss | recorded | 7",
              "sum | recorded | -",
              "unused | - | 9");
      Map<String, List<String>> before = Frames.everything(store);
      assertThat(before.get("PLACEMENT")).hasSize(3);
      store.rebuild();
      assertThat(Frames.everything(store)).isEqualTo(before);
    }
  }
}
