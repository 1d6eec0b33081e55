package dev.flor.checkpoint;

/** Holders: what they hold is all that is looked at. It is complete when it is put back. */
final class HolderShape extends Shape {
  HolderShape() {
    super(Kind.COLLECTED);
  }

  @Override
  void save(Object object, Parts parts) {
    parts.reference(((Holder<?>) object).get());
  }

  @Override
  Object create(Node node) throws NotRestorable {
    throw new NotRestorable(
        "a new " + node.type().getName() + " would not know what it stands for");
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    @SuppressWarnings("unchecked") // it held this before
    Holder<Object> holder = (Holder<Object>) target;
    holder.set(references[0]);
  }

  @Override
  String label(Object object, int reference) {
    return ".get()";
  }
}
