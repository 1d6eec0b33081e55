package dev.flor.checkpoint;

import java.util.SplittableRandom;

/** {@code java.util.SplittableRandom}: its seed, and its gamma, which two of the same seed may not share. */
final class SplittableRandomShape extends Shape {
  private static final String CLOSED =
      "a java.util.SplittableRandom, which needs --add-opens java.base/java.util=ALL-UNNAMED";

  private final Door seed;
  private final Door gamma;

  SplittableRandomShape() throws NotSavable {
    super(Kind.FILLED);
    seed = Door.to(SplittableRandom.class, "seed").orElseThrow(() -> new NotSavable(CLOSED));
    gamma = Door.to(SplittableRandom.class, "gamma").orElseThrow(() -> new NotSavable(CLOSED));
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    parts.data().fixed64(of(object, seed));
    parts.data().fixed64(of(object, gamma));
  }

  /** The gamma is final: one that has another is another object. */
  @Override
  boolean fits(Object live, Node node) {
    Input data = node.data();
    data.fixed64();
    try {
      return of(live, gamma) == data.fixed64();
    } catch (NotSavable e) {
      return false; // its numbers were asked for before, when the live one was looked at
    }
  }

  @Override
  Object create(Node node) throws NotRestorable {
    SplittableRandom random = new SplittableRandom(0);
    Input data = node.data();
    data.fixed64();
    set(random, gamma, data.fixed64());
    return random;
  }

  @Override
  void fill(Object target, Node node, Object[] references) throws NotRestorable {
    set(target, seed, node.data().fixed64());
  }

  private static long of(Object random, Door door) throws NotSavable {
    try {
      return (Long) door.get(random);
    } catch (ReflectiveOperationException e) {
      throw new NotSavable(CLOSED);
    }
  }

  private static void set(Object random, Door door, long value) throws NotRestorable {
    try {
      door.set(random, value);
    } catch (ReflectiveOperationException e) {
      throw new NotRestorable(CLOSED);
    }
  }
}
