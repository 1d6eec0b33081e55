package dev.flor.checkpoint;

/** Immutable objects without references: numbers, texts, enum constants and the like. */
final class LeafShape extends Shape {
  /** Writes a leaf. */
  interface Writer {
    void write(Object leaf, Output out) throws NotSavable;
  }

  /** Reads a leaf. */
  interface Reader {
    Object read(Input in) throws NotRestorable;
  }

  private final Writer writer;
  private final Reader reader;

  LeafShape(Writer writer, Reader reader) {
    super(Kind.LEAF);
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  void save(Object object, Parts parts) throws NotSavable {
    writer.write(object, parts.data());
  }

  @Override
  Object create(Node node) throws NotRestorable {
    return reader.read(node.data());
  }
}
