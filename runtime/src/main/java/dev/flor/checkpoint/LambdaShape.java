package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.util.List;

/**
 * Lambdas and method references. What they have captured is walked into; they themselves are kept,
 * for a lambda cannot be made from data.
 */
final class LambdaShape extends Shape {
  static final String MARK = "$$Lambda";

  /** A saved lambda, of which only the live counterpart knows the fields. */
  static final Shape UNKNOWN = new LambdaShape();

  private final List<Field> captured;

  /** One of which nothing is looked into. */
  LambdaShape() {
    super(Kind.BUILT);
    this.captured = List.of();
  }

  LambdaShape(Fields fields) {
    super(Kind.BUILT);
    this.captured = fields.list();
  }

  static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.getName().contains(MARK);
  }

  /** The part of a lambda's class name that is the same in every process. */
  static String stableName(Class<?> type) {
    String name = type.getName();
    return name.substring(0, name.indexOf(MARK) + MARK.length());
  }

  @Override
  void save(Object object, Parts parts) {
    for (Field field : captured) {
      try {
        parts.reference(field.get(object));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(field + " was made accessible", e);
      }
    }
  }

  @Override
  Object build(Node node, Object[] references) throws NotRestorable {
    throw new NotRestorable("a lambda has captured other values than it has now");
  }

  @Override
  String label(Object object, int reference) {
    return "." + captured.get(reference).getName();
  }
}
