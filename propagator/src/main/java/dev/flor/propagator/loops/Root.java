package dev.flor.propagator.loops;

/**
 * Where an object comes from: what names it, and the first field on the way to it. Everything that is reached from there counts as part of
 * it, as it does for a checkpoint.
 *
 * @param base key of what names it
 * @param name the name as written
 * @param field the first field behind it, or empty for the thing itself and for what is reached through no field
 */
record Root(String base, String name, String field) implements Comparable<Root> {
  static final Root THIS = new Root("this", "this", "");
  /** Stands for whatever an array or collection holds, as a field. */
  static final String ELEMENT = "[]";

  private static final String HELD = "in ";

  /** Stands for any field that is not saved, however deep. */
  static final String TRANSIENT = "(transient)";

  static final Root UNKNOWN = new Root("?", "?", "");

  /** Files, the settings of the system, what other libraries keep. */
  static final Root OUTSIDE = new Root("outside", "the world outside", "");

  private static final String MOVED = "moved ";

  static Root variable(String key, String name) {
    return new Root("var " + key, name, "");
  }

  static Root statics(String name) {
    return new Root("static " + name, name, "");
  }

  /** The variable itself rather than what it holds: assigned, it no longer holds what was enrolled. */
  static Root slot(String name) {
    return new Root("slot " + name, name, "");
  }

  /** Not a thing, but that something in it takes the place of something else. */
  Root moved() {
    return isMoved() ? this : new Root(MOVED + base, name, field);
  }

  boolean isMoved() {
    return base.startsWith(MOVED);
  }

  Root unmoved() {
    return isMoved() ? new Root(base.substring(MOVED.length()), name, field) : this;
  }

  boolean isTransient() {
    return field.equals(TRANSIENT);
  }

  /** What is reached through a field, or through {@link #ELEMENT}. */
  Root through(String next) {
    if (next.isEmpty() || base.startsWith("slot")) {
      return this;
    }
    if (isHeld()) {
      return new Root(base.substring(HELD.length()), name, field);
    }
    return field.isEmpty() || next.equals(TRANSIENT) ? new Root(base, name, next) : this;
  }

  /** An object made here that leads to this root: changing the object itself changes nothing of the root. */
  Root held() {
    return isHeld() ? this : new Root(HELD + base, name, field);
  }

  boolean isHeld() {
    return base.startsWith(HELD);
  }

  Root whole() {
    return field.isEmpty() ? this : new Root(base, name, "");
  }

  boolean isStatic() {
    return base.startsWith("static ");
  }

  boolean isThis() {
    return base.equals(THIS.base);
  }

  String text() {
    return field.isEmpty() || field.equals(ELEMENT) ? name : name + "." + field;
  }

  @Override
  public int compareTo(Root other) {
    int byBase = base.compareTo(other.base);
    return byBase != 0 ? byBase : field.compareTo(other.field);
  }
}
