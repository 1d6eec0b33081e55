package dev.flor.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunIdsTest {
  private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");

  @Test
  void anIdIsAUuidOfVersion7() {
    UUID id = UUID.fromString(RunIds.of(TIME, -1));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
  }

  @Test
  void idsSortByTimeToTheMicrosecond() {
    assertThat(RunIds.of(TIME, -1)).isLessThan(RunIds.of(TIME.plusNanos(1000), 0));
    assertThat(RunIds.of(TIME, -1)).isLessThan(RunIds.of(TIME.plusMillis(1), 0));
  }

  @Test
  void idsOfTheSameInstantDiffer() {
    assertThat(RunIds.of(TIME, 1)).isNotEqualTo(RunIds.of(TIME, 2));
  }
}
