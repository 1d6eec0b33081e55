package dev.flor.store.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Numbers in as few bytes as one of five ways takes: all equal, equal steps, bits above the least, bits of the
 * steps, steps of varying length. The numbers alone decide which, so equal numbers are equal bytes.
 */
final class PackedLongs {
  private static final int EQUAL = 0;
  private static final int STEPS = 1;
  private static final int BITS = 2;
  private static final int STEP_BITS = 3;
  private static final int STEP_VARINTS = 4;
  private static final int THOUSANDS = 8;

  /** Times are often whole microseconds. */
  private static final long THOUSAND = 1000;

  /** Up to this width a number that begins at any bit of a byte ends within the eight bytes from there. */
  private static final int WITHIN_A_WORD = 57;

  private PackedLongs() {}

  static void write(ByteSink out, LongList list) {
    write(out, list.array(), list.size());
  }

  static void write(ByteSink out, long[] values, int n) {
    if (n == 0) {
      out.u8(EQUAL).zigzag(0);
    } else if (areThousands(values, n)) {
      long[] divided = new long[n];
      for (int i = 0; i < n; i++) {
        divided[i] = values[i] / THOUSAND;
      }
      new Shape(divided, n).write(out, THOUSANDS);
    } else {
      new Shape(values, n).write(out, 0);
    }
  }

  private static boolean areThousands(long[] values, int n) {
    boolean any = false;
    for (int i = 0; i < n; i++) {
      if (values[i] % THOUSAND != 0) {
        return false;
      }
      any |= values[i] != 0;
    }
    return any;
  }

  /** What decides how numbers are packed. */
  private static final class Shape {
    private final long[] values;
    private final int n;
    private final long least;
    private final int width;
    private final long leastStep;
    private final int stepWidth;
    private final long varintBytes;

    Shape(long[] values, int n) {
      this.values = values;
      this.n = n;
      long min = values[0];
      long max = min;
      long minStep = n > 1 ? values[1] - values[0] : 0;
      long maxStep = minStep;
      long bytes = 0;
      for (int i = 1; i < n; i++) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
        long step = values[i] - values[i - 1];
        minStep = Math.min(minStep, step);
        maxStep = Math.max(maxStep, step);
        bytes += ByteSink.varintSize((step << 1) ^ (step >> 63));
      }
      this.least = min;
      this.width = 64 - Long.numberOfLeadingZeros(max - min);
      this.leastStep = minStep;
      this.stepWidth = 64 - Long.numberOfLeadingZeros(maxStep - minStep);
      this.varintBytes = bytes;
    }

    void write(ByteSink out, int unit) {
      if (width == 0) {
        out.u8(EQUAL | unit).zigzag(least);
      } else if (stepWidth == 0) {
        out.u8(STEPS | unit).zigzag(values[0]).zigzag(leastStep);
      } else {
        long bits = (long) n * width / 8;
        long stepBits = (long) n * stepWidth / 8;
        if (bits <= stepBits && bits <= varintBytes) {
          out.u8(BITS | unit).zigzag(least).u8(width);
          bits(out, false, least, width);
        } else if (stepBits <= varintBytes) {
          out.u8(STEP_BITS | unit).zigzag(values[0]).zigzag(leastStep).u8(stepWidth);
          bits(out, true, leastStep, stepWidth);
        } else {
          out.u8(STEP_VARINTS | unit).zigzag(values[0]);
          for (int i = 1; i < n; i++) {
            out.zigzag(values[i] - values[i - 1]);
          }
        }
      }
    }

    private void bits(ByteSink out, boolean steps, long base, int bits) {
      long word = 0;
      int used = 0;
      for (int i = steps ? 1 : 0; i < n; i++) {
        long above = (steps ? values[i] - values[i - 1] : values[i]) - base;
        word |= above << used;
        used += bits;
        if (used >= 64) {
          out.fixed64(word);
          used -= 64;
          word = used == 0 ? 0 : above >>> (bits - used);
        }
      }
      if (used > 0) {
        out.fixed64(word);
      }
    }
  }

  /** Whether a column that begins here is of zeros only. */
  static boolean areZero(ByteSource in) {
    return (in.u8() & 7) == EQUAL && in.zigzag() == 0;
  }

  static long[] read(ByteSource in, int n) {
    int way = in.u8();
    long[] values = new long[n];
    switch (way & 7) {
      case EQUAL -> Arrays.fill(values, in.zigzag());
      case STEPS -> steps(values, in.zigzag(), in.zigzag());
      case BITS -> {
        long least = in.zigzag();
        bits(in, values, 0, least, in.u8());
      }
      case STEP_BITS -> {
        long first = in.zigzag();
        long least = in.zigzag();
        bits(in, values, 1, least, in.u8());
        values[0] = first;
        add(values);
      }
      case STEP_VARINTS -> {
        values[0] = in.zigzag();
        for (int i = 1; i < n; i++) {
          values[i] = values[i - 1] + in.zigzag();
        }
      }
      default -> throw new IllegalStateException("numbers packed in way " + way);
    }
    if ((way & THOUSANDS) != 0) {
      for (int i = 0; i < n; i++) {
        values[i] *= THOUSAND;
      }
    }
    return values;
  }

  private static void steps(long[] values, long first, long step) {
    long value = first;
    for (int i = 0; i < values.length; i++) {
      values[i] = value;
      value += step;
    }
  }

  private static void add(long[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] += values[i - 1];
    }
  }

  private static void bits(ByteSource in, long[] values, int from, long base, int width) {
    int n = values.length - from;
    ByteBuffer packed = in.littleEndian(Long.BYTES * (int) (((long) n * width + 63) / 64));
    int last = packed.limit() - Long.BYTES; // where the last eight bytes begin
    long mask = -1L >>> (64 - width);
    long bit = 0;
    if (width <= WITHIN_A_WORD) {
      for (int i = from; i < values.length; i++) {
        int at = Math.min((int) (bit >>> 3), last);
        values[i] = base + ((packed.getLong(at) >>> (bit - 8L * at)) & mask);
        bit += width;
      }
      return;
    }
    for (int i = from; i < values.length; i++) {
      int at = Math.min((int) (bit >>> 3), last);
      int used = (int) (bit - 8L * at);
      long above = packed.getLong(at) >>> used;
      if (used + width > 64) {
        above |= (long) packed.get(at + 8) << (64 - used);
      }
      values[i] = base + (above & mask);
      bit += width;
    }
  }
}
