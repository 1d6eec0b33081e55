package dev.flor.store.packed;

/** Loops as a run went through them, by their number. */
public final class LoopChunk extends DenseChunk {
  private final PackedColumn contexts;
  private final PackedColumn paths;
  private final PackedColumn ordinals;
  private final PackedColumn totals;
  private final PackedColumn skipped;
  private final PackedColumn nanos;

  /** An empty chunk whose first loop will have that number. */
  public LoopChunk(int first) {
    this(
        first,
        PackedColumn.empty(),
        PackedColumn.empty(),
        PackedColumn.empty(),
        PackedColumn.empty(),
        PackedColumn.empty(),
        PackedColumn.empty());
  }

  private LoopChunk(
      int first,
      PackedColumn contexts,
      PackedColumn paths,
      PackedColumn ordinals,
      PackedColumn totals,
      PackedColumn skipped,
      PackedColumn nanos) {
    super(first);
    this.contexts = contexts;
    this.paths = paths;
    this.ordinals = ordinals;
    this.totals = totals;
    this.skipped = skipped;
    this.nanos = nanos;
  }

  /**
   * One more loop begins.
   *
   * @param total number of items, or {@link #UNKNOWN}
   */
  public void begin(int context, int path, int ordinal, long total) {
    begins();
    contexts.numbers().add(context);
    paths.numbers().add(path);
    ordinals.numbers().add(ordinal);
    totals.numbers().add(total);
    skipped.numbers().add(0);
    nanos.numbers().add(UNKNOWN);
  }

  /** A loop is over; {@code took} is in nanoseconds. */
  public void end(int loop, boolean wasSkipped, long took) {
    ends();
    skipped.numbers().set(loop - first(), wasSkipped ? 1 : 0);
    nanos.numbers().set(loop - first(), took);
  }

  /** The turn it began in. */
  public int context(int loop) {
    return contexts.numbers().getInt(loop - first());
  }

  /** The path of names that leads to it, by its number in the run. */
  public int path(int loop) {
    return paths.numbers().getInt(loop - first());
  }

  /** How many loops of its name began in its turn before it. */
  public int ordinal(int loop) {
    return ordinals.numbers().getInt(loop - first());
  }

  /** Number of items, or {@link #UNKNOWN}. */
  public long total(int loop) {
    return totals.numbers().get(loop - first());
  }

  /** Whether a replay went past it. */
  public boolean isSkipped(int loop) {
    return skipped.numbers().get(loop - first()) != 0;
  }

  /** How long it took, or {@link #UNKNOWN} while it runs. */
  public long nanos(int loop) {
    return nanos.numbers().get(loop - first());
  }

  @Override
  LongList nanos() {
    return nanos.numbers();
  }

  @Override
  int size() {
    return contexts.numbers().size();
  }

  @Override
  public boolean isFull() {
    return contexts.numbers().size() >= FULL;
  }

  @Override
  public byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    contexts.write(out);
    paths.write(out);
    ordinals.write(out);
    totals.write(out);
    skipped.write(out);
    nanos.write(out);
    return out.bytes();
  }

  /** The chunk that was kept as these bytes. */
  public static LoopChunk of(int first, byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    PackedColumn contexts = PackedColumn.read(in, n);
    PackedColumn paths = PackedColumn.read(in, n);
    PackedColumn ordinals = PackedColumn.read(in, n);
    PackedColumn totals = PackedColumn.read(in, n);
    PackedColumn skipped = PackedColumn.read(in, n);
    PackedColumn nanos = PackedColumn.read(in, n);
    LoopChunk chunk = new LoopChunk(first, contexts, paths, ordinals, totals, skipped, nanos);
    return chunk;
  }
}
