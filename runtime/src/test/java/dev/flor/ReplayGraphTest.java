package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.ReplayOrder;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State of every kind, saved by one process and restored into the live objects of another. */
class ReplayGraphTest {
  private static final String[] MEMBERS = {
    "record Point(double x, double[] tail) {}",
    "enum Mode { SLOW { double f() { return 0.5; } }, FAST { double f() { return 2; } };"
        + " abstract double f(); }",
    "static class Node { final int id; Node next; double v; Node(int id) { this.id = id; } }",
    "static class Base { private double rate = 1; private final List<Node> ring"
        + " = new ArrayList<>(); }",
    "static class Model extends Base {"
        + " Mode mode = Mode.SLOW; Point best = new Point(0, new double[] {1});"
        + " Object[] mixed = {1, \"a\", 'c', 2L, null}; int[][] grid = new int[2][3];"
        + " java.util.concurrent.atomic.AtomicInteger count"
        + " = new java.util.concurrent.atomic.AtomicInteger();"
        + " Map<String, Point> seen = new HashMap<>(); Deque<Double> window = new ArrayDeque<>();"
        + " Optional<Point> last = Optional.empty(); StringBuilder text = new StringBuilder();"
        + " double scale = 3; java.util.function.DoubleUnaryOperator act = x -> Math.tanh(x * scale);"
        + " class Inner { double seen = scale; } Inner inner = new Inner();"
        + " java.math.BigDecimal sum = java.math.BigDecimal.ZERO;"
        + " java.time.Duration took = java.time.Duration.ZERO;"
        + " Model() { Node a = new Node(0), b = new Node(1); a.next = b; b.next = a;"
        + "   super.ring.add(a); super.ring.add(b); }"
        + " void step(Random rng, double[] shared) {"
        + "   double g = act.applyAsDouble(rng.nextGaussian()) * mode.f();"
        + "   super.rate *= 0.9; Node n = super.ring.get(0); n.v += g; n.next.v -= g;"
        + "   best.tail()[0] += g; if (g > 0) best = new Point(g, new double[] {n.v});"
        + "   mixed[count.get() % 5] = g; grid[count.get() % 2][0]++; count.incrementAndGet();"
        + "   seen.put(\"k\" + count.get() % 3, best); window.add(g);"
        + "   if (window.size() > 3) window.poll(); last = Optional.of(best); text.append(count);"
        + "   mode = count.get() % 2 == 0 ? Mode.SLOW : Mode.FAST; scale += 0.1; inner.seen += scale;"
        + "   if (count.get() % 3 == 0) super.ring.add(new Node(count.get()));"
        + "   sum = sum.add(java.math.BigDecimal.ONE); took = took.plusSeconds(1); shared[0] += g; }"
        + " String show() { StringBuilder s = new StringBuilder();"
        + "   for (Node n : super.ring) s.append(n.id).append(':').append(n.v).append(' ');"
        + "   s.append(super.rate).append(best.x()).append(best.tail()[0]).append(mode)"
        + "    .append(Arrays.toString(mixed)).append(Arrays.deepToString(grid)).append(count)"
        + "    .append(window).append(last.get() == best).append(last.get().tail()[0]).append(text)"
        + "    .append(scale).append(inner.seen).append(sum).append(took);"
        + "   for (String k : new TreeSet<>(seen.keySet()))"
        + "     s.append(k).append(seen.get(k).tail()[0]).append(seen.get(k) == best);"
        + "   return s.toString(); } }"
  };

  private static final String BODY =
      "Random rng = new Random(3); double[] shared = {0}; Model model = new Model();"
          + "Object[] alias = {shared, model};"
          + "try (Checkpointing c = Flor.checkpointing(\"rng\", rng, \"model\", model,"
          + "     \"shared\", shared, \"alias\", alias)) {"
          + "  for (int e : Flor.loop(\"epoch\", Flor.range(7))) {"
          + "    model.step(rng, shared);"
          + "    Flor.log(\"state\", model.show() + shared[0] + (alias[0] == shared)"
          + "        + (alias[1] == model) + (model.inner.getClass()));"
          + "  }"
          + "}";

  @TempDir
  Path temporary;

  private static List<String> states(UserProgram program, String run) {
    Path journal = RunDirectory.of(program.flor().resolve("runs").resolve(run)).journal();
    return UserProgram.select(Transcript.of(journal), "value", "fault").stream()
        .map(line -> line.replaceFirst("value in \\d+ ", ""))
        .collect(Collectors.toList());
  }

  @Test
  void aGraphOfEveryKindOfObjectGoesOnBitForBitInAnotherProcess() throws Exception {
    UserProgram program = new UserProgram(temporary, BODY, MEMBERS);
    program
        .run("-Dflor.run.id=original", "-Dflor.checkpoint=always", "-Dflor.snapshot=false")
        .succeeds();
    List<String> recorded = states(program, "original");
    assertThat(recorded).hasSize(7).noneMatch(line -> line.startsWith("fault"));
    for (int first = 1; first < 7; first++) {
      String id = "from-" + first;
      Path file = temporary.resolve(id);
      ReplayOrder.builder(id, "c0ffee")
          .replayOf(program.flor().resolve("runs/original"))
          .mainLoop("epoch")
          .segment(first, -1)
          .build()
          .write(file);
      program
          .run(
              "--add-opens=java.base/java.util=ALL-UNNAMED",
              "-Dflor.snapshot=false",
              "-Dflor.replay=" + file)
          .succeeds();
      assertThat(states(program, id)).isEqualTo(recorded.subList(first, 7));
    }
  }
}
