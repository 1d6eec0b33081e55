package dev.flor.propagator.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.metamorphic.Instance.Direction;
import dev.flor.propagator.metamorphic.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small share of what the bench row M1 tries, on the shorter files. */
class MetamorphicTest {
  private static final int EACH = 2;

  /** Per cent, today; what is wrong is listed in docs/benchmarks/M1.md. */
  private static final double WRONG = 0.5;

  private static final double RIGHT = 98.5;

  @Test
  void statementsLandWhereTheRefactoringsTookTheirSurroundings() {
    Tally tally = new Tally();
    List<String> failed = new ArrayList<>();
    Generator generator = new Generator(9, 7_000);
    for (Refactoring refactoring : Generator.refactorings()) {
      for (Direction direction : Direction.values()) {
        generator.each(refactoring, direction, EACH, (instance, probe) -> {
          Verdict verdict = Scorer.score(instance, probe);
          tally.add(instance, verdict);
          if (verdict.kind().wrong()) {
            failed.add(instance.refactoring() + " " + direction + " " + instance.origin() + ": "
                + verdict);
          }
        });
      }
    }
    assertThat(tally.count()).isGreaterThan(200);
    assertThat(tally.count(Kind.UNPARSABLE)).as("%s", failed).isZero();
    assertThat(tally.count(Kind.UNBOUND)).as("%s", failed).isZero();
    assertThat(tally.count(Kind.DAMAGED)).as("%s", failed).isZero();
    assertThat(tally.share(tally.wrong())).as("%s", failed).isLessThan(WRONG);
    assertThat(tally.share(tally.count(Kind.RIGHT))).as("%s", failed).isGreaterThan(RIGHT);
  }

  @Test
  void theSameSettingsMakeTheSameInstances() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    Refactoring refactoring = Generator.refactorings().get(1);
    Direction direction = Direction.OLDER_HAS_IT;
    new Generator(40, 7_000)
        .each(refactoring, direction, 3, (i, p) -> one.add(i.older().toString()));
    new Generator(40, 7_000)
        .each(refactoring, direction, 3, (i, p) -> other.add(i.older().toString()));
    assertThat(one).hasSize(3).isEqualTo(other);
  }
}
