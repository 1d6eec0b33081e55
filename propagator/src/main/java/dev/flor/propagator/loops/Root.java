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
  static final Root UNKNOWN = new Root("?", "?", "");

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

  Root through(String next) {
    return field.isEmpty() && !next.isEmpty() && !base.startsWith("slot")
        ? new Root(base, name, next)
        : this;
  }

  Root whole() {
    return field.isEmpty() ? this : new Root(base, name, "");
  }

  boolean isThis() {
    return base.equals(THIS.base);
  }

  String text() {
    return field.isEmpty() ? name : name + "." + field;
  }

  @Override
  public int compareTo(Root other) {
    int byBase = base.compareTo(other.base);
    return byBase != 0 ? byBase : field.compareTo(other.field);
  }
}
