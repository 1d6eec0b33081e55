package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Transcript;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir
  Path temporary;

  private UserProgram program(String body, String... members) throws Exception {
    return new UserProgram(temporary, body, members);
  }

  @Test
  void aProgramThatNeverCallsLeavesNoTrace() throws Exception {
    UserProgram program = program("System.out.println(Flor.class.getName());");
    program.run().succeeds();
    assertThat(program.flor()).doesNotExist();
  }

  @Test
  void valuesArgumentsAndLoopsAreRecorded() throws Exception {
    UserProgram program = program("int epochs = Flor.arg(\"epochs\", 2);"
        + "double rate = Flor.arg(\"lr\", 1e-3);"
        + "for (int epoch : Flor.loop(\"epoch\", Flor.range(epochs))) {"
        + "  for (String s : Flor.loop(\"step\", new String[] {\"a\", \"b\"})) {"
        + "    double y = 1 + Flor.log(\"loss\", epoch + rate);"
        + "  }"
        + "  Flor.log(\"n\", epoch);"
        + "}");
    UserProgram.Outcome outcome =
        program.run("-Dflor.arg.epochs=1", "-Dflor.snapshot=false").succeeds();
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out).isEmpty();
    assertThat(program.journal().subList(1, program.journal().size()))
        .containsExactly(
            "arg epochs=1",
            "arg lr=0.001",
            "loop 0 in 0 epoch#0 of 1",
            "turn 1 of 0 [0] 0",
            "loop 1 in 1 step#0 of 2",
            "turn 2 of 1 [0] \"a\"",
            "value in 2 loss#0 0.001",
            "turn 2 over",
            "turn 3 of 1 [1] \"b\"",
            "value in 3 loss#0 0.001",
            "turn 3 over",
            "loop 1 over",
            "value in 1 n#0 0",
            "turn 1 over",
            "loop 0 over",
            "ended completed");
    assertThat(program.flor().resolve(".gitignore")).hasContent("*");
    assertThat(program.runs().get(0).alive()).isFalse();
  }

  @Test
  void arraysAndRangesAreWalkedLive() throws Exception {
    UserProgram program = program("int[] items = {1, 2, 3};"
        + "for (int i : Flor.loop(\"ints\", items)) { items[2] = 9; Flor.log(\"i\", i); }"
        + "for (double d : Flor.loop(\"doubles\", new double[] {0.5})) Flor.log(\"d\", d);"
        + "for (long l : Flor.loop(\"longs\", new long[] {7})) Flor.log(\"l\", l);"
        + "for (int r : Flor.loop(\"range\", Flor.range(5, 3))) Flor.log(\"r\", r);");
    program.run("-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("value"))
        .containsExactly(
            "value in 1 i#0 1",
            "value in 2 i#0 2",
            "value in 3 i#0 9",
            "value in 4 d#0 0.5",
            "value in 5 l#0 7");
  }

  @Test
  void everythingKeepsItsType() throws Exception {
    UserProgram program = program(
        "Map<String, Object> map = new HashMap<>();"
            + "map.put(\"b\", List.of(1, 2.5)); map.put(\"a\", new int[][] {{1}, {}});"
            + "map.put(\"nan\", Double.NaN); map.put(\"none\", null); map.put(\"t\", \"\\\"\\n\");"
            + "Flor.log(\"map\", map); Flor.log(\"point\", new Point(1, -0.0));"
            + "Flor.log(\"nan\", Double.NaN); Flor.log(\"inf\", Double.NEGATIVE_INFINITY);"
            + "Flor.log(\"f\", 0.1f); Flor.log(\"big\", new java.math.BigDecimal(\"1.50\"));"
            + "Flor.log(\"e\", Color.RED); Flor.log(\"boxed\", Integer.valueOf(3));"
            + "Flor.log(\"ok\", true); Flor.log(\"none\", (Object) null);"
            + "Flor.log(\"text\", \"grüße\"); List<Object> self = new ArrayList<>();"
            + "self.add(self); Flor.log(\"self\", self); Flor.log(null, 1.0);",
        "record Point(int x, double y) {}", "enum Color { RED }");
    program.run("-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("value", "fault"))
        .startsWith(
            "value in 0 map#0 {\"a\":[[1],[]],\"b\":[1,2.5],\"nan\":\"NaN\",\"none\":null,"
                + "\"t\":\"\\u0022\\u000a\"}".replace("\\u0022", "\\\""),
            "value in 0 point#0 {\"x\":1,\"y\":-0.0}",
            "value in 0 nan#0 NaN",
            "value in 0 inf#0 -Infinity",
            "value in 0 f#0 0.10000000149011612",
            "value in 0 big#0 1.50",
            "value in 0 e#0 \"RED\"",
            "value in 0 boxed#0 3",
            "value in 0 ok#0 true",
            "value in 0 none#0 null",
            "value in 0 text#0 \"grüße\"")
        .anyMatch(line -> line.startsWith("fault a value of self is not logged"))
        .anyMatch(line -> line.startsWith("fault a value of null is not logged"));
  }

  @Test
  void whatWasLoggedWhenTheProgramWasKilledIsThere() throws Exception {
    UserProgram program = program("for (int epoch : Flor.loop(\"epoch\", Flor.range(1000)))"
        + " for (int i : Flor.loop(\"step\", Flor.range(1000))) {"
        + "  Flor.log(\"loss\", i + epoch * 1000.0);"
        + "  System.out.println(\"logged\");"
        + " }");
    Process process = program.process("-Dflor.snapshot=false").start();
    int printed = 0;
    try (BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (printed < 2500 && out.readLine() != null) {
        printed++;
      }
      assertThat(program.runs().get(0).alive()).isTrue();
      process.toHandle().destroyForcibly(); // unlike the process, it leaves the pipe open
      while (out.readLine() != null) {
        printed++;
      }
    }
    process.waitFor();
    List<String> values = UserProgram.select(Transcript.of(journal(program)), "value");
    assertThat(values).hasSizeGreaterThanOrEqualTo(printed);
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i)).endsWith(" " + (double) i);
    }
    RunDirectory run = program.runs().get(0);
    assertThat(run.alive()).isFalse();
    assertThat(program.journal("ended")).isEmpty();
    assertThat(Files.size(run.journal())).isGreaterThan(0);
  }

  private static Path journal(UserProgram program) {
    return program.runs().get(0).journal();
  }

  /** A short turn is told with what is logged in it: docs/adr/0008. */
  @Test
  void afterAKillThePlaceIsBehindByOneSilentTurnAtMost() throws Exception {
    UserProgram program = program(
        "for (int i : Flor.loop(\"i\", Flor.range(9)))"
            + "  if (i == 5) { if (Boolean.getBoolean(\"logs\")) Flor.log(\"x\", i); Runtime.getRuntime().halt(9); }");
    assertThat(program.run("-Dflor.snapshot=false").exit).isEqualTo(9);
    assertThat(program.runs().get(0).alive()).isFalse();
    assertThat(begun(program.runs().get(0))).hasSizeBetween(5, 6);
    assertThat(program.run("-Dflor.snapshot=false", "-Dlogs=true").exit).isEqualTo(9);
    assertThat(begun(program.runs().get(1))).hasSize(6).last().asString().endsWith("[5] 5");
  }

  private static List<String> begun(RunDirectory run) {
    List<String> turns = UserProgram.select(Transcript.of(run.journal()), "turn");
    turns.removeIf(line -> line.endsWith("over"));
    return turns;
  }

  @Test
  void aProgramThatIsToldToEndIsStoppedAndOneThatEndsItselfInALoopIsNot() throws Exception {
    UserProgram program = program("for (int i : Flor.loop(\"i\", Flor.range(1_000_000_000))) {"
        + "  Flor.log(\"x\", i);"
        + "  if (i == 5 && Boolean.getBoolean(\"exits\")) System.exit(3);"
        + "  if (i == 9) System.out.println(\"there\"); }");
    Process process = program.process("-Dflor.snapshot=false").start();
    assertThat(process.getInputStream().read()).isEqualTo('t');
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(128 + 15);
    assertThat(program.journal("ended")).containsExactly("ended stopped");
    assertThat(program.run("-Dflor.snapshot=false", "-Dexits=true").exit).isEqualTo(3);
    List<String> lines = Transcript.of(program.runs().get(1).journal());
    assertThat(UserProgram.select(lines, "value", "ended")).hasSize(7).endsWith("ended completed");
  }

  @Test
  void aRunTellsWhenItEndedAndHowManyThreadsTookPart() throws Exception {
    UserProgram program =
        program("Flor.arg(\"n\", 3); if (Boolean.getBoolean(\"logs\")) Flor.log(\"x\", 2);"
            + "for (int i = 0; i < 2; i++) { Thread t = new Thread(() -> Flor.log(\"y\", 1));"
            + "  t.start(); t.join(); }"
            + "Thread idle = new Thread(() -> {}); idle.start(); idle.join();");
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    program.run("-Dflor.snapshot=false").succeeds();
    program.run("-Dflor.snapshot=false", "-Dlogs=true").succeeds();
    List<Integer> threads = new ArrayList<>();
    JournalVisitor visitor = new JournalVisitor() {
      @Override
      public void ending(Instant at, int count) {
        assertThat(at).isBetween(before, Instant.now());
        threads.add(count);
      }
    };
    for (RunDirectory run : program.runs()) {
      JournalReader.read(run.journal(), 0, visitor);
    }
    assertThat(threads).containsExactly(2, 3);
  }

  @Test
  void anUncaughtExceptionIsRecordedAndPrintedAsEver() throws Exception {
    UserProgram program = program("Flor.log(\"x\", 1); throw new IllegalStateException(\"boom\");");
    UserProgram.Outcome outcome = program.run("-Dflor.snapshot=false");
    assertThat(outcome.exit).isEqualTo(1);
    assertThat(outcome.err).startsWith("Exception in thread \"main\" java.lang.IllegalState");
    assertThat(program.journal("fault", "ended"))
        .containsExactly(
            "fault uncaught exception: java.lang.IllegalStateException: boom", "ended failed");
  }

  @Test
  void theProgramsOwnHandlerStillSeesTheException() throws Exception {
    UserProgram program = program("Flor.log(\"x\", 1);"
        + "Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println(\"mine\"));"
        + "throw new IllegalStateException(\"boom\");");
    UserProgram.Outcome outcome = program.run("-Dflor.snapshot=false");
    assertThat(outcome.out.trim()).isEqualTo("mine");
    assertThat(program.journal("ended")).containsExactly("ended failed");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnceAndTheProgramGoesOn() throws Exception {
    UserProgram program =
        program("for (int i : Flor.loop(\"i\", Flor.range(3))) Flor.log(\"x\", i);"
            + "try (Checkpointing c = Flor.checkpointing(\"a\", new int[1]);"
            + "    Iteration it = Flor.iteration(\"r\", 1)) { Flor.commit(); }"
            + "System.out.println(Flor.arg(\"n\", 7));");
    Files.writeString(program.flor(), "a file where the folder should be");
    UserProgram.Outcome outcome = program.run().succeeds();
    assertThat(outcome.out.trim()).isEqualTo("7");
    assertThat(outcome.err.lines()).hasSize(1);
    assertThat(outcome.err).startsWith("flor: nothing is recorded: ");
  }

  /** Who may write everything needs a mount that nobody can write to; where neither can be had, this says nothing. */
  @Test
  void aReadOnlyFolderIsSaidOnceAndTheProgramGoesOn() throws Exception {
    UserProgram program =
        program("for (int i : Flor.loop(\"i\", Flor.range(3))) Flor.log(\"x\", i);"
            + "System.out.println(Flor.arg(\"n\", 7));");
    ProcessBuilder process = program.process();
    boolean forbidden =
        program.folder().toFile().setWritable(false, false) && !Files.isWritable(program.folder());
    if (!forbidden) {
      assumeTrue(UserProgram.exit(readOnly(program.folder(), List.of("true"))) == 0, "a mount");
      assertThat(UserProgram.exit(readOnly(program.folder(), List.of("touch", "x"))))
          .isNotZero();
      process.command(readOnly(program.folder(), process.command()));
    }
    UserProgram.Outcome outcome = UserProgram.run(process).succeeds();
    assertThat(outcome.out.trim()).isEqualTo("7");
    assertThat(outcome.err.lines()).hasSize(1);
    assertThat(outcome.err).startsWith("flor: nothing is recorded: ");
    assertThat(program.folder().toFile().setWritable(true, false)).isTrue();
    assertThat(program.flor()).doesNotExist();
  }

  /** The same command, in a name space of its own in which the folder is mounted read-only. */
  private static List<String> readOnly(Path folder, List<String> command) {
    String mount =
        "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && cd \"$0\" && exec \"$@\"";
    List<String> all = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", mount));
    all.add(folder.toString());
    all.addAll(command);
    return all;
  }

  @Test
  void anExceptionInAShortTurnIsToldWhereItWas() throws Exception {
    UserProgram program = program("for (int i : Flor.loop(\"i\", Flor.range(9))) {"
        + " if (i == 5) throw new IllegalStateException(\"no\"); }");
    assertThat(program.run("-Dflor.snapshot=false").exit).isEqualTo(1);
    assertThat(program.journal("turn 6")).containsExactly("turn 6 of 0 [5] 5");
    assertThat(program.journal("ended")).containsExactly("ended failed");
  }

  @Test
  void anInterruptedThreadRecordsAndStaysInterrupted() throws Exception {
    UserProgram program = program("Thread.currentThread().interrupt();"
        + "for (int i : Flor.loop(\"i\", Flor.range(3))) { Flor.log(\"x\", i); break; }"
        + "Flor.log(\"after\", 1); System.out.println(Thread.interrupted());");
    UserProgram.Outcome outcome = program.run("-Dflor.snapshot=false").succeeds();
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out.trim()).isEqualTo("true");
    assertThat(program.journal("value"))
        .containsExactly("value in 1 x#0 0", "value in 0 after#0 1");
  }

  @Test
  void aProgramThatRunsOutOfStackInALogGoesOnBeingRecorded() throws Exception {
    UserProgram program = program(
        "for (int i : Flor.loop(\"i\", Flor.range(20))) {"
            + "  try { deeper(i); } catch (StackOverflowError e) { Flor.log(\"caught\", i); }"
            + "}",
        "static int deeper(int i) { Flor.log(\"v\", i); return deeper(i) + 1; }");
    program.run("-Xint", "-Xss512k", "-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("value"))
        .filteredOn(line -> line.contains("caught"))
        .hasSize(20);
    assertThat(program.journal("ended")).containsExactly("ended completed");
  }

  /** What does little is compiled long before all else: what was room in the interpreter is none then. */
  @Test
  void norDoesAProgramLoseTheJournalThatRunsOutOfStackWhileItIsCompiled() throws Exception {
    UserProgram program = program(
        "for (int i : Flor.loop(\"i\", Flor.range(40))) {"
            + "  if (i % 4 == 0) deeper(0);"
            + "  Flor.log(\"later\", i);"
            + "}",
        "static int deeper(int n) { try { return deeper(n + 1) + 1; }"
            + "  catch (StackOverflowError e) { Flor.log(\"depth\", n); return 0; } }");
    program.run("-Xss512k", "-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("value"))
        .filteredOn(line -> line.contains("later"))
        .hasSize(40);
    assertThat(program.journal("ended")).containsExactly("ended completed");
  }

  @Test
  void aFileSizeLimitStandsForAFullDisk() throws Exception {
    UserProgram program = program(
        "for (int i = 0; i < 100_000; i++) Flor.log(\"x\", i); System.out.println(\"done\");");
    ProcessBuilder limited = program.process("-Dflor.snapshot=false");
    List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 200; exec \"$@\"", ""));
    command.addAll(limited.command());
    UserProgram.Outcome outcome = UserProgram.run(limited.command(command)).succeeds();
    assertThat(outcome.out.trim()).isEqualTo("done");
    assertThat(outcome.err.lines()).hasSize(1);
    assertThat(outcome.err).contains("the journal is full");
    List<String> lines = program.journal("value", "fault", "ended");
    assertThat(lines).hasSizeGreaterThan(1000);
    assertThat(lines.get(1000)).isEqualTo("value in 0 x#1000 1000");
    assertThat(lines.get(lines.size() - 2)).startsWith("fault the journal is full");
  }

  @Test
  void aDeletedFolderIsSaidAndTheProgramGoesOn() throws Exception {
    UserProgram program = program("Flor.log(\"x\", 1);"
        + "try (var all = java.nio.file.Files.walk(java.nio.file.Path.of(\".flor\"))) {"
        + "  all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete()); }"
        + "for (int i = 0; i < 100_000; i++) Flor.log(\"x\", i);"
        + "System.out.println(\"done\");");
    UserProgram.Outcome outcome = program.run("-Dflor.snapshot=false").succeeds();
    assertThat(outcome.out.trim()).isEqualTo("done");
    assertThat(outcome.err).startsWith("flor: the run's journal was deleted");
  }

  @Test
  void processesThatStartTogetherHaveRunsOfTheirOwn() throws Exception {
    UserProgram program = program("Flor.log(\"x\", ProcessHandle.current().pid());");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(program.process("-Dflor.snapshot=false").start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(program.runs()).hasSize(3);
    for (RunDirectory run : program.runs()) {
      assertThat(JournalReader.read(run.journal(), 0, new Transcript()).torn()).isFalse();
    }
  }

  @Test
  void eachThreadHasLoopsOfItsOwn() throws Exception {
    UserProgram program = program("List<Thread> threads = new ArrayList<>();"
        + "for (int t = 0; t < 4; t++) { int me = t; threads.add(new Thread(() -> {"
        + "  for (int i : Flor.loop(\"of\" + me, Flor.range(500))) Flor.log(\"v\" + me, i);"
        + "})); }"
        + "for (int i : Flor.loop(\"main\", Flor.range(1))) {"
        + "  for (Thread t : threads) t.start(); for (Thread t : threads) t.join(); }");
    program.run("-Dflor.snapshot=false").succeeds();
    List<String> lines = program.journal("value");
    assertThat(lines).hasSize(2000).allMatch(line -> line.contains("#0 "));
    assertThat(program.journal("loop")).hasSize(10).allMatch(l -> !l.contains("in 1 "));
  }

  @Test
  void aCommitClosesTheRunAndTheNextCallOpensAnother() throws Exception {
    UserProgram program =
        program("Flor.log(\"x\", 1); Flor.commit(); Flor.commit(); Flor.log(\"x\", 2);");
    program.run("-Dflor.snapshot=false", "-Dflor.run.id=told").succeeds();
    assertThat(program.runs()).hasSize(2);
    assertThat(program.runs().get(1).runId()).isEqualTo("told");
    for (RunDirectory run : program.runs()) {
      assertThat(UserProgram.select(Transcript.of(run.journal()), "value", "ended"))
          .hasSize(2);
    }
  }

  @Test
  void loopsThatTheProgramDrivesHaveTurns() throws Exception {
    UserProgram program = program(
        "for (int r = 0; r < 2; r++) try (Iteration it = Flor.iteration(\"request\", \"r\" + r)) {"
            + "  for (int i : Flor.loop(\"part\", Flor.range(1))) Flor.log(\"x\", i);"
            + "  Flor.log(\"y\", r); }"
            + "Flor.log(\"z\", 0);");
    program.run("-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("value", "turn", "loop"))
        .containsExactly(
            "loop 0 in 0 request#0 of -1",
            "turn 1 of 0 [0] \"r0\"",
            "loop 1 in 1 part#0 of 1",
            "turn 2 of 1 [0] 0",
            "value in 2 x#0 0",
            "turn 2 over",
            "loop 1 over",
            "value in 1 y#0 0",
            "turn 1 over",
            "turn 3 of 0 [1] \"r1\"",
            "loop 2 in 3 part#0 of 1",
            "turn 4 of 2 [0] 0",
            "value in 4 x#0 0",
            "turn 4 over",
            "loop 2 over",
            "value in 3 y#0 1",
            "turn 3 over",
            "value in 0 z#0 0",
            "loop 0 over");
  }
}
