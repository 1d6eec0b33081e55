package dev.flor.store.packed;

/**
 * Doubles, every bit of them: as whole numbers of a decimal fraction where all are such, as floats where all are,
 * else by their bits.
 */
final class PackedDoubles {
  private static final int BITS = 0;
  private static final int FLOATS = 1;
  private static final int DECIMALS = 2;

  /** Up to here powers of ten and the division by them are exact enough to be checked. */
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private static final double WHOLE = 1L << 53;

  private PackedDoubles() {}

  /** @param bits the raw bits of the doubles */
  static void write(ByteSink out, LongList bits) {
    int n = bits.size();
    long[] packed = new long[n];
    for (int power = 0; power < POWERS.length; power++) {
      if (asDecimals(bits, power, packed)) {
        out.u8(DECIMALS + power);
        PackedLongs.write(out, packed, n);
        return;
      }
    }
    if (asFloats(bits, packed)) {
      out.u8(FLOATS);
      PackedLongs.write(out, packed, n);
    } else {
      out.u8(BITS);
      PackedLongs.write(out, bits);
    }
  }

  private static boolean asDecimals(LongList bits, int power, long[] packed) {
    for (int i = 0; i < packed.length; i++) {
      double scaled = Double.longBitsToDouble(bits.get(i)) * POWERS[power];
      if (!(Math.abs(scaled) < WHOLE)) {
        return false;
      }
      packed[i] = Math.round(scaled);
      if (Double.doubleToRawLongBits(packed[i] / POWERS[power]) != bits.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean asFloats(LongList bits, long[] packed) {
    for (int i = 0; i < packed.length; i++) {
      float narrow = (float) Double.longBitsToDouble(bits.get(i));
      packed[i] = Float.floatToRawIntBits(narrow);
      if (Double.doubleToRawLongBits(narrow) != bits.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The raw bits of {@code n} doubles. */
  static long[] read(ByteSource in, int n) {
    int way = in.u8();
    long[] values = PackedLongs.read(in, n);
    if (way == FLOATS) {
      for (int i = 0; i < n; i++) {
        values[i] = Double.doubleToRawLongBits(Float.intBitsToFloat((int) values[i]));
      }
    } else if (way >= DECIMALS) {
      double power = POWERS[way - DECIMALS];
      for (int i = 0; i < n; i++) {
        values[i] = Double.doubleToRawLongBits(values[i] / power);
      }
    }
    return values;
  }
}
