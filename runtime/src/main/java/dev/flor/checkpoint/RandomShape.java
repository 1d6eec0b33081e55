package dev.flor.checkpoint;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * {@code java.util.Random}: its seed, and the second of a pair of Gaussians if it is still to come.
 * Saving takes them from the serialized form, which needs no door opened. Restoring a pending
 * Gaussian needs {@code --add-opens java.base/java.util=ALL-UNNAMED} from JDK 24 on.
 */
final class RandomShape extends Shape {
  /** What {@link Random#setSeed} scrambles with; its documentation says so. */
  private static final long SCRAMBLE = 0x5DEECE66DL;

  /** The serialized form ends in a truth value, a double, the seed, and one closing byte. */
  private static final int STATE = 1 + 8 + 8;

  RandomShape() {
    super(Kind.FILLED);
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    byte[] form = Leaves.serialized(object);
    ByteBuffer state = ByteBuffer.wrap(form, form.length - 1 - STATE, STATE);
    int pending = state.get();
    long gaussian = state.getLong();
    parts.data().u8(pending);
    parts.data().fixed64(pending == 1 ? gaussian : 0); // one that was drawn already is no state
    parts.data().fixed64(state.getLong());
  }

  @Override
  Object create(Node node) {
    return new Random(0);
  }

  @Override
  void fill(Object target, Node node, Object[] references) throws NotRestorable {
    Input data = node.data();
    boolean pending = data.u8() == 1;
    double gaussian = Double.longBitsToDouble(data.fixed64());
    Random random = (Random) target;
    random.setSeed(data.fixed64() ^ SCRAMBLE);
    if (pending) {
      set(random, "nextNextGaussian", gaussian);
      set(random, "haveNextNextGaussian", true);
    }
  }

  private static void set(Random random, String name, Object value) throws NotRestorable {
    try {
      Door.to(Random.class, name).orElseThrow(NoSuchFieldException::new).set(random, value);
    } catch (ReflectiveOperationException e) {
      throw new NotRestorable(
          "a Random with a pending Gaussian needs --add-opens java.base/java.util=ALL-UNNAMED");
    }
  }
}
