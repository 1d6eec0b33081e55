package dev.flor.store.packed;

import dev.flor.journal.Value;

/** Turns of loops, by context. */
public final class TurnChunk extends DenseChunk {
  private static final long FULL_LETTERS = 200_000;

  private final PackedColumn loops;
  private final PackedColumn indexes;
  private final PackedColumn nanos;
  private final ByteSource packedValues;
  private int size;
  private TypedList values;

  /** An empty chunk whose first turn will be that of this context. */
  public TurnChunk(int first) {
    super(first);
    this.loops = PackedColumn.empty();
    this.indexes = PackedColumn.empty();
    this.nanos = PackedColumn.empty();
    this.packedValues = new ByteSource(new byte[0]);
    this.values = new TypedList();
  }

  private TurnChunk(int first, ByteSource in) {
    super(first);
    this.size = in.count();
    this.loops = PackedColumn.read(in, size);
    this.indexes = PackedColumn.read(in, size);
    this.nanos = PackedColumn.read(in, size);
    this.packedValues = in;
  }

  /** One more turn begins. */
  public void begin(int loop, long index, Value value, Asides asides) {
    begins();
    loops.numbers().add(loop);
    indexes.numbers().add(index);
    nanos.numbers().add(UNKNOWN);
    asides.add(values(), value);
    size++;
  }

  /** A turn is over; {@code took} is in nanoseconds. */
  public void end(int context, long took) {
    ends();
    nanos.numbers().set(context - first(), took);
  }

  /** The loop it is of. */
  public int loop(int context) {
    return loops.numbers().getInt(context - first());
  }

  /** Its number in the loop. */
  public long index(int context) {
    return indexes.numbers().get(context - first());
  }

  /** How long it took, or {@link #UNKNOWN}. */
  public long nanos(int context) {
    return nanos.numbers().get(context - first());
  }

  /** For each turn the loop it is of. */
  public LongList loops() {
    return loops.numbers();
  }

  /** For each turn its number in the loop. */
  public LongList indexes() {
    return indexes.numbers();
  }

  /** What the loops were over; unpacked when it is first asked for. */
  public TypedList values() {
    if (values == null) {
      values = TypedList.read(packedValues, size);
    }
    return values;
  }

  /** The value of a turn is shown when it is a number or a text, else its index is. */
  public static Value.Type shownAs(Value.Type type) {
    boolean telling = type != Value.Type.BOOLEAN && type != Value.Type.JSON;
    return telling ? type : Value.Type.LONG;
  }

  @Override
  LongList nanos() {
    return nanos.numbers();
  }

  @Override
  int size() {
    return size;
  }

  @Override
  public boolean isFull() {
    return size() >= FULL || values().letters() >= FULL_LETTERS;
  }

  @Override
  public byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    loops.write(out);
    indexes.write(out);
    nanos.write(out);
    values().write(out);
    return out.bytes();
  }

  /** The chunk that was kept as these bytes. */
  public static TurnChunk of(int first, byte[] bytes) {
    return new TurnChunk(first, new ByteSource(bytes));
  }
}
