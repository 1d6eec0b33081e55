package dev.flor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ObjectGraphTest {
  /** Saves, lets the program go on, restores, and hands the graph's objects to the test. */
  private static void roundTrip(Map<String, Object> roots, Runnable change) throws Exception {
    ObjectGraph graph = ObjectGraph.of(roots);
    byte[] saved = graph.save().toBytes();
    change.run();
    graph.prepare(saved).apply();
    assertThat(graph.save().toBytes()).as("what is saved after restoring").isEqualTo(saved);
  }

  @Test
  void arraysOfEveryPrimitiveTypeAndRankAreRestoredInPlace() throws Exception {
    double[][][] cube = {{{1, Double.NaN}, {-0.0}}, {}, {{Double.MIN_VALUE}}};
    Object[] flat = {
      new int[] {1, -2},
      new long[] {Long.MIN_VALUE},
      new float[] {1.5f},
      new short[] {3},
      new byte[] {-4},
      new char[] {'x'},
      new boolean[] {true, false},
      "text",
      null
    };
    double[] inner = cube[0][0];
    roundTrip(Map.of("cube", cube, "flat", flat), () -> {
      inner[0] = 7;
      cube[0][0] = new double[] {9, 9};
      cube[2] = null;
      ((int[]) flat[0])[1] = 5;
      ((boolean[]) flat[6])[0] = false;
      flat[7] = "other";
    });
    assertThat(cube[0][0]).containsExactly(1, Double.NaN);
    assertThat(Double.doubleToRawLongBits(cube[0][1][0]))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(cube[2][0][0]).isEqualTo(Double.MIN_VALUE);
    assertThat((int[]) flat[0]).containsExactly(1, -2);
    assertThat(flat[7]).isEqualTo("text");
  }

  static class Layer {
    final double[] weights = {1, 2, 3};
    private Layer next;
    Layer self = this;
    transient int visits;
    int steps;
  }

  static final class Deep extends Layer {
    private char letter = 'a';
    private float rate = 0.5f;
    private boolean on;
    private List<Object> history = new ArrayList<>();
    DoubleUnaryOperator activation = Math::tanh;
  }

  @Test
  void graphsOfUserObjectsKeepTheirCyclesSharesAndIdentity() throws Exception {
    Deep first = new Deep();
    Layer second = new Layer();
    Layer.class.cast(first).next = second;
    second.next = first;
    first.history.add(second.weights);
    double[] weights = second.weights;
    DoubleUnaryOperator activation = first.activation;
    Map<String, Object> roots = new LinkedHashMap<>();
    roots.put("first", first);
    roots.put("weights", weights);
    roundTrip(roots, () -> {
      weights[0] = 100;
      first.steps = 9;
      first.letter = 'z';
      first.rate = 0;
      first.on = true;
      first.visits = 3;
      second.next = null;
      first.history.clear();
      first.history.add("gone");
    });
    assertThat(((Layer) first).next).isSameAs(second);
    assertThat(second.next).isSameAs(first);
    assertThat(second.weights).isSameAs(weights).containsExactly(1, 2, 3);
    assertThat(first.history).hasSize(1);
    assertThat(first.history.get(0)).isSameAs(weights);
    assertThat(first.self).isSameAs(first);
    assertThat(first.letter).isEqualTo('a');
    assertThat(first.rate).isEqualTo(0.5f);
    assertThat(first.on).isFalse();
    assertThat(first.visits).as("transient").isEqualTo(3);
    assertThat(first.activation).isSameAs(activation);
  }

  @Test
  void objectsThatDoNotExistYetAreMadeWithoutTheirConstructors() throws Exception {
    ArrayList<Layer> layers = new ArrayList<>(List.of(new Layer(), new Layer()));
    layers.get(1).next = layers.get(0);
    ObjectGraph graph = ObjectGraph.of(Map.of("layers", layers));
    byte[] saved = graph.save().toBytes();
    layers.clear();
    graph.prepare(saved).apply();
    assertThat(layers).hasSize(2);
    assertThat(layers.get(1).next).isSameAs(layers.get(0));
    assertThat(layers.get(0).weights).containsExactly(1, 2, 3);
  }

  @Test
  void aRandomGoesOnAsItDid() throws Exception {
    Random random = new Random(42);
    random.nextInt();
    ObjectGraph graph = ObjectGraph.of(Map.of("rng", random));
    byte[] saved = graph.save().toBytes();
    double[] expected = random.doubles(20).toArray();
    random.nextGaussian();
    random.setSeed(1);
    graph.prepare(saved).apply();
    assertThat(random.doubles(20).toArray()).isEqualTo(expected);
  }

  enum Phase {
    WARM_UP,
    TRAIN {
      @Override
      public String toString() {
        return "training";
      }
    }
  }

  @Test
  void collectionsMapsAndAtomsAreFilledInPlace() throws Exception {
    PriorityQueue<Integer> queue = new PriorityQueue<>((a, b) -> b - a);
    queue.addAll(List.of(3, 9, 4, 1));
    Map<String, double[]> best = new TreeMap<>(Map.of("a", new double[] {1}, "b", new double[2]));
    double[] a = best.get("a");
    AtomicReference<Phase> phase = new AtomicReference<>(Phase.TRAIN);
    AtomicLongArray counts = new AtomicLongArray(new long[] {1, 2});
    ArrayDeque<BigDecimal> window = new ArrayDeque<>(List.of(new BigDecimal("1.50")));
    AtomicInteger step = new AtomicInteger(7);
    StringBuilder text = new StringBuilder();
    text.append("log");
    Object[] rest = {text, Optional.of(step), List.of(step, "x"), Object.class};
    Map<String, Object> roots = new LinkedHashMap<>();
    roots.put("queue", queue);
    roots.put("best", best);
    roots.put("cells", new Object[] {phase, counts, window, step, rest});
    List<Object> kept = Arrays.asList(rest.clone());
    roundTrip(roots, () -> {
      queue.poll();
      a[0] = 5;
      best.remove("b");
      best.put("0", new double[0]);
      phase.set(Phase.WARM_UP);
      counts.set(1, 99);
      window.clear();
      step.set(0);
      ((StringBuilder) rest[0]).append("more");
      rest[1] = Optional.empty();
    });
    assertThat(queue.poll()).isEqualTo(9);
    assertThat(best.keySet()).containsExactly("a", "b");
    assertThat(best.get("a")).isSameAs(a).containsExactly(1);
    assertThat(phase.get()).isSameAs(Phase.TRAIN);
    assertThat(counts.get(1)).isEqualTo(2);
    assertThat(window).containsExactly(new BigDecimal("1.50"));
    assertThat(step.get()).isEqualTo(7);
    assertThat(rest[0]).hasToString("log");
    assertThat(rest[1]).isEqualTo(kept.get(1));
    assertThat(rest[2]).isSameAs(kept.get(2));
  }

  @Test
  void aListOfAHundredThousandLinksNeedsNoStack() throws Exception {
    Layer head = new Layer();
    Layer at = head;
    for (int i = 0; i < 100_000; i++) {
      at.next = new Layer();
      at = at.next;
      at.steps = i;
    }
    Layer last = at;
    roundTrip(Map.of("head", head), () -> last.steps = -1);
    assertThat(last.steps).isEqualTo(99_999);
  }

  static final class Cache {
    final Map<String, Object> pool = new LinkedHashMap<>();
  }

  static final class Model {
    Cache cache = new Cache();
  }

  @Test
  void whatCannotBeSavedIsNamedByItsPath() {
    Model model = new Model();
    model.cache.pool.put("worker", new Thread("t"));
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("model", model)))
        .isInstanceOf(NotSavable.class)
        .hasMessage("model.cache.pool{worker} is a java.lang.Thread, which cannot be saved");
    for (Object refused : List.of(
        new ReentrantLock(),
        System.out,
        ClassLoader.getSystemClassLoader(),
        new Thread() {},
        ThreadLocal.withInitial(() -> 1))) {
      model.cache.pool.put("worker", refused);
      assertThatThrownBy(() -> ObjectGraph.of(Map.of("model", model)))
          .isInstanceOf(NotSavable.class)
          .hasMessageStartingWith("model.cache.pool{worker} is a ");
    }
  }

  enum Counter {
    HITS;

    @SuppressWarnings("ImmutableEnumChecker") // that is the point
    int count;
  }

  @Test
  void anEnumConstantThatCanChangeIsRefused() {
    Counter.HITS.count++;
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("model", new Object[] {Counter.HITS})))
        .isInstanceOf(NotSavable.class)
        .hasMessageContaining("an enum whose constants can change: count is not final");
  }

  enum Tally {
    HITS;

    @SuppressWarnings("ImmutableEnumChecker") // that is the point
    final int[] count = new int[1];
  }

  @Test
  void anEnumConstantThatHoldsAnArrayIsRefused() {
    Tally.HITS.count[0]++;
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("model", new Object[] {Tally.HITS})))
        .isInstanceOf(NotSavable.class)
        .hasMessageContaining("an enum whose constants can change: count is a int[]");
  }

  @Test
  void anEnrolledObjectThatNeverChangesIsRefused() {
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("lr", 0.1)))
        .hasMessageContaining("lr is a java.lang.Double, which never changes");
  }

  @Test
  void anArrayOfAnotherLengthIsNotRestoredAndNothingIsChanged() throws Exception {
    byte[] saved = ObjectGraph.of(Map.of("w", new double[] {1, 2})).save().toBytes();
    double[] longer = {7, 8, 9};
    ObjectGraph graph = ObjectGraph.of(Map.of("w", longer));
    assertThatThrownBy(() -> graph.prepare(saved)).isInstanceOf(NotRestorable.class);
    assertThat(longer).containsExactly(7, 8, 9);
  }

  @Test
  void aCheckpointCutAnywhereIsRefused() throws Exception {
    Deep model = new Deep();
    ObjectGraph graph = ObjectGraph.of(Map.of("model", model));
    byte[] saved = graph.save().toBytes();
    for (int length = 0; length < saved.length; length++) {
      byte[] cut = Arrays.copyOf(saved, length);
      assertThatThrownBy(() -> graph.prepare(cut)).isInstanceOf(NotRestorable.class);
    }
  }

  @Test
  void aStateOfMoreThanOneArrayIsRefusedWithItsSize() {
    Output looking = Output.dry();
    looking.bulk(Integer.MAX_VALUE, 8);
    assertThatThrownBy(() -> ObjectGraph.requireSmall(looking.wholeSize()))
        .isInstanceOf(NotSavable.class)
        .hasMessage("the state has 16383 MB, and a checkpoint at most 2047");
  }
}
