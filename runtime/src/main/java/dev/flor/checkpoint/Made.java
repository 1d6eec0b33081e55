package dev.flor.checkpoint;

/** Makes new objects of the JDK's public classes. */
final class Made {
  private Made() {}

  static Object byConstructor(Class<?> type) throws NotRestorable {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new NotRestorable("a new " + type.getName() + " cannot be made: " + e.getMessage());
    }
  }
}
