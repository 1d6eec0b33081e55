package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A private number in an object of the JDK. The door is open where {@code --add-opens} says so; up to
 * JDK 23 there is another one, {@code sun.misc.Unsafe}, which from 24 on warns on stderr and is not used.
 */
final class Door {
  private static final int UNSAFE_WARNS = 24;

  private final Field field;
  private final Object unsafe;
  private final long offset;

  private Door(Field field, Object unsafe, long offset) {
    this.field = field;
    this.unsafe = unsafe;
    this.offset = offset;
  }

  /** The field, if there is a way to it. */
  static Optional<Door> to(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      if (field.trySetAccessible()) {
        return Optional.of(new Door(field, null, 0));
      }
      if (Runtime.version().feature() >= UNSAFE_WARNS) {
        return Optional.empty();
      }
      Field one = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
      one.setAccessible(true);
      Object unsafe = one.get(null);
      Method offset = unsafe.getClass().getMethod("objectFieldOffset", Field.class);
      return Optional.of(new Door(field, unsafe, (long) offset.invoke(unsafe, field)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty(); // another JDK: who asks says what it could not do
    }
  }

  Object get(Object of) throws ReflectiveOperationException {
    return unsafe == null
        ? field.get(of)
        : access("get", Object.class, long.class).invoke(unsafe, of, offset);
  }

  void set(Object of, Object value) throws ReflectiveOperationException {
    if (unsafe == null) {
      field.set(of, value);
    } else {
      access("put", Object.class, long.class, field.getType()).invoke(unsafe, of, offset, value);
    }
  }

  private Method access(String verb, Class<?>... types) throws ReflectiveOperationException {
    String type = field.getType().getName();
    String name =
        verb + type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
    return unsafe.getClass().getMethod(name, types);
  }
}
