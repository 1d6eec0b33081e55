package dev.flor.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Objects that an adapter of a library saves. */
final class AdapterShape extends Shape {
  private final CheckpointAdapter<Object> adapter;

  private AdapterShape(CheckpointAdapter<Object> adapter) {
    super(adapter.inPlace() ? Kind.FILLED : Kind.LEAF);
    this.adapter = adapter;
  }

  /** The shape that one of some adapters gives to a class: the first. */
  static Optional<Shape> of(Class<?> type, List<CheckpointAdapter<?>> adapters) {
    for (CheckpointAdapter<?> adapter : adapters) {
      if (adapter.type().isAssignableFrom(type)) {
        @SuppressWarnings("unchecked") // it is asked about objects of its class only
        CheckpointAdapter<Object> any = (CheckpointAdapter<Object>) adapter;
        return Optional.of(new AdapterShape(any));
      }
    }
    return Optional.empty();
  }

  boolean comparable() {
    return adapter.comparable();
  }

  /** The adapters that a class loader has. */
  static List<CheckpointAdapter<?>> found(ClassLoader loader) throws NotSavable {
    List<CheckpointAdapter<?>> adapters = new ArrayList<>();
    try {
      for (CheckpointAdapter<?> adapter : ServiceLoader.load(CheckpointAdapter.class, loader)) {
        adapters.add(adapter);
      }
    } catch (ServiceConfigurationError e) {
      throw new NotSavable("not saved, for an adapter that might be its own is broken: " + e);
    }
    return adapters;
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    try {
      parts.data().raw(adapter.save(object));
    } catch (Exception e) {
      throw new NotSavable(
          "a " + object.getClass().getName() + ", which its adapter cannot save: " + e);
    }
  }

  /** A live object of a leaf is never asked: it is made anew. */
  @Override
  boolean fits(Object live, Node node) {
    return true;
  }

  @Override
  Object create(Node node) throws NotRestorable {
    if (kind() == Kind.LEAF) {
      return restored(null, node);
    }
    throw new NotRestorable("a new " + node.type().getName() + " cannot be made by its adapter");
  }

  @Override
  void fill(Object target, Node node, Object[] references) throws NotRestorable {
    if (restored(target, node) != target) {
      throw new NotRestorable("the adapter of " + node.type().getName() + " gave another object");
    }
  }

  private Object restored(Object live, Node node) throws NotRestorable {
    try {
      Object object = adapter.restore(live, node.data().raw());
      if (object == null) {
        throw new NotRestorable("the adapter of " + node.type().getName() + " gave nothing");
      }
      return object;
    } catch (NotRestorable e) {
      throw e;
    } catch (Exception e) {
      throw new NotRestorable(node.type().getName() + " is not restored by its adapter: " + e);
    }
  }

  @Override
  Object[] counterparts(Object live, Node node, Node[] all) {
    return new Object[0];
  }
}
