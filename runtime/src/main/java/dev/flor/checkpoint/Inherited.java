package dev.flor.checkpoint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Random;

/** The methods that a class of the program inherits from the JDK, called as {@code super} calls them. */
final class Inherited {
  private final Class<?> top;
  private final Lookup lookup;

  /** Those of the class that {@code top} extends. */
  Inherited(Class<?> top) throws NotSavable {
    this.top = top;
    try {
      lookup = MethodHandles.privateLookupIn(top, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new NotSavable("a " + top.getName() + ", whose package is not open to flor");
    }
  }

  /** The class of the JDK. */
  Class<?> base() {
    return top.getSuperclass();
  }

  Method method(String name, Class<?> result, Class<?>... parameters) throws NotSavable {
    try {
      MethodType type = MethodType.methodType(result, parameters);
      return new Method(lookup.findSpecial(base(), name, type, top));
    } catch (ReflectiveOperationException e) {
      throw new NotSavable("a " + top.getName() + ", a kind of " + base().getName() + ": " + e);
    }
  }

  /** One of them. */
  static final class Method {
    private final MethodHandle handle;

    private Method(MethodHandle handle) {
      this.handle = handle;
    }

    Object call(Object... targetAndArguments) {
      try {
        return handle.invokeWithArguments(targetAndArguments);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a collection's methods declare no exception", e);
      }
    }

    void seed(Random random, long seed) {
      call(random, seed);
    }
  }
}
