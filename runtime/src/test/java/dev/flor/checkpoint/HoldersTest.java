package dev.flor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.Flor;
import dev.flor.Ref;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** State behind a holder, a getter and a setter, or a door of the JDK. */
class HoldersTest {
  /** Up to here the JDK's own generators need no option to be saved. */
  private static final int LAST_OPEN = 23;

  private static byte[] saved(Map<String, Object> roots) throws Exception {
    return ObjectGraph.of(roots).save().toBytes();
  }

  private static void restore(Map<String, Object> roots, byte[] state) throws Exception {
    ObjectGraph.of(roots).prepare(state).apply();
  }

  @Test
  void aReferenceToAnImmutableValueIsPutBack() throws Exception {
    Ref<Object> rate = Flor.ref(0.1);
    Ref<Object> none = Flor.ref((Object) null);
    Map<String, Object> roots = Map.of("rate", rate, "none", none);
    byte[] state = saved(roots);
    rate.set("decayed");
    none.set(7);
    restore(roots, state);
    assertThat(rate.get()).isEqualTo(0.1);
    assertThat(none.get()).isNull();
  }

  /** Takes and gives copies: what it holds is reached in no other way. */
  private static final class Closed {
    private double[] weights = {1, 2};

    double[] copy() {
      return weights.clone();
    }

    void take(double[] given) {
      weights = given.clone();
    }
  }

  @Test
  void aGetterAndASetterAreGivenTheWholeState() throws Exception {
    Closed closed = new Closed();
    Map<String, Object> roots = Map.of("weights", Flor.ref(closed::copy, closed::take));
    byte[] state = saved(roots);
    closed.take(new double[] {3, 4});
    restore(roots, state);
    assertThat(closed.copy()).containsExactly(1, 2);
  }

  @Test
  void whatAHolderAndAnotherNameShareStaysShared() throws Exception {
    double[] shared = {1};
    Ref<double[]> ref = Flor.ref(shared);
    Map<String, Object> roots = Map.of("ref", ref, "array", shared);
    byte[] state = saved(roots);
    shared[0] = 2;
    ref.set(new double[] {3});
    restore(roots, state);
    assertThat(shared).containsExactly(1);
    assertThat(ref.get()).isSameAs(shared);
  }

  @Test
  void aSplittableRandomGoesOnAsItDidWhereTheJdkLetsItBeSeen() throws Exception {
    SplittableRandom random = new SplittableRandom(3).split();
    Map<String, Object> roots = Map.of("rng", random);
    if (Runtime.version().feature() > LAST_OPEN) {
      assertThatThrownBy(() -> saved(roots))
          .hasMessageContaining("--add-opens java.base/java.util=ALL-UNNAMED");
      return;
    }
    byte[] state = saved(roots);
    long[] expected = random.longs(20).toArray();
    random.split();
    restore(roots, state);
    assertThat(random.longs(20).toArray()).isEqualTo(expected);
  }

  @Test
  void aPendingGaussianIsRestoredWhereTheJdkLetsItBeSet() throws Exception {
    Random random = new Random(5);
    random.nextGaussian();
    Map<String, Object> roots = Map.of("rng", random);
    byte[] state = saved(roots);
    double pending = random.nextGaussian();
    if (Runtime.version().feature() > LAST_OPEN) {
      assertThatThrownBy(() -> restore(roots, state)).hasMessageContaining("--add-opens");
      return;
    }
    restore(roots, state);
    assertThat(random.nextGaussian()).isEqualTo(pending);
  }
}
