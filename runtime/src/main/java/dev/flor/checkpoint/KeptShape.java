package dev.flor.checkpoint;

/**
 * Objects that the JDK does not let anybody make from data, and that say by their text what they
 * are: classes, character sets, patterns. The live one is kept if it is the same.
 */
final class KeptShape extends Shape {
  KeptShape() {
    super(Kind.LEAF);
  }

  @Override
  void save(Object object, Parts parts) {
    parts.data().utf8(object.toString());
  }

  @Override
  boolean fits(Object live, Node node) {
    return live.toString().equals(node.data().utf8());
  }

  @Override
  Object create(Node node) throws NotRestorable {
    String text = node.data().utf8();
    throw new NotRestorable("there is no " + node.type().getName() + " " + text + " at hand");
  }
}
