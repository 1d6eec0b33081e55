package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPolicyTest {
  private final List<String> faults = new ArrayList<>();

  private CheckpointPolicy policy(String name) {
    return CheckpointPolicy.told(Optional.ofNullable(name), RestoreRatio.UNMEASURED, faults::add);
  }

  private static boolean due(CheckpointPolicy policy, String site, long turn, long bytes) {
    return policy.lacking(site, turn, bytes) == 0;
  }

  /** How many of these turns end in a checkpoint that costs so much. */
  private static int taken(CheckpointPolicy policy, String site, int turns, long turn, long cost) {
    return taken(policy, site, turns, turn, cost, 0);
  }

  private static int taken(
      CheckpointPolicy policy, String site, int turns, long turn, long cost, long bytes) {
    int taken = 0;
    for (int i = 0; i < turns; i++) {
      if (due(policy, site, turn, bytes)) {
        policy.begun(site);
        policy.stoodStill(site, bytes / 2);
        policy.materialised(site, cost);
        taken++;
      }
    }
    return taken;
  }

  @Test
  void cheapCheckpointsAreTakenAtEveryTurn() {
    assertThat(taken(policy(null), "epoch", 100, 20_000_000, 10_000)).isEqualTo(100);
  }

  @Test
  void aShortRunWithALargeStateHasNone() {
    long hundredMegabytes = 100_000_000;
    assertThat(taken(policy(null), "epoch", 15_900, 1_000_000, 200_000_000, hundredMegabytes))
        .isZero();
    assertThat(taken(policy(null), "epoch", 16_100, 1_000_000, 200_000_000, hundredMegabytes))
        .isEqualTo(1);
  }

  @Test
  void noneIsBegunBecauseTheOnesBeforeAreNotYetMeasured() {
    CheckpointPolicy policy = policy(null);
    int begun = 0;
    for (int i = 0; i < 45; i++) {
      if (due(policy, "epoch", 1_000_000, 0)) {
        policy.begun("epoch");
        begun++;
      }
    }
    assertThat(begun).isEqualTo(2);
  }

  @Test
  void dearOnesCostNoMoreThanFourFifthsOfAFifteenthOfTheRun() {
    int taken = taken(policy("adaptive"), "epoch", 1000, 1_000_000, 1_000_000);
    assertThat(taken).isBetween(50, 1000 * 4 / 75 + 1);
  }

  @Test
  void theProgramsThreadStandsStillForNoMoreThanAFourHundredthOfTheRun() {
    CheckpointPolicy policy = policy("adaptive");
    int taken = 0;
    for (int i = 0; i < 100_000; i++) {
      if (due(policy, "epoch", 1_000_000, 0)) {
        policy.begun("epoch");
        policy.stoodStill("epoch", 1_000_000);
        policy.materialised("epoch", 1_000_001);
        taken++;
      }
    }
    assertThat(taken).isBetween(240, 100_000 / 400 + 10);
  }

  /** Whoever asks at a pace gets nearly as many, and asks much less. */
  @Test
  void itIsNotAskedAtEachTurn() {
    CheckpointPolicy policy = policy("adaptive");
    Pace pace = new Pace();
    int taken = 0;
    int asked = 0;
    for (int i = 0; i < 10_000; i++) {
      if (pace.asks(1_000_000)) {
        asked++;
        long lacking = policy.lacking("epoch", pace.passed(), 0);
        pace.answered(lacking);
        if (lacking == 0) {
          policy.begun("epoch");
          policy.stoodStill("epoch", 10_000);
          policy.materialised("epoch", 5_000_000);
          taken++;
        }
      }
    }
    assertThat(taken)
        .isBetween(95, taken(policy("adaptive"), "epoch", 10_000, 1_000_000, 5_000_000));
    assertThat(asked).isLessThan(1000);
  }

  /** A main loop may be a short one that begins many times. */
  @Test
  void turnsForWhichNobodyAsksCount() {
    CheckpointPolicy policy = policy("adaptive");
    policy.begun("epoch");
    policy.materialised("epoch", 1_000_000);
    assertThat(due(policy, "epoch", 1_000_000, 0)).isFalse();
    policy.passed("epoch", 100_000_000);
    assertThat(due(policy, "epoch", 1_000_000, 0)).isTrue();
  }

  @Test
  void twoKindsOfCheckpointsShareThat() {
    CheckpointPolicy policy = policy("adaptive");
    due(policy, "other", 0, 0);
    int taken = taken(policy, "epoch", 1000, 1_000_000, 1_000_000);
    assertThat(taken).isBetween(25, 1000 * 2 / 75 + 1);
  }

  /** In the first one, code is executed for the first time: that is no reason to think that all will take so long. */
  @Test
  void aFirstOneThatTakesLongIsPaidOffAndForgotten() {
    CheckpointPolicy policy = policy("adaptive");
    int inner = 0;
    int outer = 0;
    for (int i = 0; i < 100; i++) {
      inner += taken(policy, "loop", 1, 269_000_000, i == 0 ? 47_000_000 : 3_500_000, 100_000);
      outer += taken(policy, "turn", 1, 270_000_000, 3_500_000, 100_000);
    }
    assertThat(inner).isGreaterThanOrEqualTo(97);
    assertThat(outer).isGreaterThanOrEqualTo(97);
  }

  /** Of whatever it is that turns and checkpoints take. */
  @RepeatedTest(200)
  void allTogetherCostNoMoreThanThatButForOne(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    CheckpointPolicy policy = policy("adaptive");
    int loops = 1 + random.nextInt(3);
    long time = 0;
    long cost = 0;
    long most = 0;
    for (int turn = 0; turn < 300; turn++) {
      long all = 0;
      for (int loop = 0; loop <= loops; loop++) {
        long nanos = loop < loops ? random.nextLong(10_000_000) : all + random.nextLong(1_000_000);
        all += loop < loops ? nanos : 0;
        time += loop < loops ? 0 : nanos;
        if (due(policy, "loop" + loop, nanos, 1000)) {
          long took = random.nextLong(random.nextBoolean() ? 5_000_000 : 200_000);
          policy.begun("loop" + loop);
          policy.stoodStill("loop" + loop, took / 1000);
          policy.materialised("loop" + loop, took);
          cost += took;
          most = Math.max(most, took);
        }
      }
      assertThat(cost).isLessThanOrEqualTo(time * 4 / 75 + most);
    }
    assertThat(cost).isPositive();
  }

  @Test
  void whereRestoringTakesMuchLongerFewerAreTaken() {
    CheckpointPolicy slow = CheckpointPolicy.told(Optional.empty(), 29, faults::add);
    int taken = taken(slow, "epoch", 1000, 1_000_000, 1_000_000);
    assertThat(taken).isBetween(25, 1000 / 30 + 1);
  }

  @Test
  void whatARestoreTookIsKeptForLaterRuns(@TempDir Path folder) throws Exception {
    RestoreRatio ratio = new RestoreRatio(folder);
    assertThat(ratio.known()).isEqualTo(RestoreRatio.UNMEASURED);
    ratio.measured(300, 100);
    assertThat(new RestoreRatio(folder).known()).isEqualTo((RestoreRatio.UNMEASURED + 3) / 2);
    Files.writeString(folder.resolve("restore-ratio"), "no number");
    assertThat(ratio.known()).isEqualTo(RestoreRatio.UNMEASURED);
  }

  @Test
  void alwaysAndNeverAreWhatTheySay() {
    assertThat(taken(policy("always"), "epoch", 10, 1, 1_000_000)).isEqualTo(10);
    assertThat(taken(policy("never"), "epoch", 10, 1_000_000, 1)).isZero();
    assertThat(faults).isEmpty();
  }

  @Test
  void anUnknownPolicyIsSaidAndIsAdaptive() {
    assertThat(taken(policy("sometimes"), "epoch", 1000, 1_000_000, 1_000_000)).isLessThan(55);
    assertThat(faults).containsExactly("flor.checkpoint=sometimes is no policy; it is adaptive");
  }
}
