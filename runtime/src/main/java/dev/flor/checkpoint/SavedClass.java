package dev.flor.checkpoint;

import java.util.Set;

/** A class as a checkpoint names it, found among those that the program itself can load. */
final class SavedClass {
  private final String name;
  private final Class<?> type;
  private final Shape shape;

  private SavedClass(String name, Class<?> type, Shape shape) {
    this.name = name;
    this.type = type;
    this.shape = shape;
  }

  /** Finds the class, without initializing it, and refuses one that cannot be saved or differs. */
  static SavedClass find(String name, String signature, Set<ClassLoader> loaders, Shapes shapes)
      throws NotRestorable {
    if (name.endsWith(LambdaShape.MARK)) {
      return new SavedClass(name, null, LambdaShape.UNKNOWN);
    }
    try {
      Class<?> type = load(name, loaders);
      if (!shapes.signatureOf(type).equals(signature)) {
        throw new NotRestorable(name + " has other fields than when it was saved");
      }
      return new SavedClass(name, type, shapes.of(type));
    } catch (NotSavable | RuntimeException e) {
      throw new NotRestorable(name + " is not restored: " + e.getMessage());
    }
  }

  private static Class<?> load(String name, Set<ClassLoader> loaders) throws NotRestorable {
    String why = "no loader of an enrolled object knows it";
    for (ClassLoader loader : loaders) {
      try {
        return Class.forName(name, false, loader);
      } catch (ClassNotFoundException | LinkageError e) {
        why = e.toString(); // the next of the enrolled objects' loaders may know it
      }
    }
    throw new NotRestorable("there is no class " + name + ": " + why);
  }

  /** The class; null of a lambda, which has another in each process. */
  Class<?> type() {
    return type;
  }

  Shape shape() {
    return shape;
  }

  /** Whether a live object is of this class. */
  boolean isOf(Object live) {
    Class<?> candidate = Shapes.classOf(live);
    return type == null ? Shapes.nameOf(candidate).equals(name) : candidate == type;
  }

  @Override
  public String toString() {
    return name;
  }
}
