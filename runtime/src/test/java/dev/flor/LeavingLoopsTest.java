package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no hook on break, return or throw: what is logged after them, and where it belongs. */
class LeavingLoopsTest {
  @TempDir
  Path temporary;

  private List<String> values(String body, String... members) throws Exception {
    UserProgram program = new UserProgram(temporary, body, members);
    program.run("-Dflor.snapshot=false").succeeds();
    return program.journal("value", "fault");
  }

  @Test
  void aValueLoggedAfterABreakBelongsToTheLoopAround() throws Exception {
    assertThat(values("for (int e : Flor.loop(\"epoch\", Flor.range(2))) {"
            + "  for (int s : Flor.loop(\"step\", Flor.range(9))) {"
            + "    Flor.log(\"in\", s); if (s == 1) break; }"
            + "  Flor.log(\"out\", e); }"
            + "Flor.log(\"end\", 0);"))
        .containsExactly(
            "value in 2 in#0 0",
            "value in 3 in#0 1",
            "value in 1 out#0 0",
            "value in 5 in#0 0",
            "value in 6 in#0 1",
            "value in 4 out#0 1",
            "value in 0 end#0 0");
  }

  @Test
  void aMainLoopLeftByBreakIsOver() throws Exception {
    assertThat(values("for (int e : Flor.loop(\"epoch\", Flor.range(5))) {"
            + "  Flor.log(\"loss\", e); if (e == 1) break; }"
            + "Flor.log(\"end\", 0);"))
        .containsExactly("value in 1 loss#0 0", "value in 2 loss#0 1", "value in 0 end#0 0");
  }

  @Test
  void aReturnAndAnExceptionLeaveLoopsToo() throws Exception {
    assertThat(values(
            "for (int e : Flor.loop(\"epoch\", Flor.range(1))) {"
                + "  find(); Flor.log(\"found\", e);"
                + "  try { fail(); } catch (IllegalStateException x) { Flor.log(\"caught\", e); }"
                + "  for (int s : Flor.loop(\"next\", Flor.range(1))) Flor.log(\"in\", s);"
                + "}",
            "static int find() { for (int s : Flor.loop(\"find\", Flor.range(3))) return s;"
                + " return -1; }",
            "static void fail() { for (int s : Flor.loop(\"fail\", Flor.range(3)))"
                + " throw new IllegalStateException(); }"))
        .containsExactly("value in 1 found#0 0", "value in 1 caught#0 0", "value in 4 in#0 0");
  }

  @Test
  void aLoopBegunAgainAndAgainDoesNotNest() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "for (int r = 0; r < 3; r++)"
            + " for (int s : Flor.loop(\"step\", Flor.range(3))) { if (s == 1) break; }");
    program.run("-Dflor.snapshot=false").succeeds();
    assertThat(program.journal("loop"))
        .allMatch(line -> line.endsWith("over") || line.contains(" in 0 step#"));
  }

  @Test
  void branchesTriesAndLabelsInALoopAreStillInIt() throws Exception {
    assertThat(values("outer: for (int e : Flor.loop(\"epoch\", Flor.range(2))) {"
            + "  if (e == 0) { for (int s : Flor.loop(\"step\", Flor.range(1)))"
            + "    if (s == 0) Flor.log(\"if\", s); else Flor.log(\"else\", s);"
            + "  } else { for (int s : Flor.loop(\"step\", Flor.range(2))) {"
            + "    try { if (s == 1) continue outer; Flor.log(\"try\", s);"
            + "      throw new RuntimeException(); }"
            + "    catch (RuntimeException x) { Flor.log(\"catch\", s); }"
            + "    finally { Flor.log(\"finally\", s); } } } }"
            + "while (true) { for (int s : Flor.loop(\"last\", Flor.range(2)))"
            + "    Flor.log(\"last\", s); break; }"))
        .containsExactly(
            "value in 2 if#0 0",
            "value in 4 try#0 0",
            "value in 4 catch#0 0",
            "value in 4 finally#0 0",
            "value in 5 finally#0 1",
            "value in 6 last#0 0",
            "value in 7 last#0 1");
  }

  @Test
  void aLoopThatRunsHotIsStillToldApart() throws Exception {
    List<String> values = values("for (int e : Flor.loop(\"epoch\", Flor.range(20_000))) {"
        + "  for (int s : Flor.loop(\"step\", Flor.range(3))) {"
        + "    Flor.log(\"in\", s); if (s == e % 3) break; }"
        + "  Flor.log(\"out\", e); }");
    int context = 0;
    int at = 0;
    for (int epoch = 0; epoch < 20_000; epoch++) {
      int turn = ++context;
      for (int step = 0; step <= epoch % 3; step++) {
        assertThat(values.get(at++)).isEqualTo("value in " + ++context + " in#0 " + step);
      }
      assertThat(values.get(at++)).isEqualTo("value in " + turn + " out#0 " + epoch);
    }
  }

  @Test
  void valuesLoggedInMethodsLambdasAndRecursionStayInTheirLoop() throws Exception {
    assertThat(values(
            "for (int e : Flor.loop(\"epoch\", Flor.range(1))) {"
                + "  Runnable r = () -> Flor.log(\"lambda\", 1); r.run(); down(2); }"
                + "Flor.loop(\"each\", Flor.range(1)).forEach(i -> Flor.log(\"each\", i));",
            "static void down(int n) {"
                + " for (int i : Flor.loop(\"level\", Flor.range(1))) {"
                + "  if (n > 0) down(n - 1); Flor.log(\"n\", n); } }"))
        .containsExactly(
            "value in 1 lambda#0 1",
            "value in 4 n#0 0",
            "value in 3 n#0 1",
            "value in 2 n#0 2",
            "value in 5 each#0 0");
  }

  @Test
  void anIteratorThatAnotherOneDrivesKeepsItsTurns() throws Exception {
    assertThat(values(
            "Iterator<Integer> odd = odd(Flor.loop(\"all\", Flor.range(4)).iterator());"
                + "while (odd.hasNext()) Flor.log(\"odd\", odd.next());",
            "static Iterator<Integer> odd(Iterator<Integer> all) {"
                + " return new Iterator<>() { Integer next;"
                + "  public boolean hasNext() { while (next == null && all.hasNext()) {"
                + "    int i = all.next(); if (i % 2 == 1) next = i; } return next != null; }"
                + "  public Integer next() { Integer i = next; next = null; return i; } }; }"))
        .containsExactly("value in 2 odd#0 1", "value in 4 odd#0 3");
  }

  @Test
  void theSameNameInsideAndAfterABreakIsToldApart() throws Exception {
    assertThat(values("for (int e : Flor.loop(\"epoch\", Flor.range(1))) {"
            + "  for (int s : Flor.loop(\"step\", Flor.range(9))) {"
            + "    Flor.log(\"loss\", s); if (s == 1) break; }"
            + "  Flor.log(\"loss\", 9); }"))
        .containsExactly("value in 2 loss#0 0", "value in 3 loss#0 1", "value in 1 loss#0 9");
  }

  @Test
  void theOneCaseThatIsNotSeenIsANameLoggedInEarlierTurnsButNotInTheOneThatWasLeft()
      throws Exception {
    assertThat(values("for (int e : Flor.loop(\"epoch\", Flor.range(1))) {"
            + "  for (int s : Flor.loop(\"step\", Flor.range(9))) {"
            + "    if (s == 1) break; Flor.log(\"loss\", s); }"
            + "  Flor.log(\"loss\", 9); }"))
        .containsExactly("value in 2 loss#0 0", "value in 3 loss#0 9");
  }

  @Test
  void aLoopWhoseItemsCannotBeHadIsOver() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "int[] w = new int[1];"
            + "try (Checkpointing c = Flor.checkpointing(\"w\", w)) {"
            + "  for (int e : Flor.loop(\"epoch\", Flor.range(2))) {"
            + "    try { for (Object o : Flor.loop(\"none\", (Iterable<Object>) () -> { throw new Error(\"mine\"); })) {} }"
            + "    catch (Error x) { Flor.log(\"caught\", x.getMessage()); }"
            + "    for (int s : Flor.loop(\"step\", Flor.range(1))) Flor.log(\"in\", s);"
            + "  }"
            + "}");
    program.run("-Dflor.snapshot=false", "-Dflor.checkpoint=always").succeeds();
    assertThat(program.journal("loop", "value"))
        .startsWith(
            "loop 0 in 0 epoch#0 of 2",
            "loop 1 in 1 none#0 of -1",
            "loop 1 over",
            "value in 1 caught#0 \"mine\"",
            "loop 2 in 1 step#0 of 1",
            "value in 2 in#0 0");
    assertThat(program.journal("checkpoint LOOP_END")).hasSize(2);
  }

  @Test
  void aProgramThatIsStartedFromItsSourceIsToldApartToo() throws Exception {
    UserProgram program = new UserProgram(
        temporary,
        "for (int e : Flor.loop(\"epoch\", Flor.range(2))) {"
            + "  for (int s : Flor.loop(\"step\", Flor.range(9))) { if (s == 1) break; }"
            + "  Flor.log(\"out\", e); }");
    UserProgram.run(program.ofSource("-Dflor.snapshot=false")).succeeds();
    assertThat(program.journal("value"))
        .containsExactly("value in 1 out#0 0", "value in 4 out#0 1");
  }
}
