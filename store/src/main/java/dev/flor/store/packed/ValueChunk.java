package dev.flor.store.packed;

import dev.flor.journal.Value;

/** Some thousand values that a run logged under one name, one behind the other. */
public final class ValueChunk {
  private static final int FULL = 4096;
  private static final long FULL_LETTERS = 200_000;

  private final PackedColumn contexts;
  private final PackedColumn ordinals;
  private final PackedColumn seqs;
  private int size;
  private final TypedList values;

  /** 0 until it is known, 1 when contexts ascend, else 2. Asked of chunks that are not added to any more. */
  private int sorted;

  /** An empty chunk. */
  public ValueChunk() {
    this(PackedColumn.empty(), PackedColumn.empty(), PackedColumn.empty(), new TypedList());
  }

  private ValueChunk(
      PackedColumn contexts, PackedColumn ordinals, PackedColumn seqs, TypedList values) {
    this.contexts = contexts;
    this.ordinals = ordinals;
    this.seqs = seqs;
    this.values = values;
    this.size = values.size();
  }

  /** Puts a value at the end. */
  public void add(int context, int ordinal, long seq, Value value, Asides asides) {
    contexts.numbers().add(context);
    size++;
    ordinals.numbers().add(ordinal);
    seqs.numbers().add(seq);
    asides.add(values, value);
  }

  /** Whether the next value begins another chunk. */
  public boolean isFull() {
    return size >= FULL || values.letters() >= FULL_LETTERS;
  }

  int size() {
    return size;
  }

  /** The turn a value was logged in; 0 is the run itself. */
  public int context(int i) {
    return contexts.numbers().getInt(i);
  }

  /** How many values of the name were logged in its turn before it. */
  public int ordinal(int i) {
    return ordinals.numbers().getInt(i);
  }

  /** How many values the run had logged before it. */
  public long seq(int i) {
    return seqs.numbers().get(i);
  }

  /** The values themselves. */
  public TypedList values() {
    return values;
  }

  /** From where on rows are in a context not below this one; the first of all where they are in no order. */
  public int from(int context) {
    return isSorted() ? firstNotBelow(context) : 0;
  }

  /** Up to where rows are in a context not above this one; the end where they are in no order. */
  public int upTo(int context) {
    return isSorted() ? firstNotBelow(context + 1L) : size();
  }

  private boolean isSorted() {
    if (sorted == 0) {
      sorted = 1;
      for (int i = 1; i < size(); i++) {
        if (contexts.numbers().get(i) < contexts.numbers().get(i - 1)) {
          sorted = 2;
        }
      }
    }
    return sorted == 1;
  }

  private int firstNotBelow(long context) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (contexts.numbers().get(middle) < context) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Adds all of it to these; ordinals only once there are others than 0. */
  public boolean addTo(LongList toContexts, LongList toOrdinals, TypedList toValues) {
    boolean onlyOnes = toOrdinals.size() == 0 && ordinals.areKnownZero();
    if (!onlyOnes) {
      for (int i = toOrdinals.size(); i < toContexts.size(); i++) {
        toOrdinals.add(0);
      }
      toOrdinals.addAll(ordinals.numbers());
    }
    toContexts.addAll(contexts.numbers());
    toValues.addAll(values);
    return onlyOnes;
  }

  /** The least context of its values. */
  public int lowestContext() {
    long low = Integer.MAX_VALUE;
    for (int i = 0; i < size(); i++) {
      low = Math.min(low, contexts.numbers().get(i));
    }
    return (int) low;
  }

  /** The greatest context of its values. */
  public int highestContext() {
    long high = 0;
    for (int i = 0; i < size(); i++) {
      high = Math.max(high, contexts.numbers().get(i));
    }
    return (int) high;
  }

  /** The chunk as it is kept. */
  public byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    contexts.write(out);
    ordinals.write(out);
    seqs.write(out);
    values.write(out);
    return out.bytes();
  }

  LongList contexts() {
    return contexts.numbers();
  }

  /** The contexts alone of the values in a chunk. */
  public static LongList contexts(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    return PackedColumn.read(in, in.count()).numbers();
  }

  /** Whether two chunks have values in the same turns, one in each. */
  public static boolean haveSameTurns(byte[] one, byte[] other) {
    ByteSource first = new ByteSource(one);
    ByteSource second = new ByteSource(other);
    return first.varint() == second.varint()
        && first.takesSameSection(second)
        && PackedLongs.areZero(first.section())
        && PackedLongs.areZero(second.section());
  }

  /** The chunk that was kept as these bytes. */
  public static ValueChunk of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    return new ValueChunk(
        PackedColumn.read(in, n),
        PackedColumn.read(in, n),
        PackedColumn.read(in, n),
        TypedList.read(in, n));
  }
}
