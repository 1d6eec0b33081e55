package dev.flor.cli.demo;

import dev.flor.cli.io.ExitCode;
import dev.flor.journal.RunDirectory;
import dev.flor.store.FlorStore;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.View;
import dev.flor.testdata.RecordedHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks at what the demo has done, and says what is as it should be and what is not. */
final class DemoChecks {
  private static final int EPOCHS = 20;

  private final DemoStage stage;
  private final int versions;
  private final String name;
  private final Path florDir;
  private final int runsBefore;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  DemoChecks(DemoStage stage, RecordedHistory history, String name) {
    this.stage = stage;
    this.versions = history.commits().size();
    this.name = name;
    this.florDir = stage.repository().resolve(".flor");
    this.runsBefore = runs();
  }

  void replayed(int code, boolean again) {
    check(
        code == ExitCode.PARTLY.number(),
        "the replay's exit code is 3, partly done: one version cannot have the value",
        "the replay's exit code is " + code + ", not 3");
    if (again) {
      check(
          runs() == runsBefore,
          "everything was cached, and no process was started",
          (runs() - runsBefore) + " processes were started, though everything was there");
    }
  }

  void shown(int code) {
    check(code == 0, "the table is complete", "flor dataframe ended with " + code);
  }

  ExitCode verdict() {
    try (FlorStore store = FlorStore.open(florDir)) {
      values(store);
      comparison(store.replays());
    }
    steps();
    check(
        stage.trespasses().isEmpty(),
        "git status, index, HEAD and branches are byte for byte what they were before each command",
        "git's state changed in " + String.join(", ", stage.trespasses()));
    stage.say("What the demo found when it looked again:");
    right.forEach(line -> stage.print("  as it should be: " + line));
    wrong.forEach(line -> stage.print("  WRONG: " + line));
    return wrong.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Every version has a value in every epoch, but one, which was refused with a place. */
  private void values(FlorStore store) {
    View view = store.dataframe(Dataframe.of(name, "loss"));
    SortedSet<String> full = new TreeSet<>();
    SortedSet<String> partial = new TreeSet<>();
    SortedSet<String> all = new TreeSet<>();
    view.column("version").forEach(version -> all.add(String.valueOf(version)));
    for (String version : all) {
      long filled = filled(view, version);
      (filled == EPOCHS ? full : partial).add(version);
    }
    List<ReplayRecord> refused = store.replays().stream()
        .filter(replay -> replay.outcome().equals("refused"))
        .toList();
    boolean one = partial.size() == 1 && filled(view, partial.first()) == 0;
    boolean because = refused.size() == 1
        && refused.get(0).reason().isPresent()
        && refused.get(0).location().isPresent();
    check(
        full.size() == versions - 1
            && one
            && because
            && refused.get(0).version().startsWith(partial.first()),
        full.size() + " versions have " + name + " in all " + EPOCHS + " epochs; one cannot: "
            + partial + reason(refused),
        full.size() + " of " + versions + " versions have " + name + " in all " + EPOCHS
            + " epochs; others: " + partial + reason(refused));
  }

  private long filled(View view, String version) {
    int versionAt = view.indexOf("version");
    int nameAt = view.indexOf(name);
    return view.rows().stream()
        .filter(row -> version.equals(row.get(versionAt)) && row.get(nameAt) != null)
        .count();
  }

  private static String reason(List<ReplayRecord> refused) {
    StringBuilder reasons = new StringBuilder();
    refused.forEach(replay -> reasons
        .append(", ")
        .append(replay.reason().orElse("no reason"))
        .append(" at ")
        .append(replay.location().orElse("no place")));
    return reasons.toString();
  }

  private void comparison(List<ReplayRecord> replays) {
    long compared = replays.stream().mapToLong(ReplayRecord::compared).sum();
    long differing = replays.stream().mapToLong(ReplayRecord::differing).sum();
    check(
        compared > 0 && differing == 0,
        "of " + compared + " values logged again, all are bit for bit those logged then",
        "of " + compared + " values logged again, " + differing + " differ from those logged then");
  }

  /** A value at the end of an epoch needs no step, where the checkpoints hold all that the steps change. */
  private void steps() {
    List<Long> executed = RunDirectory.all(florDir).stream()
        .map(run -> StepCount.of(run, "step"))
        .filter(StepCount::replayOfRecorded)
        .map(StepCount::executed)
        .toList();
    long without = executed.stream().filter(steps -> steps == 0).count();
    long others =
        executed.stream().mapToLong(Long::longValue).filter(steps -> steps > 0).count();
    check(
        without > 0 && others <= 1,
        without + " replays of recorded runs executed no training step; " + others
            + " had to, for a variable that no checkpoint holds",
        others + " of " + executed.size() + " replays of recorded runs executed training steps");
  }

  private void check(boolean holds, String good, String bad) {
    (holds ? right : wrong).add(holds ? good : bad);
  }

  private int runs() {
    return RunDirectory.all(florDir).size();
  }
}
