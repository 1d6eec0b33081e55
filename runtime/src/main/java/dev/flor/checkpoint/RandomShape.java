package dev.flor.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * {@code java.util.Random}: its seed, and the second of a pair of Gaussians if it is still to come.
 * Saving takes them from the serialized form, which needs no door opened. Restoring a pending
 * Gaussian needs {@code --add-opens java.base/java.util=ALL-UNNAMED} from JDK 24 on.
 */
final class RandomShape extends Shape {
  /** What {@link Random#setSeed} scrambles with; its documentation says so. */
  private static final long SCRAMBLE = 0x5DEECE66DL;

  private static final int STATE = 1 + 8 + 8;

  /** How the description of the class begins in a serialized form. */
  private static final String NAME = "r\0\20java.util.Random";

  /** Sets the seed of a Random, also of one that overrides {@code setSeed}. */
  private final Seeding seeding;

  /** Something that sets seeds. */
  interface Seeding {
    void seed(Random random, long seed);
  }

  RandomShape() {
    this(Random::setSeed);
  }

  RandomShape(Seeding seeding) {
    super(Kind.FILLED);
    this.seeding = seeding;
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    ByteBuffer state = state(Leaves.begunForm(object));
    if (state == null) {
      throw new NotSavable(
          "a " + object.getClass().getName() + ", whose seed the JDK does not tell");
    }
    int pending = state.get();
    long gaussian = state.getLong();
    parts.data().u8(pending);
    parts.data().fixed64(pending == 1 ? gaussian : 0); // one that was drawn already is no state
    parts.data().fixed64(state.getLong());
  }

  /**
   * What a serialized form says of a Random: a truth value, a double, the seed. It follows the description of
   * that class, which is the last one of an object's classes.
   */
  private static ByteBuffer state(byte[] form) {
    int at = new String(form, StandardCharsets.ISO_8859_1).indexOf(NAME) + NAME.length();
    ByteBuffer rest = ByteBuffer.wrap(form, at, form.length - at);
    try {
      rest.getLong(); // the version of the class
      rest.get(); // how it is serialized
      for (int fields = rest.getShort(); fields > 0; fields--) {
        rest.get(); // the type
        rest.position(rest.position() + 2 + rest.getShort(rest.position()));
      }
      rest.getShort(); // no annotation, nothing extended that is serialized
      return rest.remaining() >= STATE && at >= NAME.length() ? rest : null;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null; // it is replaced by something else when it is serialized
    }
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
    seeding.seed(random, data.fixed64() ^ SCRAMBLE);
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
