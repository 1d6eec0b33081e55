package dev.flor.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

/** Makes objects without running a constructor of the program's, as deserialization does. */
final class Blank {
  private Blank() {}

  static Object of(Class<?> type) throws NotRestorable {
    return of(type, Object.class);
  }

  /** The same, but what it extends of the JDK is made by the JDK's constructor without parameters. */
  static Object of(Class<?> type, Class<?> base) throws NotRestorable {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new NotRestorable(type.getName() + " is abstract");
    }
    try {
      // jdk.unsupported's ReflectionFactory is the JDK's door for serialization libraries.
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      Constructor<?> blank = (Constructor<?>) factory
          .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
          .invoke(instance, type, base.getDeclaredConstructor());
      return blank.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new NotRestorable(type.getName() + " cannot be made: " + e);
    }
  }
}
