package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.store.model.Aggregate;
import dev.flor.store.model.Column;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.UnknownNameException;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataframeTest {
  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void inAFolderWithASpace() {
    flor = temp.resolve("my project/.flor");
  }

  private List<String> frame(String... names) {
    return Frames.lines(flor, names);
  }

  @Test
  void aNamePerEpochHasARowPerEpoch() {
    TestRun.recorded(flor, "r1", "a")
        .arg("lr", 0.1)
        .loop("epoch", 2, epoch -> epoch.log("loss", 1.0 / (1 + epoch.index())))
        .complete();
    assertThat(frame("loss", "lr"))
        .containsExactly(
            "version | run | epoch | loss | lr | source | verdict",
            "aaaaaaa | r1 | 0 | 1.0 | 0.1 | recorded | -",
            "aaaaaaa | r1 | 1 | 0.5 | 0.1 | recorded | -");
  }

  @Test
  void aRunMayHaveMoreTurnsThanTheDatabaseTakesInOneQuestion() {
    TestRun.recorded(flor, "r1", "a")
        .loop("step", 70_000, step -> step.log("loss", step.index()))
        .complete();
    assertThat(frame("loss"))
        .hasSize(70_001)
        .contains(
            "aaaaaaa | r1 | 0 | 0 | recorded | -", "aaaaaaa | r1 | 69999 | 69999 | recorded | -");
  }

  @Test
  void anOuterNameFillsTheRowsBelowIt() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 2, epoch -> epoch
            .loop("step", 2, step -> step.log("loss", step.index()))
            .log("accuracy", 0.5 + epoch.index()))
        .log("seed", 7)
        .complete();
    assertThat(frame("loss", "accuracy", "seed"))
        .containsExactly(
            "version | run | epoch | step | loss | accuracy | seed | source | verdict",
            "aaaaaaa | r1 | 0 | 0 | 0 | 0.5 | 7 | recorded | -",
            "aaaaaaa | r1 | 0 | 1 | 1 | 0.5 | 7 | recorded | -",
            "aaaaaaa | r1 | 1 | 0 | 0 | 1.5 | 7 | recorded | -",
            "aaaaaaa | r1 | 1 | 1 | 1 | 1.5 | 7 | recorded | -");
  }

  @Test
  void aNameLoggedAtTwoDepthsLosesNothing() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 1, epoch -> epoch
            .loop("step", 2, step -> step.log("loss", step.index()))
            .log("loss", 99)
            .log("lr", 0.1))
        .complete();
    assertThat(frame("loss", "lr"))
        .containsExactly(
            "version | run | epoch | step | loss | lr | source | verdict",
            "aaaaaaa | r1 | 0 | - | 99 | 0.1 | recorded | -",
            "aaaaaaa | r1 | 0 | 0 | 0 | 0.1 | recorded | -",
            "aaaaaaa | r1 | 0 | 1 | 1 | 0.1 | recorded | -");
  }

  @Test
  void aNameLoggedTwiceInOneContextHasTwoRows() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 1, epoch -> epoch
            .log("loss", 1)
            .log("loss", 2)
            .log("accuracy", 0.5)
            .loop("step", 1, step -> step.log("norm", 3)))
        .complete();
    assertThat(frame("loss", "accuracy", "norm"))
        .containsExactly(
            "version | run | epoch | step | loss | accuracy | norm | source | verdict",
            "aaaaaaa | r1 | 0 | - | 1 | 0.5 | - | recorded | -",
            "aaaaaaa | r1 | 0 | - | 2 | 0.5 | - | recorded | -",
            "aaaaaaa | r1 | 0 | 0 | - | 0.5 | 3 | recorded | -");
  }

  @Test
  void replayedValuesStandBesideRecordedOnesAndNeverReplaceThem() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 3, epoch -> epoch.log("loss", 1.0 + epoch.index()))
        .complete();
    TestRun.replayOf(flor, "r2", Optional.of("r1"), "5")
        .root()
        .over(
            "epoch",
            1,
            List.of(1, 2),
            epoch -> epoch.log("loss", -1.0).log("norm", 10.0 + epoch.index()));
    assertThat(frame("loss", "norm"))
        .containsExactly(
            "version | run | epoch | loss | norm | source | verdict",
            "aaaaaaa | r1 | 0 | 1.0 | - | recorded | -",
            "aaaaaaa | r1 | 1 | 2.0 | 11.0 | both | -",
            "aaaaaaa | r1 | 2 | 3.0 | 12.0 | both | -");
    assertThat(frame("norm"))
        .containsExactly(
            "version | run | epoch | norm | source | verdict",
            "aaaaaaa | r1 | 1 | 11.0 | replayed | -",
            "aaaaaaa | r1 | 2 | 12.0 | replayed | -");
  }

  @Test
  void segmentsReplayedByTwoProcessesAreOneRun() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 4, epoch -> epoch.log("loss", 0))
        .complete();
    TestRun.replayOf(flor, "r2", Optional.of("r1"), "5")
        .root()
        .over("epoch", 2, List.of(2, 3), epoch -> epoch.log("norm", epoch.index()));
    TestRun.replayOf(flor, "r3", Optional.of("r1"), "5")
        .root()
        .over("epoch", 0, List.of(0, 1), epoch -> epoch.log("norm", epoch.index()));
    assertThat(frame("norm"))
        .containsExactly(
            "version | run | epoch | norm | source | verdict",
            "aaaaaaa | r1 | 0 | 0 | replayed | -",
            "aaaaaaa | r1 | 1 | 1 | replayed | -",
            "aaaaaaa | r1 | 2 | 2 | replayed | -",
            "aaaaaaa | r1 | 3 | 3 | replayed | -");
  }

  @Test
  void replaysOfAVersionWithoutARecordedRunAreOneRunWhenTheirArgsAgree() {
    TestRun.replayOf(flor, "r1", Optional.empty(), "c")
        .arg("lr", 1)
        .log("loss", 1)
        .complete();
    TestRun.replayOf(flor, "r2", Optional.empty(), "c")
        .arg("lr", 1)
        .log("norm", 2)
        .complete();
    TestRun.replayOf(flor, "r3", Optional.empty(), "c")
        .arg("lr", 9)
        .log("norm", 3)
        .complete();
    assertThat(frame("loss", "norm", "lr"))
        .containsExactly(
            "version | run | loss | norm | lr | source | verdict",
            "ccccccc | r2 | 1 | 2 | 1 | replayed | -",
            "ccccccc | r3 | - | 3 | 9 | replayed | -");
  }

  @Test
  void aDivergedReplayShowsNothing() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    TestRun.replayOf(flor, "r2", Optional.of("r1"), "5").log("norm", 5).complete();
    TestRun.replayOf(flor, "r3", Optional.of("r1"), "5").log("norm", 6).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.save(ReplayRecords.with("k1", "replayed", List.of("r2")));
      store.save(ReplayRecords.with("k2", "diverged", List.of("r3")));
    }
    assertThat(frame("norm"))
        .containsExactly(
            "version | run | norm | source | verdict", "aaaaaaa | r1 | 5 | replayed | verified");
  }

  @Test
  void aDivergedReplayIsShownToWhoAsksForItWhereThereIsNothingBetter() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    TestRun.replayOf(flor, "r2", Optional.of("r1"), "5").log("norm", 5).complete();
    TestRun.replayOf(flor, "r3", Optional.of("r1"), "5")
        .log("norm", 6)
        .log("size", 7)
        .complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      store.save(ReplayRecords.with("k1", "replayed", List.of("r2")));
      store.save(ReplayRecords.with("k2", "diverged", List.of("r3")));
    }
    assertThat(frame("size", "loss"))
        .containsExactly(
            "version | run | size | loss | source | verdict",
            "aaaaaaa | r1 | - | 1 | recorded | -");
    assertThat(Frames.lines(flor, Dataframe.of("size", "loss").withDiverged()))
        .containsExactly(
            "version | run | size | loss | source | verdict",
            "aaaaaaa | r1 | 7 | 1 | both | diverged");
    assertThat(Frames.lines(flor, Dataframe.of("norm").withDiverged()))
        .containsExactly(
            "version | run | norm | source | verdict", "aaaaaaa | r1 | 5 | replayed | verified");
  }

  @Test
  void versionsComeInTheOrderAskedFor() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    TestRun.recorded(flor, "r2", "b").log("loss", 2).complete();
    TestRun.recorded(flor, "r3", "a").log("loss", 3).complete();
    Dataframe loss = Dataframe.of("loss");
    assertThat(Frames.lines(flor, loss.inVersions(List.of("b".repeat(40), "aaaa"))))
        .containsExactly(
            "version | run | loss | source | verdict",
            "bbbbbbb | r2 | 2 | recorded | -",
            "aaaaaaa | r1 | 1 | recorded | -",
            "aaaaaaa | r3 | 3 | recorded | -");
    assertThat(Frames.lines(flor, loss.latest())).hasSize(2).last().asString().contains("r3");
    assertThat(Frames.lines(flor, loss.inRuns(List.of("r2")))).hasSize(2);
    assertThat(Frames.lines(flor, loss.inVersions(List.of("52")))).hasSize(2);
    assertThat(Frames.lines(flor, loss.inVersions(List.of("f")))).hasSize(1);
  }

  @Test
  void typesAreKept() {
    TestRun.recorded(flor, "r1", "a")
        .log("d", -0.0)
        .log("nan", Double.NaN)
        .log("inf", Double.NEGATIVE_INFINITY)
        .log("l", Long.MAX_VALUE)
        .log("b", true)
        .log("s", "it's \"9\"; -- ünï \n")
        .complete();
    TestRun.recorded(flor, "r2", "a")
        .log("d", 1)
        .log("long", "x".repeat(1_500_000))
        .complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      View view = store.dataframe(Dataframe.of("d", "nan", "inf", "l", "b", "s", "long"));
      assertThat(view.rows().get(0).subList(2, 8))
          .containsExactly(
              -0.0,
              Double.NaN,
              Double.NEGATIVE_INFINITY,
              Long.MAX_VALUE,
              true,
              "it's \"9\"; -- ünï \n");
      assertThat(view.rows().get(1).get(2)).isEqualTo(1L);
      assertThat(view.rows().get(1).get(8)).asString().hasSize(1_500_000);
      assertThat(view.columns().subList(2, 8))
          .extracting(Column::type)
          .containsExactly(
              Column.Type.MIXED,
              Column.Type.DOUBLE,
              Column.Type.DOUBLE,
              Column.Type.LONG,
              Column.Type.BOOLEAN,
              Column.Type.TEXT);
    }
  }

  @Test
  void loopColumnsShowNumbersAndTextsOfTheLoopAndCountTheRest() {
    TestRun.recorded(flor, "r1", "a")
        .root()
        .over(
            "rate",
            0,
            List.of(0.1, 0.25),
            rate -> rate.over(
                "file",
                0,
                List.of("a.txt"),
                file -> file.over(
                    "flag",
                    0,
                    List.of(true),
                    flag -> flag.over("rate", 0, List.of(3), inner -> inner.log("x", 1)))));
    assertThat(frame("x"))
        .containsExactly(
            "version | run | rate | file | flag | rate.2 | x | source | verdict",
            "aaaaaaa | r1 | 0.1 | a.txt | 0 | 3 | 1 | recorded | -",
            "aaaaaaa | r1 | 0.25 | a.txt | 0 | 3 | 1 | recorded | -");
  }

  @Test
  void twoLoopsOfOneNameInOneContextStayApart() {
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 1, epoch -> epoch.log("x", 1))
        .loop("epoch", 1, epoch -> epoch.log("x", 2))
        .loop("test", 1, test -> test.log("x", 3))
        .complete();
    assertThat(frame("x"))
        .containsExactly(
            "version | run | epoch | test | x | source | verdict",
            "aaaaaaa | r1 | 0 | - | 1 | recorded | -",
            "aaaaaaa | r1 | 0 | - | 2 | recorded | -",
            "aaaaaaa | r1 | - | 0 | 3 | recorded | -");
  }

  @Test
  void withoutNamesThereIsOneRowPerRunWithArgsAndLastValues() {
    TestRun.recorded(flor, "r1", "a")
        .arg("lr", 0.1)
        .loop("epoch", 3, epoch -> epoch.log("loss", epoch.index()))
        .complete();
    TestRun.recorded(flor, "r2", "b").log("loss", "nan").crash();
    assertThat(frame())
        .containsExactly(
            "version | run | status | loss | lr | source | verdict",
            "aaaaaaa | r1 | completed | 2 | 0.1 | recorded | -",
            "bbbbbbb | r2 | crashed | nan | - | recorded | -");
  }

  @Test
  void aVersionWithoutTheNameHasNoRowUnlessAnotherNameIsThere() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    TestRun.recorded(flor, "r2", "b").arg("lr", 2).complete();
    assertThat(frame("loss")).hasSize(2);
    assertThat(frame("loss", "lr"))
        .hasSize(3)
        .last()
        .isEqualTo("bbbbbbb | r2 | - | 2 | recorded | -");
  }

  @Test
  void anUnknownNameSaysWhichWasMeant() {
    TestRun.recorded(flor, "r1", "a").log("loss", 1).complete();
    UnknownNameException unknown =
        catchThrowableOfType(UnknownNameException.class, () -> frame("lost"));
    assertThat(unknown).hasMessage("no run has logged 'lost'");
    assertThat(unknown.hint()).isEqualTo("did you mean 'loss'?");
    unknown = catchThrowableOfType(UnknownNameException.class, () -> frame("'; DROP TABLE run"));
    assertThat(unknown.hint()).isEqualTo("logged are: loss");
  }

  @Test
  void anEmptyStoreSaysThatNothingIsLogged() {
    UnknownNameException unknown =
        catchThrowableOfType(UnknownNameException.class, () -> frame("loss"));
    assertThat(unknown.hint()).contains("flor run");
    assertThat(frame()).containsExactly("version | run | status | source | verdict");
  }

  @Test
  void hostileNamesAreNamesLikeAnyOther() {
    List<String> names = List.of(
        "a'b",
        "a\"b",
        "; DROP TABLE value; --",
        "SELECT",
        "Loss",
        "loss",
        "LOSS",
        "ünï 😀",
        "a,b\nc\td",
        "",
        " ",
        "run",
        "x".repeat(10_000));
    TestRun run = TestRun.recorded(flor, "r1", "a");
    names.forEach(name -> run.loop(name, 1, turn -> turn.log(name, name)));
    run.complete();
    for (String name : names) {
      assertThat(frame(name).get(1)).isEqualTo("aaaaaaa | r1 | 0 | " + name + " | recorded | -");
      String quoted = '"' + name.replace("\"", "\"\"") + '"';
      String text = "'" + name.replace("'", "''") + "'";
      Dataframe asked = Dataframe.of(name).where(quoted + " = " + text).orderBy(quoted);
      assertThat(Frames.lines(flor, asked)).hasSize(2);
      assertThat(Frames.lines(flor, asked.each(Aggregate.COUNT)).get(1)).contains(" | 1 | ");
      assertThat(Frames.lines(flor, Dataframe.of(name).where(quoted + " <> " + text)))
          .hasSize(1);
    }
    try (FlorStore store = FlorStore.open(flor)) {
      assertThat(store
              .dataframe(new Dataframe(names, List.of(), List.of(), false, false))
              .rows())
          .hasSize(names.size());
      assertThat(store.query("SELECT DISTINCT name FROM value").rows()).hasSize(names.size());
      assertThat(store
              .query("SELECT v.text FROM value v JOIN loop l ON l.run = v.run AND l.name = v.name")
              .rows())
          .hasSize(names.size());
    }
  }
}
