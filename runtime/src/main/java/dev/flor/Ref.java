package dev.flor;

import dev.flor.checkpoint.Holder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Holds a value that is replaced and not changed, so that it can be enrolled; from {@link Flor#ref}. */
public final class Ref<T> implements Holder<T> {
  private T value;
  private final Supplier<? extends T> getter;
  private final Consumer<? super T> setter;

  Ref(T value) {
    this.value = value;
    this.getter = null;
    this.setter = null;
  }

  Ref(Supplier<? extends T> getter, Consumer<? super T> setter) {
    this.getter = getter;
    this.setter = setter;
  }

  /** The value as it is now. */
  @Override
  public T get() {
    return getter == null ? value : getter.get();
  }

  /** Replaces the value. */
  @Override
  public void set(T next) {
    if (setter == null) {
      value = next;
    } else {
      setter.accept(next);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
