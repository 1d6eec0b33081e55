package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.ReplayOrder;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  /** Training with arrays, Gaussians, a graph that grows, and a shuffle before each epoch. */
  private static final String TRAIN = "int epochs = Flor.arg(\"epochs\", 5);"
      + "Random rng = new Random(7); Model model = new Model();"
      + "Integer[] order = {0, 1, 2};"
      + "try (Checkpointing c = Flor.checkpointing("
      + "     \"model\", model, \"rng\", rng, \"order\", order)) {"
      + "  for (int epoch : Flor.loop(\"epoch\", Flor.range(epochs))) {"
      + "    Collections.shuffle(Arrays.asList(order), rng);"
      + "    for (int i : Flor.loop(\"step\", order)) {"
      + "      System.out.println(\"step\");"
      + "      Flor.log(\"loss\", model.step(rng, i));"
      + "    }"
      + "    Flor.log(\"norm\", model.w[0] * model.w[1] + order[0]);"
      + "  }"
      + "}"
      + "Flor.log(\"final\", model.history.toString());";

  private static final String MODEL =
      "static class Model { double[] w = {1, 2}; List<Double> history = new ArrayList<>();"
          + " Map<String, double[]> slots = new HashMap<>();"
          + " double step(Random rng, int i) {"
          + "  double[] m = slots.computeIfAbsent(\"m\" + i, k -> new double[1]);"
          + "  m[0] = 0.9 * m[0] + rng.nextGaussian(); w[i % 2] += m[0];"
          + "  history.add(w[i % 2]); return w[i % 2]; } }";

  private static final String[] OPENS = {
    "--add-opens=java.base/java.util=ALL-UNNAMED", "-Dflor.snapshot=false"
  };

  @TempDir
  Path temporary;

  private UserProgram recorded(String... options) throws Exception {
    UserProgram program = new UserProgram(temporary, TRAIN, MODEL);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(
        List.of("-Dflor.run.id=original", "-Dflor.checkpoint=always", "-Dflor.snapshot=false"));
    program.run(all.toArray(new String[0])).succeeds();
    return program;
  }

  private ReplayOrder.Builder order(UserProgram program) {
    return ReplayOrder.builder("replay", "c0ffee")
        .replayOf(program.flor().resolve("runs/original"))
        .mainLoop("epoch");
  }

  private UserProgram.Outcome replay(UserProgram program, ReplayOrder order, String... options)
      throws Exception {
    Path file = temporary.resolve("order of a replay.properties");
    order.write(file);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(OPENS));
    all.add("-Dflor.replay=" + file);
    return program.run(all.toArray(new String[0]));
  }

  private static List<String> lines(UserProgram program, String run, String... beginnings) {
    Path journal = RunDirectory.of(program.flor().resolve("runs").resolve(run)).journal();
    return UserProgram.select(Transcript.of(journal), beginnings);
  }

  /** Names and values, without the numbers of contexts, which differ. */
  private static List<String> values(UserProgram program, String run) {
    return lines(program, run, "value").stream()
        .map(line -> line.replaceFirst("value in \\d+ ", ""))
        .collect(Collectors.toList());
  }

  private static long steps(UserProgram.Outcome outcome) {
    return outcome.out.lines().filter("step"::equals).count();
  }

  @Test
  void aReplayWrittenElsewhereUsesTheCheckpointsBesideTheRecordedRun() throws Exception {
    UserProgram program = recorded("-Dflor.arg.epochs=3");
    Path elsewhere = temporary.resolve("else where");

    UserProgram.Outcome outcome = replay(
            program, order(program).skipLoop("step").build(), "-Dflor.dir=" + elsewhere)
        .succeeds();

    assertThat(steps(outcome)).isZero();
    Path journal = RunDirectory.all(elsewhere).get(0).journal();
    assertThat(UserProgram.select(Transcript.of(journal), "fault")).isEmpty();
  }

  @Test
  void aReplayOfEverythingLogsTheSameBits() throws Exception {
    UserProgram program = recorded("-Dflor.arg.epochs=3");
    UserProgram.Outcome outcome = replay(program, order(program).build()).succeeds();
    assertThat(steps(outcome)).isEqualTo(9);
    assertThat(values(program, "replay")).isEqualTo(values(program, "original"));
    assertThat(lines(program, "replay", "arg")).containsExactly("arg epochs=3");
    assertThat(lines(program, "replay", "checkpoint")).isEmpty();
    List<RunInfo> infos = new ArrayList<>();
    JournalReader.read(program.flor().resolve("runs/replay/journal.flor"), 0, new JournalVisitor() {
      @Override
      public void runStarted(RunInfo info) {
        infos.add(info);
      }
    });
    assertThat(infos.get(0).replayed()).isTrue();
    assertThat(infos.get(0).replayOf()).contains("original");
    assertThat(infos.get(0).version()).contains("c0ffee");
  }

  @Test
  void resumingAnywhereContinuesBitForBit() throws Exception {
    UserProgram program = recorded();
    List<String> all = values(program, "original");
    for (int first = 1; first <= 5; first++) {
      UserProgram.Outcome outcome =
          replay(program, order(program).segment(first, -1).build()).succeeds();
      assertThat(steps(outcome)).isEqualTo(15L - 3L * first);
      assertThat(values(program, "replay")).isEqualTo(all.subList(4 * first, all.size()));
      if (first < 5) {
        assertThat(lines(program, "replay", "turn").get(0))
            .isEqualTo("turn 1 of 0 [" + first + "] " + first);
      }
      Files.delete(program.flor().resolve("runs/replay/journal.flor"));
    }
  }

  @Test
  void skippedLoopsExecuteNoStepAndTheEpochsLogTheSame() throws Exception {
    UserProgram program = recorded();
    UserProgram.Outcome outcome =
        replay(program, order(program).skipLoop("step").build()).succeeds();
    assertThat(steps(outcome)).isZero();
    assertThat(lines(program, "replay", "value"))
        .extracting(line -> line.replaceFirst("value in \\d+ ", ""))
        .isEqualTo(values(program, "original").stream()
            .filter(line -> !line.startsWith("loss"))
            .collect(Collectors.toList()));
    assertThat(lines(program, "replay", "loop"))
        .filteredOn(line -> line.endsWith("skipped"))
        .hasSize(5);
    assertThat(lines(program, "replay", "turn")).hasSize(10);
  }

  @Test
  void aSegmentStopsTheProcessAfterItsLastTurn() throws Exception {
    UserProgram program = recorded();
    ReplayOrder order =
        order(program).segment(2, 4).skipLoop("step").stopAfterSegment(true).build();
    UserProgram.Outcome outcome = replay(program, order).succeeds();
    assertThat(steps(outcome)).isZero();
    assertThat(values(program, "replay"))
        .isEqualTo(values(program, "original").stream()
            .filter(line -> line.startsWith("norm"))
            .collect(Collectors.toList())
            .subList(2, 4));
    assertThat(lines(program, "replay", "ended")).containsExactly("ended stopped");
  }

  private static List<Path> checkpoints(UserProgram program) throws Exception {
    try (Stream<Path> files = Files.walk(program.flor().resolve("checkpoints"))) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  @Test
  void aCorruptCheckpointIsDetectedAndTheReplayHandsBack() throws Exception {
    UserProgram program = recorded();
    for (Path checkpoint : checkpoints(program)) {
      byte[] bytes = Files.readAllBytes(checkpoint);
      bytes[bytes.length / 2] ^= 1;
      Files.write(checkpoint, bytes);
    }
    UserProgram.Outcome outcome = replay(program, order(program).segment(2, -1).build());
    assertThat(outcome.exit).isEqualTo(86);
    assertThat(outcome.err).contains("this replay cannot go on").contains("not what was written");
    assertThat(lines(program, "replay", "ended")).containsExactly("ended failed");
    assertThat(steps(outcome)).isZero();
  }

  @Test
  void aSkippedLoopWhoseCheckpointIsGoneIsExecuted() throws Exception {
    UserProgram program = recorded();
    for (Path checkpoint : checkpoints(program)) {
      Files.delete(checkpoint);
    }
    UserProgram.Outcome outcome =
        replay(program, order(program).skipLoop("step").build()).succeeds();
    assertThat(steps(outcome)).isEqualTo(15);
    assertThat(values(program, "replay")).isEqualTo(values(program, "original"));
    assertThat(lines(program, "replay", "fault")).isNotEmpty();
  }

  @Test
  void aRunWithoutTheCheckpointHandsBack() throws Exception {
    UserProgram program = recorded("-Dflor.arg.epochs=2");
    ReplayOrder order = order(program).segment(4, -1).build();
    UserProgram.Outcome outcome = replay(program, order);
    assertThat(outcome.exit).isEqualTo(86);
    assertThat(outcome.err).contains("loop epoch has only 2 turns");
  }

  @Test
  void anArgumentThatIsNewHasItsDefaultAndANote() throws Exception {
    UserProgram program = new UserProgram(temporary, "Flor.arg(\"a\", 1);");
    program
        .run("-Dflor.run.id=original", "-Dflor.snapshot=false", "-Dflor.arg.a=5")
        .succeeds();
    UserProgram newer =
        new UserProgram(temporary, "Flor.arg(\"a\", 1); Flor.arg(\"b\", \"text\");");
    replay(newer, order(newer).build(), "-Dflor.arg.b=ignored").succeeds();
    assertThat(lines(newer, "replay", "arg", "fault"))
        .containsExactly(
            "arg a=5",
            "fault argument b is new since the recorded run: it has its default",
            "arg b=\"text\"");
  }

  @Test
  void aVersionWithNoRecordedRunHasTheArgumentsItIsTold() throws Exception {
    UserProgram program = new UserProgram(temporary, "Flor.arg(\"a\", 1.5);");
    ReplayOrder order = ReplayOrder.builder("replay", "c0ffee").arg("a", "2.5").build();
    replay(program, order).succeeds();
    assertThat(lines(program, "replay", "arg")).containsExactly("arg a=2.5");
  }

  @Test
  void anOrderIsReadAsItWasWritten() {
    ReplayOrder order = ReplayOrder.builder("id", "commit")
        .replayOf(Path.of("a folder"))
        .arg("ä b", "1\n2")
        .mainLoop("main loop")
        .segment(3, 9)
        .skipLoop("b")
        .skipLoop("a=c")
        .stopAfterSegment(true)
        .build();
    Path file = temporary.resolve("order");
    order.write(file);
    ReplayOrder read = ReplayOrder.read(file);
    assertThat(read).usingRecursiveComparison().isEqualTo(order);
  }
}
