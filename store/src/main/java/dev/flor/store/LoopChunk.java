package dev.flor.store;

/** Loops as a run went through them, by their number. */
final class LoopChunk extends DenseChunk {
  private final LongList contexts;
  private final LongList paths;
  private final LongList ordinals;
  private final LongList totals;
  private final LongList skipped;
  private final LongList nanos;

  LoopChunk(int first) {
    this(
        first,
        new LongList(),
        new LongList(),
        new LongList(),
        new LongList(),
        new LongList(),
        new LongList());
  }

  private LoopChunk(
      int first,
      LongList contexts,
      LongList paths,
      LongList ordinals,
      LongList totals,
      LongList skipped,
      LongList nanos) {
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
    contexts.add(context);
    paths.add(path);
    ordinals.add(ordinal);
    totals.add(total);
    skipped.add(0);
    nanos.add(UNKNOWN);
    begun();
  }

  void end(int loop, boolean wasSkipped, long took) {
    skipped.set(loop - first(), wasSkipped ? 1 : 0);
    nanos.set(loop - first(), took);
    ended();
  }

  /** The turn it began in. */
  int context(int loop) {
    return contexts.getInt(loop - first());
  }

  int path(int loop) {
    return paths.getInt(loop - first());
  }

  int ordinal(int loop) {
    return ordinals.getInt(loop - first());
  }

  /** Number of items, or {@link #UNKNOWN}. */
  long total(int loop) {
    return totals.get(loop - first());
  }

  boolean isSkipped(int loop) {
    return skipped.get(loop - first()) != 0;
  }

  /** How long it took, or {@link #UNKNOWN} while it runs. */
  long nanos(int loop) {
    return nanos.get(loop - first());
  }

  @Override
  int size() {
    return contexts.size();
  }

  @Override
  boolean isFull() {
    return contexts.size() >= FULL;
  }

  @Override
  byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    PackedLongs.write(out, contexts);
    PackedLongs.write(out, paths);
    PackedLongs.write(out, ordinals);
    PackedLongs.write(out, totals);
    PackedLongs.write(out, skipped);
    PackedLongs.write(out, nanos);
    return out.bytes();
  }

  static LoopChunk of(int first, byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    LongList contexts = ValueChunk.longs(in, n);
    LongList paths = ValueChunk.longs(in, n);
    LongList ordinals = ValueChunk.longs(in, n);
    LongList totals = ValueChunk.longs(in, n);
    LongList skipped = ValueChunk.longs(in, n);
    LongList nanos = ValueChunk.longs(in, n);
    LoopChunk chunk = new LoopChunk(first, contexts, paths, ordinals, totals, skipped, nanos);
    chunk.setOpen(nanos);
    return chunk;
  }
}
