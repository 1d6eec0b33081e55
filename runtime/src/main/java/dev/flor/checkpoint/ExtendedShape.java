package dev.flor.checkpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Objects of a class of the program that extends a collection, a map or a random of the JDK: the program's fields,
 * and what the JDK's class holds, which is told by its own methods, whatever the program overrides.
 */
final class ExtendedShape extends Shape {
  private final Class<?> type;
  private final Class<?> base;
  private final FieldsShape own;
  private final Shape inherited;

  private ExtendedShape(Class<?> type, Class<?> base, FieldsShape own, Shape inherited) {
    super(inherited.kind());
    this.type = type;
    this.base = base;
    this.own = own;
    this.inherited = inherited;
  }

  /**
   * The shape of such a class.
   *
   * @param top the class of the program that extends one of the JDK: {@code type}, or one that it extends
   */
  static Shape of(Class<?> type, Class<?> top, FieldsShape own) throws NotSavable {
    Class<?> base = top.getSuperclass();
    Inherited methods = new Inherited(top);
    Shape inherited = base == Random.class
        ? new RandomShape(methods.method("setSeed", void.class, long.class)::seed)
        : new InheritedShape(methods);
    return new ExtendedShape(type, base, own, inherited);
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    own.save(object, parts);
    inherited.save(object, parts);
  }

  @Override
  Object create(Node node) throws NotRestorable {
    if (inherited instanceof InheritedShape) {
      ((InheritedShape) inherited).requireMakeable(type);
    }
    return Blank.of(type, base);
  }

  /** The fields first, for what is overridden may look at them; and last, for it may change them. */
  @Override
  void fill(Object target, Node node, Object[] values) throws NotRestorable {
    Object[] fields = Arrays.copyOf(values, own.count());
    own.fill(target, node, fields);
    inherited.fill(target, rest(node), items(values));
    own.fill(target, node, fields);
  }

  @Override
  void verify(Object target, Node node, Object[] values) throws NotRestorable {
    inherited.verify(target, rest(node), items(values));
  }

  @Override
  Object[] counterparts(Object live, Node node, Node[] all) throws NotRestorable {
    Object[] byOrder = super.counterparts(live, node, all);
    return Map.class.isAssignableFrom(base)
        ? MapShape.byKey(byOrder, own.count(), node.references(), all)
        : byOrder;
  }

  @Override
  String label(Object object, int reference) {
    return reference < own.count()
        ? own.label(object, reference)
        : inherited.label(object, reference - own.count());
  }

  private Node rest(Node node) {
    return node.after(own.bytes(), own.count());
  }

  private Object[] items(Object[] values) {
    return Arrays.copyOfRange(values, own.count(), values.length);
  }
}
