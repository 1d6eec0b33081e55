package dev.flor.replay;

import dev.flor.journal.Value;
import dev.flor.replay.RecordedRun.ValuePlace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values logged again against those logged then, bit for bit unless the project says that its programs are not that exact.
 *
 * @param compared values that both runs logged at the same place, and those that only then was logged
 *     though the replay went through the place
 * @param differing how many of them are not equal
 * @param first the first difference, in the order of the recorded journal
 */
record Verification(long compared, long differing, Optional<Difference> first) {

  /** The comparison of a run that nothing was recorded of. */
  static final Verification NOTHING = new Verification(0, 0, Optional.empty());

  /** One value that is not what it was. */
  record Difference(ValuePlace place, Value recorded, Optional<Value> replayed) {
    @Override
    public String toString() {
      return place + ": recorded " + recorded.text() + ", replayed "
          + replayed.map(Value::text).orElse("nothing");
    }

    TaskReport.Difference told() {
      return new TaskReport.Difference(
          place.context(),
          place.name(),
          place.ordinal(),
          recorded.text(),
          replayed.map(Value::text));
    }
  }

  boolean equal() {
    return differing == 0;
  }

  /**
   * Compares.
   *
   * @param tolerance how far numbers may differ, as a share of the larger one; 0: not at all
   */
  static Verification of(RecordedRun recorded, List<RecordedRun> replays, double tolerance) {
    long compared = 0;
    long differing = 0;
    Difference first = null;
    for (RecordedRun replay : replays) {
      Set<String> ended = new LinkedHashSet<>(replay.endedContexts());
      for (Map.Entry<ValuePlace, Value> entry : recorded.values().entrySet()) {
        ValuePlace place = entry.getKey();
        Optional<Value> again = Optional.ofNullable(replay.values().get(place));
        if (again.isEmpty() && !ended.contains(place.context())) {
          continue; // a place this replay did not go through
        }
        compared++;
        if (again.isEmpty() || !equal(again.get(), entry.getValue(), tolerance)) {
          differing++;
          first = first != null ? first : new Difference(place, entry.getValue(), again);
        }
      }
    }
    return new Verification(compared, differing, Optional.ofNullable(first));
  }

  /** Only doubles may be off; an infinity, NaN or 0 by nothing, for of these there is no share. */
  static boolean equal(Value again, Value then, double tolerance) {
    if (tolerance == 0
        || again.type() != Value.Type.DOUBLE
        || then.type() != Value.Type.DOUBLE
        || again.equals(then)) {
      return again.equals(then);
    }
    double greater = Math.max(Math.abs(again.asDouble()), Math.abs(then.asDouble()));
    return Double.isFinite(greater)
        && Math.abs(again.asDouble() - then.asDouble()) <= tolerance * greater;
  }
}
