package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Value;
import dev.flor.propagator.ReplayNeeds;
import dev.flor.replay.RecordedRun.ValuePlace;
import dev.flor.replay.ReplayTask.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real programs, recorded, asked something new, and replayed as fast as the plan dares to: whatever it dares, the values are those of
 * an execution from start to end of the program with the probes in it.
 */
class ProgramsTest {
  @TempDir
  Path folder;

  static List<ProgramCase> cases() {
    String only = System.getProperty("flor.program", "");
    return ProgramCase.all().stream()
        .filter(program -> only.isEmpty() || List.of(only.split(",")).contains(program.toString()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReplayGivesWhatAFullRunGives(ProgramCase program) {
    Training training = Training.in(folder).startingQuickly(folder);
    program.writeOlder(training);
    String version = training.commit("v1");
    RecordedRun recorded = training.journal(training.record());
    program.writeLatest(training);
    ReplayPlan plan =
        training.plan(ReplayRequest.of(program.names(), List.of(version), 1).forced());

    TaskReport asPlanned = training.replay(plan).tasks().get(0);

    assertThat(shown(asPlanned)).as(asPlanned.detail()).isEqualTo(program.expected());
    RecordedRun full = training.journal(training.record());
    check(program, training, asPlanned, recorded, full);
    if (resumes(plan.tasks().get(0))) {
      TaskReport parted = training.replay(inTwo(plan, recorded)).tasks().get(0);
      assertThat(parted.outcome()).as(parted.detail()).isEqualTo(asPlanned.outcome());
      check(program, training, parted, recorded, full);
    }
  }

  @Test
  void thereAreProgramsInWhichResumingIsRightAndTraps() {
    List<ProgramCase> all = ProgramCase.all();
    assertThat(all)
        .filteredOn(ProgramCase::isTrap)
        .hasSizeGreaterThanOrEqualTo(25)
        .allMatch(trap ->
            trap.expected().contains("named: ") || trap.expected().contains("after falling back"));
    assertThat(all)
        .filteredOn(ProgramCase::mayBeResumed)
        .hasSizeGreaterThanOrEqualTo(40)
        .allMatch(program -> program.expected().contains("outcome: replayed\n")
            && program.expected().contains("resumes: yes"));
  }

  /** The same plan, with the turns of a main loop that may be resumed given to two processes. */
  private static ReplayPlan inTwo(ReplayPlan plan, RecordedRun recorded) {
    return new ReplayPlan(
        plan.request(), plan.tasks().stream().map(task -> inTwo(task, recorded)).toList());
  }

  private static ReplayTask inTwo(ReplayTask task, RecordedRun recorded) {
    String loop = task.needs().flatMap(ReplayNeeds::mainLoop).orElseThrow();
    long middle = recorded.iterationNanos(loop).size() / 2;
    return task.inSegments(List.of(new Segment(0, middle), new Segment(middle, -1)));
  }

  private static boolean resumes(ReplayTask task) {
    return task.needs().filter(ReplayNeeds::resumable).isPresent();
  }

  private static void check(
      ProgramCase program,
      Training training,
      TaskReport report,
      RecordedRun recorded,
      RecordedRun full) {
    List<RecordedRun> replays =
        report.replayRuns().stream().map(training::journal).toList();
    Map<ValuePlace, Value> again = new TreeMap<>(Training.BY_PLACE);
    replays.forEach(replay -> again.putAll(replay.values()));
    if (report.outcome() == Outcome.REPLAYED) {
      assertThat(of(program.names(), again))
          .isNotEmpty()
          .isEqualTo(of(program.names(), full.values()));
      assertThat(full.values()).containsAllEntriesOf(again);
    }
    boolean faster =
        !report.task().skipped().isEmpty() || report.task().segments().size() > 1;
    if (faster && !report.fellBack() && report.outcome() == Outcome.REPLAYED) {
      assertThat(replays).allSatisfy(replay -> assertThat(replay.endedContexts().size())
          .isLessThan(recorded.endedContexts().size()));
    }
  }

  private static Map<ValuePlace, Value> of(List<String> names, Map<ValuePlace, Value> values) {
    Map<ValuePlace, Value> some = new TreeMap<>(Training.BY_PLACE);
    values.forEach((place, value) -> {
      if (names.contains(place.name())) {
        some.put(place, value);
      }
    });
    return some;
  }

  /** What a case expects. A trap is either named, or noticed by comparing. */
  private static String shown(TaskReport report) {
    ReplayTask task = report.task();
    String named = task.needs().map(ReplayNeeds::obstacles).orElse(List.of()).stream()
        .map(found -> "named: " + found.file() + ":" + found.line() + " " + found.variable())
        .map(String::strip)
        .distinct()
        .collect(Collectors.joining("\n"));
    return ("outcome: " + report.outcome().word()
            + (report.fellBack() ? ", after falling back" : ""))
        + ("\nskips: " + String.join(" ", task.skipped())).stripTrailing()
        + "\nresumes: " + (resumes(task) ? "yes" : "no")
        + (named.isEmpty() ? "" : "\n" + named)
        + "\n";
  }
}
