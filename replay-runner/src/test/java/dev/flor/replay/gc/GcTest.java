package dev.flor.replay.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunLock;
import dev.flor.replay.Outcome;
import dev.flor.replay.ReplayListener;
import dev.flor.replay.ReplayPlan;
import dev.flor.replay.ReplayReport;
import dev.flor.replay.ReplayRequest;
import dev.flor.replay.ReplayTask;
import dev.flor.replay.ReplayTask.Segment;
import dev.flor.replay.TaskReport;
import dev.flor.replay.Training;
import dev.flor.replay.Turns;
import dev.flor.replay.build.KeptBuild;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.propagation.ToolVersion;
import dev.flor.store.FlorStore;
import dev.flor.store.model.RunRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcTest {
  private static final Retention NOTHING =
      new Retention(Optional.empty(), OptionalInt.of(0), OptionalLong.empty());

  @TempDir
  Path folder;

  private Training training;
  private Path flor;

  @BeforeEach
  void program() {
    training = Training.in(folder).startingQuickly(folder).source(Training.PROGRAM);
    flor = training.project().florDir();
  }

  private GcReport gc(Retention checkpoints, Retention builds) {
    return gc(new GcRequest(checkpoints, builds, List.of(), List.of(), false));
  }

  private GcReport gc(GcRequest request) {
    return new Gc(flor, Instant.now(), notice -> {}).run(request);
  }

  private int checkpoints() {
    return new CheckpointFiles(flor).blobs().size();
  }

  private List<Path> builds() throws IOException {
    try (Stream<Path> entries = Files.list(flor.resolve("builds"))) {
      return entries
          .filter(entry -> entry.getFileName().toString().length() > 10)
          .sorted()
          .toList();
    }
  }

  private static Retention newest(int count) {
    return new Retention(Optional.empty(), OptionalInt.of(count), OptionalLong.empty());
  }

  private void endedAgo(String run, Duration ago) throws IOException {
    Files.setLastModifiedTime(
        flor.resolve("runs").resolve(run).resolve("journal.flor"),
        FileTime.from(Instant.now().minus(ago)));
  }

  @Test
  void aRunWhoseCheckpointsAreGoneIsPlannedAndReplayedFromItsStart() {
    String version = training.commit("v1");
    String recorded = training.record();
    training.source(Training.withEpochProbe(Training.PROGRAM));
    assertThat(training.plan("second", 1, version).tasks().get(0).skipped()).contains("step");

    GcReport report = gc(NOTHING, Retention.ALL);

    assertThat(report.items()).hasSize(1).allSatisfy(item -> {
      assertThat(item.kind()).isEqualTo(GcReport.Kind.CHECKPOINTS);
      assertThat(item.name()).isEqualTo(recorded);
      assertThat(item.bytes()).isPositive();
      assertThat(item.because()).isEqualTo("count");
    });
    assertThat(checkpoints()).isZero();
    ReplayTask planned = training.plan("second", 1, version).tasks().get(0);
    assertThat(planned.skipped()).isEmpty();
    assertThat(planned.segments()).extracting(Segment::first).containsExactly(0L);
    TaskReport task = training.replayOne("second", version);
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.fellBack()).isFalse();
    String replayed = task.replayRuns().get(0);
    assertThat(training.iterations(replayed, "step")).isEqualTo(100);
    assertThat(training.values(replayed, "second"))
        .hasSize(20)
        .isEqualTo(training.values(recorded, "truth"));
  }

  @Test
  void whatIsTakenAwayAfterThePlanIsFoundMissingAndTheReplayIsStillRight() {
    String version = training.commit("v1");
    String recorded = training.record("epochs", "4");
    training.source(Training.afterStep(Training.PROGRAM, "Flor.log(\"first\", model.weights[0]);"));
    ReplayRequest last = ReplayRequest.of(List.of("first"), List.of(version), 1)
        .of(Turns.parse("epoch", "3").orElseThrow());
    ReplayPlan plan = training.plan(last);
    assertThat(plan.tasks().get(0).segments().get(0).first()).isEqualTo(3);
    gc(NOTHING, Retention.ALL);

    TaskReport task = training.replay(plan).tasks().get(0);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.fellBack()).isTrue();
    assertThat(training.values(task.replayRuns().get(0), "loss"))
        .isEqualTo(training.values(recorded, "loss"));
  }

  @Test
  void equalCheckpointsOfTwoRunsGoWithTheLastThatKeepsThem() {
    training.commit("v1");
    training.record("epochs", "3");
    int ofThree = checkpoints();
    String longer = training.record("epochs", "4");
    assertThat(checkpoints()).isGreaterThan(ofThree).isLessThan(2 * ofThree);
    int all = checkpoints();

    assertThat(gc(newest(1), Retention.ALL).items()).isEmpty();
    assertThat(checkpoints()).isEqualTo(all);
    String shorter = training.runs().get(0).runId();
    GcReport kept = gc(new GcRequest(newest(0), Retention.ALL, List.of(shorter), List.of(), false));

    assertThat(kept.items()).extracting(GcReport.Item::name).containsExactly(longer);
    assertThat(checkpoints()).isEqualTo(ofThree);
    assertThat(gc(NOTHING, Retention.ALL).items())
        .extracting(GcReport.Item::name)
        .containsExactly(shorter);
    assertThat(checkpoints()).isZero();
  }

  @Test
  void ageCountsFromTheEndOfARunAndSizeFromTheNewest() throws IOException {
    training.commit("v1");
    String old = training.record("epochs", "2");
    training.source(Training.PROGRAM.replace("Random(7)", "Random(8)")).commit("v2");
    String middle = training.record("epochs", "2");
    training.source(Training.PROGRAM.replace("Random(7)", "Random(9)")).commit("v3");
    training.record("epochs", "2");
    endedAgo(old, Duration.ofDays(40));
    endedAgo(middle, Duration.ofDays(20));
    Retention aged =
        new Retention(Optional.of(Duration.ofDays(30)), OptionalInt.empty(), OptionalLong.empty());
    GcRequest dry = new GcRequest(aged, Retention.ALL, List.of(), List.of(), true);
    int all = checkpoints();

    GcReport told = gc(dry);
    assertThat(checkpoints()).isEqualTo(all);
    GcReport done = gc(aged, Retention.ALL);

    assertThat(done.items()).isEqualTo(told.items());
    assertThat(done.items()).extracting(GcReport.Item::name).containsExactly(old);
    assertThat(checkpoints()).isEqualTo(all / 3 * 2);
    long each = done.bytes();
    Retention small =
        new Retention(Optional.empty(), OptionalInt.empty(), OptionalLong.of(each + each / 2));
    assertThat(gc(small, Retention.ALL).items()).allSatisfy(item -> {
      assertThat(item.name()).isEqualTo(middle);
      assertThat(item.because()).isEqualTo("size");
    });
    assertThat(checkpoints()).isEqualTo(all / 3);
  }

  @Test
  void aLiveRunKeepsWhatItHasAndWhatItMayHaveFoundThere() throws IOException {
    training.commit("v1");
    training.record("epochs", "2");
    String live = training.record("epochs", "3");
    int all = checkpoints();
    try (RunLock held = RunLock.take(flor.resolve("runs").resolve(live)).orElseThrow()) {
      assertThat(gc(NOTHING, Retention.ALL).items()).as("%s", held).isEmpty();
      assertThat(checkpoints()).isEqualTo(all);
      assertThatThrownBy(() -> gc(new GcRequest(NOTHING, NOTHING, List.of(), List.of(live), false)))
          .hasMessageContaining("is alive");
    }
    assertThat(gc(NOTHING, Retention.ALL).items()).isNotEmpty();
    assertThat(checkpoints()).isZero();
  }

  @Test
  void aCheckpointThatARunHasComeToRelyOnIsPutBack() throws IOException {
    training.commit("v1");
    training.record("epochs", "2");
    CheckpointFiles files = new CheckpointFiles(flor);
    for (CheckpointFiles.Blob blob : files.blobs().values()) {
      Files.setLastModifiedTime(blob.file(), FileTime.from(Instant.EPOCH));
    }
    List<CheckpointFiles.Blob> looked = List.copyOf(files.blobs().values());
    training.record("epochs", "2");
    looked.forEach(files::remove);
    assertThat(files.blobs().keySet())
        .containsExactlyElementsOf(
            looked.stream().map(CheckpointFiles.Blob::digest).toList());
  }

  @Test
  void nothingGoesWhileAReplayIsUnderWay() {
    String version = training.commit("v1");
    training.record("epochs", "3");
    training.source(Training.withEpochProbe(Training.PROGRAM));
    int all = checkpoints();
    List<GcReport> meanwhile = new ArrayList<>();
    ReplayListener collector = new ReplayListener() {
      @Override
      public void started(ReplayTask task) {
        meanwhile.add(gc(NOTHING, NOTHING));
      }
    };

    ReplayReport report = training.replay(training.plan("second", 1, version), collector);

    assertThat(report.tasks().get(0).fellBack()).isFalse();
    assertThat(meanwhile).hasSize(1).allSatisfy(busy -> {
      assertThat(busy.busy()).isTrue();
      assertThat(busy.items()).isEmpty();
      assertThat(busy.notes()).hasSize(1);
    });
    assertThat(checkpoints()).isEqualTo(all);
    assertThat(gc(NOTHING, NOTHING).busy()).isFalse();
  }

  @Test
  void buildsGoByTheirLastUseAndAreMadeAgain() throws IOException {
    String first = training.commit("v1");
    training.record("epochs", "2");
    Path oldest = builds().get(0);
    training.source(Training.PROGRAM.replace("Random(7)", "Random(8)")).commit("v2");
    training.record("epochs", "2");
    assertThat(builds()).hasSize(2);
    for (Path build : builds()) {
      Files.setLastModifiedTime(build, FileTime.from(Instant.now().minus(Duration.ofDays(50))));
    }
    training.source(Training.PROGRAM).commit("v3");
    training.record("epochs", "2"); // uses the oldest build
    GcReport report = gc(
        Retention.ALL,
        new Retention(Optional.of(Duration.ofDays(30)), OptionalInt.empty(), OptionalLong.empty()));

    assertThat(report.items()).hasSize(1);
    assertThat(builds()).containsExactly(oldest);
    gc(Retention.ALL, NOTHING);
    assertThat(builds()).isEmpty();
    training.source(Training.withEpochProbe(Training.PROGRAM));
    assertThat(training.replayOne("second", first).outcome()).isEqualTo(Outcome.REPLAYED);
  }

  @Test
  void resultsOfPropagationsAndLogsOfReplaysGoByAge() throws IOException {
    Path mine = flor.resolve("propagations").resolve(ToolVersion.id());
    Path fresh = file(mine.resolve("fresh.traces"), Duration.ZERO);
    Path old = file(mine.resolve("old.traces"), Duration.ofDays(40));
    Path other = file(flor.resolve("propagations/0123/fresh.traces"), Duration.ZERO);
    Path log = file(flor.resolve("replays/abc.log"), Duration.ofDays(40));
    Path newLog = file(flor.resolve("replays/def.log"), Duration.ofDays(2));
    Path verdict = file(flor.resolve("replays/abc.json"), Duration.ofDays(40));
    Retention month =
        new Retention(Optional.of(Duration.ofDays(30)), OptionalInt.empty(), OptionalLong.empty());
    GcRequest dry = new GcRequest(Retention.ALL, month, List.of(), List.of(), true);
    assertThat(gc(dry).items())
        .extracting(item -> item.kind().word() + " " + item.because())
        .containsExactly("propagation unreferenced", "propagation age", "log age");
    assertThat(List.of(old, other, log)).allMatch(Files::exists);
    assertThat(gc(Retention.ALL, month).bytes()).isEqualTo(3L * "kept".length());
    assertThat(List.of(fresh, newLog, verdict)).allMatch(Files::exists);
    assertThat(List.of(old, other.getParent(), log)).noneMatch(Files::exists);
  }

  private static Path file(Path file, Duration age) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "kept");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void aJournalGoesOnlyByNameAndWithAllItsRows() {
    training.commit("v1");
    String named = training.record("epochs", "2");
    String other = training.record("epochs", "2");
    gc(NOTHING, NOTHING);
    assertThat(training.runs()).hasSize(2);

    GcReport report = gc(new GcRequest(NOTHING, NOTHING, List.of(), List.of(named), false));

    assertThat(report.items())
        .extracting(GcReport.Item::kind, GcReport.Item::because)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(GcReport.Kind.JOURNAL, "named"));
    assertThat(training.runs()).extracting(RunDirectory::runId).containsExactly(other);
    try (FlorStore store = FlorStore.open(flor)) {
      assertThat(store.runs()).extracting(RunRow::id).containsExactly(other);
    }
    assertThatThrownBy(() -> gc(new GcRequest(NOTHING, NOTHING, List.of(), List.of("nope"), false)))
        .hasMessage("there is no run nope");
  }

  @Test
  void whatNoJournalNamesGoesUnlessAJournalCannotBeRead() throws IOException {
    training.commit("v1");
    String run = training.record("epochs", "2");
    Path stray = flor.resolve("checkpoints/ab/" + "c".repeat(62));
    Files.createDirectories(stray.getParent());
    Files.writeString(stray, "nobody's");
    Path journal = flor.resolve("runs").resolve(run).resolve("journal.flor");
    byte[] whole = Files.readAllBytes(journal);
    Files.writeString(journal, "no journal");
    GcReport careful = gc(Retention.ALL, Retention.ALL);
    assertThat(careful.items()).isEmpty();
    assertThat(careful.notes()).hasSize(1).first().asString().contains(run, "stay");

    Files.write(journal, whole);
    GcReport report = gc(Retention.ALL, Retention.ALL);

    assertThat(report.items()).extracting(GcReport.Item::because).containsExactly("unreferenced");
    assertThat(stray).doesNotExist();
    assertThat(checkpoints()).isPositive();
  }

  @Test
  void killedAtAnyMomentItLeavesNothingThatReadsWrongly() throws Exception {
    String version = training.commit("v1");
    String recorded = training.record();
    training.source(Training.withEpochProbe(Training.PROGRAM));
    Random random = new Random(11);
    long whole = child(Long.MAX_VALUE);
    assertThat(checkpoints()).isZero();
    for (int kill = 0; kill < Integer.getInteger("flor.kills", 5); kill++) {
      training.source(Training.PROGRAM);
      training.record();
      String other = training.record("epochs", "2");
      training.source(Training.withEpochProbe(Training.PROGRAM));
      child((long) (random.nextDouble() * whole), other);

      CheckpointFolder left = new CheckpointFolder(flor.resolve("checkpoints"));
      for (String digest : new CheckpointFiles(flor).blobs().keySet()) {
        assertThat(left.read(digest)).isNotEmpty();
      }
      for (Path build : builds()) {
        assertThat(KeptBuild.isReadable(build)).isTrue();
      }
      try (FlorStore store = FlorStore.open(flor)) {
        store.ingest();
        assertThat(store.runs())
            .extracting(RunRow::id)
            .containsExactlyElementsOf(
                training.runs().stream().map(RunDirectory::runId).toList());
      }
      ReplayRequest again =
          ReplayRequest.of(List.of("second"), List.of(version), 1).forced();
      TaskReport task = training.replay(training.plan(again)).tasks().get(0);
      assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
      assertThat(task.fellBack()).isFalse();
      assertThat(training.values(task.replayRuns().get(0), "second"))
          .isEqualTo(training.values(recorded, "truth"));
    }
    gc(Retention.ALL, Retention.ALL);
    assertThat(Workspace.left(flor)).isEmpty();
  }

  /** Takes everything away in another process, which ends after so many nanoseconds of it as by kill -9. */
  private long child(long nanos, String... journals) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        GcChild.class.getName(),
        flor.toString(),
        Long.toString(nanos)));
    command.addAll(List.of(journals));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = child.waitFor();
    assertThat(code).as(said).isIn(0, GcChild.KILLED);
    return code == 0 ? Long.parseLong(said.strip()) : nanos;
  }
}
