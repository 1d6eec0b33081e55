package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.store.model.Aggregate;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.QueryRefusedException;
import dev.flor.store.model.UnknownNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions, orders, limits and aggregates of the pivot. */
class ShapingTest {
  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void twoRuns() {
    flor = temp.resolve("my project/.flor");
    TestRun.recorded(flor, "r1", "a")
        .arg("lr", 0.1)
        .arg("kind", "sgd")
        .loop(
            "epoch",
            3,
            epoch -> epoch.log("loss", 3.0 - epoch.index()).log("ok", epoch.index() > 0))
        .complete();
    TestRun.recorded(flor, "r2", "b")
        .arg("lr", 1)
        .loop("epoch", 2, epoch -> epoch.log("loss", epoch.index()))
        .complete();
  }

  private List<String> rows(Dataframe question) {
    List<String> lines = Frames.lines(flor, question);
    return lines.subList(1, lines.size()).stream()
        .map(line -> line.replaceFirst("^\\w{7} \\| ", "").replaceFirst(" \\| recorded \\| -$", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "loss > 1; 2",
        "loss >= 1; 4",
        "loss = 1; 2",
        "loss <> 1; 3",
        "loss != 1 and run = 'r1'; 2",
        "lr < 0.5; 3",
        "lr = 1.0; 2",
        "not lr < 0.5; 2",
        "loss > 1 or epoch = 0 and run = 'r2'; 3",
        "(loss > 1 or epoch = 0) and run = 'r2'; 1",
        "run in ('r2', 'r9'); 2",
        "run not in ('r2'); 3",
        "run like 'r_' and version like 'a%'; 3",
        "kind is null; 2",
        "kind is not null AND Kind = 'SGD' or kind = 'sgd'; 3",
        "kind <> 'sgd'; 0",
        "not kind <> 'sgd'; 3",
        "kind > 5; 0",
        "ok; 2",
        "not ok; 1",
        "ok = true; 2",
        "\"loss\" > -1e9; 5",
        "loss < epoch; 1",
        "source = 'recorded'; 5",
        "loss < 9223372036854775808; 5",
      })
  void aConditionChoosesRows(String condition, int count) {
    assertThat(rows(Dataframe.of("loss").where(condition.replace("Kind", "kind"))))
        .hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "loss",
        "loss >",
        "loss > > 1",
        "(loss > 1",
        "loss > 1)",
        "loss in 1",
        "loss in (",
        "loss like loss",
        "loss is 1",
        "loss not 1",
        "'open",
        "\"open",
        "loss > 1; drop table run",
        "loss > 1 loss",
        "select 1",
        "loss = (select 1)",
        "loss ^ 2 > 1",
        "file_read('/etc/passwd') = 'x'",
        "1 = 1 --",
        "loss > 1 and"
      })
  void whatIsNoConditionIsRefusedInOneLine(String condition) {
    Dataframe question = Dataframe.of("loss").where(condition);
    dev.flor.FlorException refused =
        catchThrowableOfType(dev.flor.FlorException.class, () -> rows(question));
    if (condition.equals("loss")) {
      assertThat(refused).isNull(); // a truth may stand alone; a number is none
    } else {
      assertThat(refused).as(condition).isNotNull();
      assertThat(refused.getMessage()).doesNotContain("\n");
      assertThat(refused.hint()).doesNotContain("\n").isNotEmpty();
    }
  }

  @Test
  void whatIsNoNumberIsNeitherLargerNorSmallerNorEqual() {
    TestRun.recorded(flor, "r3", "c")
        .log("weird", Double.NaN)
        .loop("step", 3, step -> step.log("weird", step.index() - 1.0))
        .complete();
    for (String none : List.of("weird > 5", "weird < -5", "weird = NaN", "weird in (NaN)")) {
      assertThat(rows(Dataframe.of("weird").where(none))).as(none).isEmpty();
    }
    assertThat(rows(Dataframe.of("weird").where("weird >= 0"))).hasSize(2);
    assertThat(rows(Dataframe.of("weird").where("weird != weird"))).hasSize(1);
    assertThat(rows(Dataframe.of("weird").where("not (weird >= 0 or weird < 0)")))
        .hasSize(1);
  }

  @Test
  void aConditionWithoutEndIsRefusedAndLeavesTheStackAlone() {
    for (String endless : List.of(
        "(".repeat(20_000) + "loss > 1" + ")".repeat(20_000),
        "loss > 1" + " or loss > 1".repeat(20_000),
        "loss > 1" + " and loss > 1".repeat(20_000))) {
      QueryRefusedException refused = catchThrowableOfType(
          QueryRefusedException.class, () -> rows(Dataframe.of("loss").where(endless)));
      assertThat(refused).hasMessageContaining("it has more than 1000 parts");
      assertThat(refused.getMessage()).hasSizeLessThan(200);
    }
    assertThat(rows(Dataframe.of("loss").where("loss > 1" + " or loss > 1".repeat(900))))
        .hasSize(2);
  }

  @Test
  void anUnknownColumnSaysWhichWasMeant() {
    UnknownNameException unknown = catchThrowableOfType(
        UnknownNameException.class, () -> rows(Dataframe.of("loss").where("los > 1")));
    assertThat(unknown).hasMessage("there is no column 'los'");
    assertThat(unknown.hint()).isEqualTo("did you mean 'loss'?");
  }

  @Test
  void aHintIsShortHoweverLongAndManyTheNamesAre() {
    TestRun run = TestRun.recorded(flor, "r3", "c").log("x".repeat(10_000), 1);
    for (int i = 0; i < 50; i++) {
      run.log("name" + i, i);
    }
    run.complete();
    UnknownNameException unknown =
        catchThrowableOfType(UnknownNameException.class, () -> rows(Dataframe.of("qqqqqqqqqqqq")));
    assertThat(unknown.hint()).hasSizeLessThan(500).startsWith("logged are: ").endsWith(" in all)");
    UnknownNameException endless = catchThrowableOfType(
        UnknownNameException.class, () -> rows(Dataframe.of("q".repeat(10_000))));
    assertThat(endless.getMessage()).hasSizeLessThan(100);
  }

  @Test
  void rowsComeInTheOrderAskedForNothingLast() {
    assertThat(rows(Dataframe.of("loss").orderBy("loss desc, run")))
        .containsExactly(
            "r1 | 0 | 3.0", "r1 | 1 | 2.0", "r1 | 2 | 1.0", "r2 | 1 | 1", "r2 | 0 | 0");
    assertThat(rows(Dataframe.of("loss", "kind").orderBy("kind, epoch DESC").limit(4)))
        .containsExactly(
            "r1 | 2 | 1.0 | sgd", "r1 | 1 | 2.0 | sgd", "r1 | 0 | 3.0 | sgd", "r2 | 1 | 1 | -");
    assertThat(rows(Dataframe.of("loss").orderBy("lr DESC").limit(1)))
        .containsExactly("r2 | 0 | 0");
    assertThat(rows(Dataframe.of("loss").limit(0))).isEmpty();
  }

  @Test
  void oneRowPerRunHasOneValueOfEachName() {
    Dataframe losses = Dataframe.of("loss", "lr");
    assertThat(rows(losses.each(Aggregate.MAX))).containsExactly("r1 | 3.0 | 0.1", "r2 | 1 | 1");
    assertThat(rows(losses.each(Aggregate.MIN))).containsExactly("r1 | 1.0 | 0.1", "r2 | 0 | 1");
    assertThat(rows(losses.each(Aggregate.MEAN)))
        .containsExactly("r1 | 2.0 | 0.1", "r2 | 0.5 | 1.0");
    assertThat(rows(losses.each(Aggregate.LAST))).containsExactly("r1 | 1.0 | 0.1", "r2 | 1 | 1");
    assertThat(rows(losses.each(Aggregate.COUNT))).containsExactly("r1 | 3 | 1", "r2 | 2 | 1");
    assertThat(rows(
            losses.each(Aggregate.MAX).where("epoch > 0").orderBy("loss desc").limit(1)))
        .containsExactly("r1 | 2.0 | 0.1");
    assertThat(rows(Dataframe.of("ok", "kind").each(Aggregate.MEAN)))
        .containsExactly("r1 | " + 2 / 3.0 + " | -");
  }

  @Test
  void whatIsRepeatedInManyRowsCountsOnce() {
    TestRun.recorded(flor, "r3", "a")
        .loop("epoch", 2, epoch -> epoch
            .loop("step", 5, step -> step.log("norm", step.index()))
            .log("accuracy", epoch.index()))
        .complete();
    assertThat(rows(Dataframe.of("norm", "accuracy").each(Aggregate.COUNT)))
        .containsExactly("r3 | 10 | 2");
    assertThat(rows(Dataframe.of("norm", "accuracy").each(Aggregate.MEAN)))
        .containsExactly("r3 | 2.0 | 0.5");
  }

  @Test
  void theRowsOfRunsCanBeChosenToo() {
    assertThat(Frames.lines(flor, Dataframe.of().where("lr < 0.5")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("aaaaaaa | r1");
    assertThat(Frames.lines(flor, Dataframe.of().orderBy("loss").limit(1)))
        .last()
        .asString()
        .startsWith("aaaaaaa | r1"); // whose last loss is 1.0, and which comes first
  }

  @Test
  void replayedAndRecordedValuesCountOnceAndTheRecordedOne() {
    TestRun.replayOf(flor, "r4", Optional.of("r1"), "5")
        .root()
        .over("epoch", 1, List.of(1, 2), epoch -> epoch.log("loss", 100.0).log("norm", 1));
    assertThat(Frames.lines(flor, Dataframe.of("loss", "norm").each(Aggregate.MAX)))
        .contains("aaaaaaa | r1 | 3.0 | 1 | both | -");
    assertThat(Frames.lines(flor, Dataframe.of("loss", "norm").each(Aggregate.COUNT)))
        .contains("aaaaaaa | r1 | 3 | 2 | both | -");
  }
}
