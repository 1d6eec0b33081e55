package dev.flor.store;

import dev.flor.journal.Value;

/** Turns of loops, by context. */
final class TurnChunk extends DenseChunk {
  private static final long FULL_LETTERS = 200_000;

  private final LongList loops;
  private final LongList indexes;
  private final LongList nanos;
  private final TypedList values;

  TurnChunk(int first) {
    this(first, new LongList(), new LongList(), new LongList(), new TypedList());
  }

  private TurnChunk(int first, LongList loops, LongList indexes, LongList nanos, TypedList values) {
    super(first);
    this.loops = loops;
    this.indexes = indexes;
    this.nanos = nanos;
    this.values = values;
  }

  void begin(int loop, long index, Value value, Asides asides) {
    loops.add(loop);
    indexes.add(index);
    nanos.add(UNKNOWN);
    asides.add(values, value);
    begun();
  }

  void end(int context, long took) {
    nanos.set(context - first(), took);
    ended();
  }

  int loop(int context) {
    return loops.getInt(context - first());
  }

  long index(int context) {
    return indexes.get(context - first());
  }

  /** How long it took, or {@link #UNKNOWN}. */
  long nanos(int context) {
    return nanos.get(context - first());
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
  int size() {
    return loops.size();
  }

  @Override
  boolean isFull() {
    return loops.size() >= FULL || values.letters() >= FULL_LETTERS;
  }

  @Override
  byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    PackedLongs.write(out, loops);
    PackedLongs.write(out, indexes);
    PackedLongs.write(out, nanos);
    values.write(out);
    return out.bytes();
  }

  /** The loops alone of the turns in a chunk. */
  static LongList loops(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    return ValueChunk.longs(in, in.count());
  }

  static TurnChunk of(int first, byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    LongList loops = ValueChunk.longs(in, n);
    LongList indexes = ValueChunk.longs(in, n);
    LongList nanos = ValueChunk.longs(in, n);
    TurnChunk chunk = new TurnChunk(first, loops, indexes, nanos, TypedList.read(in, n));
    chunk.setOpen(nanos);
    return chunk;
  }
}
