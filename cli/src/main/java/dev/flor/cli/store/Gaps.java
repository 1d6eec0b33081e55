package dev.flor.cli.store;

import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says why a version has no value: one note for each that was asked and refused, or that failed. */
final class Gaps {
  private static final String REPLAYED = "replayed";

  private Gaps() {}

  /** @param allRuns whether the view is about all runs of the versions */
  static List<String> in(
      View view,
      List<String> names,
      List<String> versions,
      List<ReplayRecord> replays,
      boolean allRuns) {
    Map<String, String> notes = new LinkedHashMap<>();
    for (ReplayRecord replay : replays) {
      List<String> missing = new ArrayList<>(replay.names());
      missing.retainAll(names);
      missing.removeIf(name -> hasValue(view, name, abbreviated(replay.version())));
      boolean wanted = versions.isEmpty() || versions.contains(replay.version());
      boolean told = allRuns || !replay.outcome().equals(REPLAYED); // else its run may be left out
      if (wanted && told && !missing.isEmpty()) {
        String asked = String.join(", ", missing);
        notes.putIfAbsent(replay.version() + " " + asked, note(replay, asked));
      }
    }
    return List.copyOf(notes.values());
  }

  private static String note(ReplayRecord replay, String names) {
    StringBuilder note = new StringBuilder("note: ");
    note.append(abbreviated(replay.version())).append(" has no ").append(names);
    note.append(": ").append(replay.outcome());
    if (replay.outcome().equals(REPLAYED)) {
      note.append(", and no value was logged");
    }
    replay.location().ifPresent(location -> note.append(" at ").append(location));
    replay.reason().ifPresent(reason -> note.append(": ").append(reason));
    if (!replay.detail().isEmpty()) {
      note.append(", ").append(replay.detail());
    }
    replay.log().ifPresent(log -> note.append(" (log: ").append(log).append(')'));
    return note.toString();
  }

  private static boolean hasValue(View view, String name, String version) {
    int versionAt = view.indexOf("version");
    int nameAt = view.indexOf(name);
    return versionAt >= 0
        && nameAt >= 0
        && view.rows().stream()
            .anyMatch(row -> version.equals(row.get(versionAt)) && row.get(nameAt) != null);
  }

  private static String abbreviated(String version) {
    return version.substring(0, Math.min(7, version.length()));
  }
}
