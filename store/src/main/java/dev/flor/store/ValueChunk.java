package dev.flor.store;

import dev.flor.journal.Value;

/** Some thousand values that a run logged under one name, one behind the other. */
final class ValueChunk {
  private static final int FULL = 4096;
  private static final long FULL_LETTERS = 200_000;

  private final LongList contexts;
  private final LongList ordinals;
  private final LongList seqs;
  private final TypedList values;

  /** 0 until it is known, 1 when contexts ascend, else 2. Asked of chunks that are not added to any more. */
  private int sorted;

  ValueChunk() {
    this(new LongList(), new LongList(), new LongList(), new TypedList());
  }

  private ValueChunk(LongList contexts, LongList ordinals, LongList seqs, TypedList values) {
    this.contexts = contexts;
    this.ordinals = ordinals;
    this.seqs = seqs;
    this.values = values;
  }

  void add(int context, int ordinal, long seq, Value value, Asides asides) {
    contexts.add(context);
    ordinals.add(ordinal);
    seqs.add(seq);
    asides.add(values, value);
  }

  boolean isFull() {
    return contexts.size() >= FULL || values.letters() >= FULL_LETTERS;
  }

  int size() {
    return contexts.size();
  }

  int context(int i) {
    return contexts.getInt(i);
  }

  int ordinal(int i) {
    return ordinals.getInt(i);
  }

  long seq(int i) {
    return seqs.get(i);
  }

  TypedList values() {
    return values;
  }

  /** From where on rows are in a context not below this one; the first of all where they are in no order. */
  int from(int context) {
    return isSorted() ? firstNotBelow(context) : 0;
  }

  /** Up to where rows are in a context not above this one; the end where they are in no order. */
  int upTo(int context) {
    return isSorted() ? firstNotBelow(context + 1L) : size();
  }

  private boolean isSorted() {
    if (sorted == 0) {
      sorted = 1;
      for (int i = 1; i < size(); i++) {
        if (contexts.get(i) < contexts.get(i - 1)) {
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
      if (contexts.get(middle) < context) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Adds all of it to these; ordinals only once there are others than 0. */
  boolean addTo(LongList toContexts, LongList toOrdinals, TypedList toValues) {
    boolean onlyOnes = toOrdinals.size() == 0 && areZero(ordinals);
    if (!onlyOnes) {
      for (int i = toOrdinals.size(); i < toContexts.size(); i++) {
        toOrdinals.add(0);
      }
      toOrdinals.addAll(ordinals);
    }
    toContexts.addAll(contexts);
    toValues.addAll(values);
    return onlyOnes;
  }

  private static boolean areZero(LongList numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  int lowestContext() {
    long low = Integer.MAX_VALUE;
    for (int i = 0; i < size(); i++) {
      low = Math.min(low, contexts.get(i));
    }
    return (int) low;
  }

  int highestContext() {
    long high = 0;
    for (int i = 0; i < size(); i++) {
      high = Math.max(high, contexts.get(i));
    }
    return (int) high;
  }

  byte[] bytes() {
    ByteSink out = new ByteSink().varint(size());
    PackedLongs.write(out, contexts);
    PackedLongs.write(out, ordinals);
    PackedLongs.write(out, seqs);
    values.write(out);
    return out.bytes();
  }

  static ValueChunk of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int n = in.count();
    return new ValueChunk(longs(in, n), longs(in, n), longs(in, n), TypedList.read(in, n));
  }

  static LongList longs(ByteSource in, int n) {
    return LongList.of(PackedLongs.read(in, n));
  }
}
