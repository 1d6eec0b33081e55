package dev.flor.checkpoint;

/**
 * How the objects of one class are taken apart and put together: some plain data, and references
 * in an order that is the same each time.
 */
abstract class Shape {
  /** How an object comes to have its saved state. */
  enum Kind {
    /** Immutable: what is saved is the object. */
    LEAF,
    /** Immutable, but holds references: kept when they are the same, else built anew. */
    BUILT,
    /** Mutable: restored in place. */
    FILLED,
    /** Mutable, and asks its items for their hash or order: filled after these. */
    COLLECTED
  }

  private final Kind kind;

  Shape(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** Tells the data and the references of an object. */
  abstract void save(Object object, Parts parts) throws NotSavable;

  /** Whether a live object can be given the saved state, or, of a leaf, already is it. */
  boolean fits(Object live, Node node) {
    return true;
  }

  /** A new object: whole for a leaf, blank for a mutable one. Not for {@link Kind#BUILT}. */
  Object create(Node node) throws NotRestorable {
    throw new IllegalStateException(getClass() + " creates nothing");
  }

  /** A new object of the references. Only for {@link Kind#BUILT}. */
  Object build(Node node, Object[] references) throws NotRestorable {
    throw new IllegalStateException(getClass() + " builds nothing");
  }

  /** Whether what was restored elsewhere made this object what it was. Only for views. */
  void verify(Object target, Node node, Object[] references) throws NotRestorable {}

  /** Gives an object its saved state. Only for mutable kinds. */
  void fill(Object target, Node node, Object[] references) throws NotRestorable {
    throw new IllegalStateException(getClass() + " fills nothing");
  }

  /** The live counterparts of the saved references, by their order; null where there is none. */
  Object[] counterparts(Object live, Node node, Node[] all) throws NotRestorable {
    Parts.Listing listing = new Parts.Listing();
    try {
      save(live, listing);
    } catch (NotSavable e) {
      throw new NotRestorable(e.getMessage());
    }
    return listing.references();
  }

  /** What a reference is called in a path, such as {@code .pool} or {@code [3]}. */
  String label(Object object, int reference) {
    return "[" + reference + "]";
  }
}
