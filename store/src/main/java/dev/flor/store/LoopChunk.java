package dev.flor.store;

/** Loops as a run went through them, by their number. */
final class LoopChunk extends DenseChunk {
  private final PackedColumn contexts;
  private final PackedColumn paths;
  private final PackedColumn ordinals;
  private final PackedColumn totals;
  private final PackedColumn skipped;
  private final PackedColumn nanos;

  LoopChunk(int first) {
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

  /** @param total number of items, or {@link #UNKNOWN} */
  void begin(int context, int path, int ordinal, long total) {
    begins();
    contexts.numbers().add(context);
    paths.numbers().add(path);
    ordinals.numbers().add(ordinal);
    totals.numbers().add(total);
    skipped.numbers().add(0);
    nanos.numbers().add(UNKNOWN);
  }

  void end(int loop, boolean wasSkipped, long took) {
    ends();
    skipped.numbers().set(loop - first(), wasSkipped ? 1 : 0);
    nanos.numbers().set(loop - first(), took);
  }

  /** The turn it began in. */
  int context(int loop) {
    return contexts.numbers().getInt(loop - first());
  }

  int path(int loop) {
    return paths.numbers().getInt(loop - first());
  }

  int ordinal(int loop) {
    return ordinals.numbers().getInt(loop - first());
  }

  /** Number of items, or {@link #UNKNOWN}. */
  long total(int loop) {
    return totals.numbers().get(loop - first());
  }

  boolean isSkipped(int loop) {
    return skipped.numbers().get(loop - first()) != 0;
  }

  /** How long it took, or {@link #UNKNOWN} while it runs. */
  long nanos(int loop) {
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
  boolean isFull() {
    return contexts.numbers().size() >= FULL;
  }

  @Override
  byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    contexts.write(out);
    paths.write(out);
    ordinals.write(out);
    totals.write(out);
    skipped.write(out);
    nanos.write(out);
    return out.bytes();
  }

  static LoopChunk of(int first, byte[] bytes) {
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
