package dev.flor.store;

import dev.flor.journal.Value;

/** Turns of loops, by context. */
final class TurnChunk extends DenseChunk {
  private static final long FULL_LETTERS = 200_000;

  private final PackedColumn loops;
  private final PackedColumn indexes;
  private final PackedColumn nanos;
  private final TypedList values;

  TurnChunk(int first) {
    this(first, PackedColumn.empty(), PackedColumn.empty(), PackedColumn.empty(), new TypedList());
  }

  private TurnChunk(
      int first, PackedColumn loops, PackedColumn indexes, PackedColumn nanos, TypedList values) {
    super(first);
    this.loops = loops;
    this.indexes = indexes;
    this.nanos = nanos;
    this.values = values;
  }

  void begin(int loop, long index, Value value, Asides asides) {
    begins();
    loops.numbers().add(loop);
    indexes.numbers().add(index);
    nanos.numbers().add(UNKNOWN);
    asides.add(values, value);
  }

  void end(int context, long took) {
    ends();
    nanos.numbers().set(context - first(), took);
  }

  int loop(int context) {
    return loops.numbers().getInt(context - first());
  }

  long index(int context) {
    return indexes.numbers().get(context - first());
  }

  /** How long it took, or {@link #UNKNOWN}. */
  long nanos(int context) {
    return nanos.numbers().get(context - first());
  }

  TypedList values() {
    return values;
  }

  /** The value of a turn is shown when it is a number or a text, else its index is. */
  static Value.Type shownAs(Value.Type type) {
    boolean telling = type != Value.Type.BOOLEAN && type != Value.Type.JSON;
    return telling ? type : Value.Type.LONG;
  }

  @Override
  LongList nanos() {
    return nanos.numbers();
  }

  @Override
  int size() {
    return values.size();
  }

  @Override
  boolean isFull() {
    return size() >= FULL || values.letters() >= FULL_LETTERS;
  }

  @Override
  byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    loops.write(out);
    indexes.write(out);
    nanos.write(out);
    values.write(out);
    return out.bytes();
  }

  /** The loops alone of the turns in a chunk. */
  static LongList loops(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    return PackedColumn.read(in, in.count()).numbers();
  }

  static TurnChunk of(int first, byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    PackedColumn loops = PackedColumn.read(in, n);
    PackedColumn indexes = PackedColumn.read(in, n);
    PackedColumn nanos = PackedColumn.read(in, n);
    TurnChunk chunk = new TurnChunk(first, loops, indexes, nanos, TypedList.read(in, n));
    return chunk;
  }
}
