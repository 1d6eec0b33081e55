package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointingTest {
  private static final String LOOPS = "double[] w = new double[8];"
      + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
      + "  for (int e : Flor.loop(\"epoch\", Flor.range(3)))"
      + "    for (int s : Flor.loop(\"step\", Flor.range(2)))"
      + "      for (int p : Flor.loop(\"part\", Flor.range(1))) w[e]++;"
      + "}"
      + "for (int e : Flor.loop(\"after\", Flor.range(2))) w[e]++;";

  @TempDir
  Path temporary;

  private UserProgram run(String body, String... options) throws Exception {
    UserProgram program = new UserProgram(temporary, body);
    program.run(options).succeeds();
    return program;
  }

  @Test
  void checkpointsAreTakenAtTheEndsOfTurnsAndOfTheLoopsDirectlyInside() throws Exception {
    UserProgram program = run(LOOPS, "-Dflor.checkpoint=always", "-Dflor.snapshot=false");
    List<String> checkpoints = program.journal("checkpoint");
    assertThat(UserProgram.select(checkpoints, "checkpoint ITERATION_END")).hasSize(3);
    assertThat(UserProgram.select(checkpoints, "checkpoint LOOP_END")).hasSize(3);
  }

  @Test
  void noneAreTakenWhenTheUserSaysNever() throws Exception {
    UserProgram program = run(LOOPS, "-Dflor.checkpoint=never", "-Dflor.snapshot=false");
    assertThat(program.journal("checkpoint")).isEmpty();
    assertThat(program.flor().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void anObjectThatCannotBeSavedTurnsCheckpointingOffAndTheProgramGoesOn() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "Map<String, Object> model = new HashMap<>(); model.put(\"lock\", new Thread());"
            + "try (Checkpointing c = Flor.checkpointing(\"model\", model)) {"
            + "  for (int e : Flor.loop(\"epoch\", Flor.range(2))) Flor.log(\"x\", e); }");
    UserProgram.Outcome outcome =
        program.run("-Dflor.checkpoint=always", "-Dflor.snapshot=false").succeeds();
    String fault = "checkpointing is off: model{lock} is a java.lang.Thread, which cannot be saved";
    assertThat(outcome.err.trim()).isEqualTo("flor: " + fault);
    assertThat(program.journal("fault")).containsExactly("fault " + fault);
    assertThat(program.journal("value")).hasSize(2);
  }

  @Test
  void aLoopLeftByBreakHasNoCheckpointAtItsEnd() throws Exception {
    UserProgram program = run(
        "int[] w = new int[1];"
            + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
            + "  for (int e : Flor.loop(\"epoch\", Flor.range(3))) {"
            + "    for (int s : Flor.loop(\"step\", Flor.range(9))) if (s == 1) break;"
            + "    for (int s : Flor.loop(\"test\", Flor.range(1))) Flor.log(\"in\", e);"
            + "    Flor.log(\"end\", e);"
            + "    if (e == 1) break;"
            + "  }"
            + "}"
            + "Flor.log(\"after\", 1);",
        "-Dflor.checkpoint=always",
        "-Dflor.snapshot=false");
    List<String> lines = program.journal("loop", "turn", "value");
    assertThat(lines)
        .containsExactly(
            "loop 0 in 0 epoch#0 of 3",
            "turn 1 of 0 [0] 0",
            "loop 1 in 1 step#0 of 9",
            "turn 2 of 1 [0] 0",
            "turn 2 over",
            "turn 3 of 1 [1] 1",
            "turn 3 over",
            "loop 1 over",
            "loop 2 in 1 test#0 of 1",
            "turn 4 of 2 [0] 0",
            "value in 4 in#0 0",
            "turn 4 over",
            "loop 2 over",
            "value in 1 end#0 0",
            "turn 1 over",
            "turn 5 of 0 [1] 1",
            "loop 3 in 5 step#0 of 9",
            "turn 6 of 3 [0] 0",
            "turn 6 over",
            "turn 7 of 3 [1] 1",
            "turn 7 over",
            "loop 3 over",
            "loop 4 in 5 test#0 of 1",
            "turn 8 of 4 [0] 0",
            "value in 8 in#0 1",
            "turn 8 over",
            "loop 4 over",
            "value in 5 end#0 1",
            "turn 5 over",
            "loop 0 over",
            "value in 0 after#0 1");
    assertThat(program.journal("checkpoint LOOP_END")).hasSize(2);
    assertThat(program.journal("checkpoint ITERATION_END")).hasSize(1);
  }

  @Test
  void memoryKeptForTheNextCheckpointIsGivenUpWhenTheProgramNeedsIt() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "double[] w = new double[1_000_000];" // 8 MB; there are two copies
            + "int before = megabytes();"
            + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
            + "  for (int e : Flor.loop(\"epoch\", Flor.range(4))) w[0] = e;"
            + "  while (files() < 4) Thread.onSpinWait();"
            + "  System.out.println(before - megabytes()); w[0]++; }",
        "static int megabytes() { List<byte[]> all = new ArrayList<>();"
            + " try { while (true) all.add(new byte[1 << 20]); }"
            + " catch (OutOfMemoryError e) { int size = all.size(); all.clear(); return size; } }",
        "static long files() throws Exception {"
            + " try (var all = java.nio.file.Files.walk(java.nio.file.Path.of(\".flor/checkpoints\"))) {"
            + " return all.filter(p -> p.getFileName().toString().length() == 62).count(); }"
            + " catch (java.nio.file.NoSuchFileException | java.io.UncheckedIOException e) { return 0; } }");
    UserProgram.Outcome outcome = program
        .run("-Xmx100m", "-XX:+UseSerialGC", "-Dflor.checkpoint=always", "-Dflor.snapshot=false")
        .succeeds();
    assertThat(Integer.parseInt(outcome.out.trim())).isLessThan(12);
  }

  @Test
  void whereTheHeapHasNoRoomThereAreNoCheckpointsAndItIsSaid() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "long[] w = new long[3_000_000];"
            + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
            + "  for (int e : Flor.loop(\"epoch\", Flor.range(1)))"
            + "    for (long t = System.nanoTime(); System.nanoTime() - t < 1_200_000_000L; ) w[0]++; }");
    assertThat(program.run("-Xmx64m", "-Dflor.snapshot=false").succeeds().err.trim())
        .isEqualTo("flor: no checkpoint was taken: the heap had no room for twice 24 MB;"
            + " give it more (-Xmx)");
    assertThat(program.journal("checkpoint")).isEmpty();
  }
}
