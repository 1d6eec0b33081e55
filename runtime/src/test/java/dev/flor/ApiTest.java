package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of {@link Flor} that need no more than a program that makes them. */
class ApiTest {
  private static final String QUIET = "-Dflor.snapshot=false";

  @TempDir
  Path temporary;

  private UserProgram program(String body, String... members) throws Exception {
    return new UserProgram(temporary, body, members);
  }

  @Test
  void everyPrimitiveIsLoggedAndReturnedAsItIs() throws Exception {
    UserProgram program = program("byte b = Flor.log(\"b\", (byte) -1);"
        + "short s = Flor.log(\"s\", (short) 2); char c = Flor.log(\"c\", 'x');"
        + "int i = Flor.log(\"i\", 3); long l = Flor.log(\"l\", Long.MIN_VALUE);"
        + "float f = Flor.log(\"f\", 0.5f); double d = Flor.log(\"d\", Double.MIN_VALUE);"
        + "boolean z = Flor.log(\"z\", false); Number n = Flor.log(\"n\", (Number) 7);"
        + "String t = Flor.log(\"t\", \"text\"); List<Integer> x = Flor.log(\"x\", List.of(1));"
        + "int[] a = Flor.log(\"a\", new int[] {1, 2});");
    program.run(QUIET).succeeds();
    assertThat(program.journal("value"))
        .extracting(line -> line.substring("value in 0 ".length()))
        .containsExactly(
            "b#0 -1",
            "s#0 2",
            "c#0 \"x\"",
            "i#0 3",
            "l#0 -9223372036854775808",
            "f#0 0.5",
            "d#0 4.9E-324",
            "z#0 false",
            "n#0 7",
            "t#0 \"text\"",
            "x#0 [1]",
            "a#0 [1,2]");
  }

  @Test
  void argumentsOfEveryTypeAreToldFromOutside() throws Exception {
    UserProgram program = program(
        "System.out.println(Flor.arg(\"i\", 1) + \" \" + Flor.arg(\"l\", 1L)"
            + " + \" \" + Flor.arg(\"d\", 1.0) + \" \" + Flor.arg(\"z\", false)"
            + " + \" \" + Flor.arg(\"s\", \"a\") + \" \" + Flor.arg(\"e\", Kind.SMALL)"
            + " + \" \" + Flor.arg(\"list\", List.of(\"x\"))"
            + " + \" \" + Flor.arg(\"json\", List.of()) + \" \" + Flor.arg(\"kept\", Kind.SMALL));",
        "enum Kind { SMALL, LARGE { void big() {} } }");
    UserProgram.Outcome outcome = program
        .run(
            QUIET,
            "-Dflor.arg.i=2",
            "-Dflor.arg.l=3",
            "-Dflor.arg.d=0.5",
            "-Dflor.arg.z=true",
            "-Dflor.arg.s=b",
            "-Dflor.arg.e=LARGE",
            "-Dflor.arg.list=a,b c,",
            "-Dflor.arg.json=[\"a,\\u0062\", \"\\\"\"]",
            "-Dflor.arg.kept=HUGE")
        .succeeds();
    assertThat(outcome.out.trim()).isEqualTo("2 3 0.5 true b LARGE [a, b c, ] [a,b, \"] SMALL");
    assertThat(outcome.err.trim())
        .isEqualTo("flor: argument kept: \"HUGE\" does not fit; it is SMALL");
    assertThat(program.journal("arg"))
        .contains("arg e=\"LARGE\"", "arg list=[\"a\",\"b c\",\"\"]", "arg kept=\"SMALL\"");
  }

  @Test
  void loopsOverAnythingKnowTheirTotalWhereItIsKnown() throws Exception {
    UserProgram program = program("List<String> s = List.of(\"a\", \"b\");"
        + "for (String x : Flor.loop(\"list\", s)) {}"
        + "for (String x : Flor.loop(\"iterable\", (Iterable<String>) s::iterator)) {}"
        + "for (String x : Flor.loop(\"iterator\", s.iterator())) {}"
        + "for (String x : Flor.loop(\"stream\", s.stream())) {}"
        + "for (String x : Flor.loop(\"filtered\", s.stream().filter(y -> true))) {}"
        + "for (int x : Flor.loop(\"ints\", java.util.stream.IntStream.range(0, 3))) {}"
        + "for (float x : Flor.loop(\"floats\", new float[] {1})) {}"
        + "for (char x : Flor.loop(\"chars\", new char[] {'q'})) {}"
        + "for (boolean x : Flor.loop(\"booleans\", new boolean[] {true})) {}"
        + "for (short x : Flor.loop(\"shorts\", new short[1])) {}"
        + "for (byte x : Flor.loop(\"bytes\", new byte[1])) {}"
        + "for (int x : Flor.loop(\"down\", Flor.range(5, 0, -2))) Flor.log(\"x\", x);");
    program.run(QUIET).succeeds();
    assertThat(program.journal("loop"))
        .filteredOn(line -> !line.endsWith("over"))
        .extracting(line -> line.substring(line.indexOf(" in 0 ") + 6))
        .containsExactly(
            "list#0 of 2",
            "iterable#0 of -1",
            "iterator#0 of -1",
            "stream#0 of 2",
            "filtered#0 of -1",
            "ints#0 of 3",
            "floats#0 of 1",
            "chars#0 of 1",
            "booleans#0 of 1",
            "shorts#0 of 1",
            "bytes#0 of 1",
            "down#0 of 3");
    assertThat(program.journal("turn"))
        .contains("turn 15 of 7 [0] \"q\"")
        .filteredOn(line -> !line.endsWith("over"))
        .endsWith("turn 19 of 11 [0] 5", "turn 20 of 11 [1] 3", "turn 21 of 11 [2] 1");
  }

  @Test
  void manyShortTurnsAreToldWholeWhateverIsLoggedInThem() throws Exception {
    UserProgram program = program("for (int i : Flor.loop(\"i\", Flor.range(3, 400))) {"
        + "  if (i % 3 == 0) Flor.log(\"d\", i + 0.5);"
        + "  if (i % 3 == 1) Flor.log(\"s\", \"t\" + i);"
        + "  if (i % 7 == 0) for (int j : Flor.loop(\"j\", Flor.range(2))) Flor.log(\"k\", j / 2.0);"
        + "  if (i % 5 == 0) Flor.log(\"d\", i + 0.25);"
        + "}"
        + "Flor.log(\"end\", 1);");
    program.run(QUIET).succeeds();
    List<String> lines = program.journal("turn", "value", "loop");
    List<String> expected = new java.util.ArrayList<>(List.of("loop 0 in 0 i#0 of 397"));
    int context = 0;
    int loops = 1;
    for (int i = 3; i < 400; i++) {
      int turn = ++context;
      expected.add("turn " + turn + " of 0 [" + (i - 3) + "] " + i);
      if (i % 3 == 0) {
        expected.add("value in " + turn + " d#0 " + (i + 0.5));
      }
      if (i % 3 == 1) {
        expected.add("value in " + turn + " s#0 \"t" + i + "\"");
      }
      if (i % 7 == 0) {
        expected.add("loop " + loops + " in " + turn + " j#0 of 2");
        for (int j = 0; j < 2; j++) {
          context++;
          expected.add("turn " + context + " of " + loops + " [" + j + "] " + j);
          expected.add("value in " + context + " k#0 " + j / 2.0);
          expected.add("turn " + context + " over");
        }
        expected.add("loop " + loops++ + " over");
      }
      if (i % 5 == 0) {
        expected.add("value in " + turn + " d#" + (i % 3 == 0 ? 1 : 0) + " " + (i + 0.25));
      }
      expected.add("turn " + turn + " over");
    }
    expected.add("loop 0 over");
    expected.add("value in 0 end#0 1");
    assertThat(lines).containsExactlyElementsOf(expected);
  }

  @Test
  void anIterationMayBringItsIndex() throws Exception {
    UserProgram program = program("for (int i : new int[] {4, 2})"
        + " try (Iteration it = Flor.iteration(\"request\", i, \"r\" + i)) { Flor.log(\"x\", i); }"
        + "try (Iteration it = Flor.iteration(\"request\", \"last\")) { Flor.log(\"x\", 0); }");
    program.run(QUIET).succeeds();
    assertThat(program.journal("turn"))
        .filteredOn(line -> !line.endsWith("over"))
        .containsExactly(
            "turn 1 of 0 [4] \"r4\"", "turn 2 of 0 [2] \"r2\"", "turn 3 of 0 [5] \"last\"");
  }

  @Test
  void aContextIsHandedOverToThreadsThatWorkForIt() throws Exception {
    UserProgram program = program("var pool = java.util.concurrent.Executors.newFixedThreadPool(2);"
        + "for (int e : Flor.loop(\"epoch\", Flor.range(3))) {"
        + "  LogContext here = Flor.context();"
        + "  var a = pool.submit(here.carry(() -> { for (int s : Flor.loop(\"shard\", Flor.range(2)))"
        + "    Flor.log(\"part\", 10 * e + s); return 1; }));"
        + "  var b = pool.submit(() -> { Flor.log(\"lost\", e);"
        + "    try (LogContext.Entered in = here.enter()) { Flor.log(\"found\", e); }"
        + "    Flor.log(\"lost\", e); });"
        + "  a.get(); b.get();"
        + "  Flor.log(\"whole\", e);"
        + "}"
        + "pool.shutdown();");
    program.run(QUIET).succeeds();
    List<String> lines = program.journal();
    for (int e = 0; e < 3; e++) {
      String epoch = context(lines, "] " + e, "turn ", " of 0 ");
      assertThat(lines)
          .contains("value in " + epoch + " found#0 " + e, "value in " + epoch + " whole#0 " + e)
          .anyMatch(line -> line.endsWith(" in " + epoch + " shard#0 of 2"));
    }
    assertThat(program.journal("value in 0 lost")).hasSize(6);
    assertThat(program.journal("value"))
        .filteredOn(line -> line.contains(" part#0 "))
        .hasSize(6)
        .noneMatch(line -> line.startsWith("value in 0 "));
  }

  private static String context(List<String> lines, String end, String start, String then) {
    String line = lines.stream()
        .filter(at -> at.startsWith(start) && at.contains(then) && at.endsWith(end))
        .findFirst()
        .orElseThrow();
    return line.substring(start.length(), line.indexOf(then));
  }

  @Test
  void theRunKnowsItsIdItsVersionAndItsArguments() throws Exception {
    UserProgram program = program("Flor.arg(\"n\", 3); Flor.arg(\"a\", \"b\");"
        + "System.out.println(Flor.run().id() + Flor.run().version() + Flor.run().args());");
    UserProgram.Outcome outcome = program.run(QUIET, "-Dflor.run.id=mine").succeeds();
    assertThat(outcome.out.trim()).isEqualTo("mineOptional.empty{a=b, n=3}");
  }

  @Test
  void whatCannotBeLoggedIsSaidAndNeverThrown() throws Exception {
    UserProgram program = program(
        "Flor.log(\"bad\", new Object() { public String toString() { throw new Error(\"no\"); } });"
            + "Flor.log(\"deep\", (Object) null);"
            + "for (Object o : Flor.loop(\"l\", List.of(new StringBuilder(\"x\")))) {}"
            + "System.out.println(\"done\");");
    UserProgram.Outcome outcome = program.run(QUIET).succeeds();
    assertThat(outcome.out.trim()).isEqualTo("done");
    assertThat(program.journal("fault"))
        .containsExactly("fault a value of bad is not logged: Error: no");
  }

  /** The terminal is one that {@code script} makes, where there is such a command. */
  @Test
  void onATerminalOneLineIsDrawnOverAndOver() throws Exception {
    UserProgram program = program(
        "for (int e : Flor.loop(\"epoch\", Flor.range(3)))"
            + "  for (int s : Flor.loop(\"step\", Flor.range(2))) {"
            + "    for (long t = System.nanoTime(); System.nanoTime() - t < 120_000_000; ) Thread.onSpinWait(); }");
    if (UserProgram.exit(List.of("script", "--version")) != 0) {
      return;
    }
    ProcessBuilder process = program.process(QUIET);
    String quoted = "'" + String.join("' '", process.command()) + "'";
    process.command("script", "-qec", quoted, "/dev/null");
    String drawn = UserProgram.run(process).succeeds().out;
    assertThat(drawn.indexOf('\n')).isEqualTo(drawn.length() - 1);
    assertThat(List.of(drawn.split("\r\u001b\\[2K")))
        .hasSizeGreaterThan(3)
        .last()
        .asString()
        .matches("flor: epoch 3/3, [0-9.]+ s, [0-9.e+-]+ s a turn\\s+");
    assertThat(drawn).contains("\r\u001b[2Kflor: epoch 2/3, step 2/2, ");
  }

  @Test
  void progressIsShownOnlyWhenWantedAndNeverInTheProgramsOwnOutput() throws Exception {
    UserProgram program = program("System.setErr(new java.io.PrintStream(\"caught\"));"
        + "for (int e : Flor.loop(\"epoch\", Flor.range(3)))"
        + "  for (int s : Flor.loop(\"step\", Flor.range(2))) System.out.println(s);");
    assertThat(program.run(QUIET).succeeds().err).isEmpty();
    UserProgram.Outcome wanted = program.run(QUIET, "-Dflor.progress=true").succeeds();
    assertThat(wanted.out.lines()).hasSize(6);
    assertThat(wanted.err).matches("flor: epoch 3/3, [0-9.]+ s, [0-9.e+-]+ s a turn\n");
    assertThat(Files.readString(program.folder().resolve("caught"))).isEmpty();
    assertThat(program.runs()).hasSize(2);
    assertThat(Transcript.of(program.runs().get(1).journal())).doesNotContain("fault");
  }
}
