package dev.flor.store.packed;

import dev.flor.journal.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Values of any type in a row that grows. A text that is too long to be packed is a number here, under which it is
 * kept aside.
 */
public final class TypedList {
  private static final int STRING = TypeCode.STRING;

  /** Kinds from here on are texts kept aside: a STRING, a JSON. */
  private static final int ASIDE = TypeCode.COUNT;

  private static final int MIXED = -1;

  private int kind = MIXED;
  private byte[] kinds = new byte[0];
  private LongList bits;
  private List<String> texts = List.of();
  private long letters;

  /** An empty list. */
  public TypedList() {
    this(0);
  }

  /** @param room how many there are likely to be */
  public TypedList(int room) {
    this.bits = new LongList(room);
  }

  /** How many there are. */
  public int size() {
    return bits.size();
  }

  /** How many characters the packed texts have. */
  long letters() {
    return letters;
  }

  /** Puts a value at the end, its text packed however long it is. */
  public void add(Value value) {
    switch (value.type()) {
      case DOUBLE -> add(TypeCode.DOUBLE, Double.doubleToRawLongBits(value.asDouble()));
      case LONG -> add(TypeCode.LONG, value.asLong());
      case BOOLEAN -> add(TypeCode.BOOLEAN, value.asBoolean() ? 1 : 0);
      case STRING, JSON -> addText(TypeCode.of(value.type()), value.text());
    }
  }

  /** A text of that value's type that is kept aside under this number. */
  void addAside(Value value, long number) {
    add(TypeCode.of(value.type()) - STRING + ASIDE, number);
  }

  /** Adds the values of another list; texts that are kept aside stay there. */
  void addAll(TypedList more) {
    boolean alike = isPlainKind() && kind == more.kind;
    if (alike || (size() == 0 && more.isPlainKind())) {
      kind = more.kind;
      bits.addAll(more.bits);
      return;
    }
    for (int i = 0; i < more.size(); i++) {
      add(more, i);
    }
  }

  private boolean isPlainKind() {
    return kind != MIXED && kind < STRING;
  }

  /** Adds one value of another list. */
  public void add(TypedList from, int i) {
    int one = from.kind(i);
    if (one >= STRING && one < ASIDE) {
      addText(one, from.texts.get(from.bits.getInt(i)));
    } else {
      add(one, from.bits.get(i));
    }
  }

  private void addText(int textKind, String text) {
    if (texts.isEmpty()) {
      texts = new ArrayList<>();
    }
    add(textKind, texts.size());
    texts.add(text);
    letters += text.length();
  }

  private void add(int next, long value) {
    int n = bits.size();
    if (n == 0) {
      kind = next;
    } else if (kind != next) {
      if (kind != MIXED) {
        kinds = new byte[Math.max(16, n + 1)];
        Arrays.fill(kinds, 0, n, (byte) kind);
        kind = MIXED;
      }
      if (kinds.length == n) {
        kinds = Arrays.copyOf(kinds, n * 2);
      }
      kinds[n] = (byte) next;
    }
    bits.add(value);
  }

  private int kind(int i) {
    return kind == MIXED ? kinds[i] : kind;
  }

  /** The type of a value. */
  public Value.Type type(int i) {
    int found = kind(i);
    return TypeCode.type(found >= ASIDE ? found - ASIDE + STRING : found);
  }

  /** Whether all values are doubles: then {@link #bits} are all there is to them. */
  public boolean allDoubles() {
    return kind == TypeCode.DOUBLE || size() == 0;
  }

  /** The types that occur, one bit each. */
  int typeMask() {
    int mask = 0;
    for (int i = 0; i < size(); i++) {
      mask |= TypeCode.bit(type(i));
      if (kind != MIXED) {
        return mask;
      }
    }
    return mask;
  }

  /** The raw bits of a double, a whole number, 1 for true. */
  public long bits(int i) {
    return bits.get(i);
  }

  /** The bits of all values. */
  public LongList bits() {
    return bits;
  }

  /** Whether it is a text that is kept aside, under the number {@link #bits}. */
  boolean isAside(int i) {
    return kind(i) >= ASIDE;
  }

  /** A text. */
  public String text(int i, LongFunction<String> asides) {
    return isAside(i) ? asides.apply(bits.get(i)) : texts.get(bits.getInt(i));
  }

  /** The value as a Double, Long, Boolean or String. */
  public Object plain(int i, LongFunction<String> asides) {
    return switch (type(i)) {
      case DOUBLE -> Double.longBitsToDouble(bits.get(i));
      case LONG -> bits.get(i);
      case BOOLEAN -> bits.get(i) != 0;
      case STRING, JSON -> text(i, asides);
    };
  }

  /** Which kinds there are, then the values of each kind together. */
  void write(ByteSink out) {
    int n = size();
    out.u8(kind == MIXED ? 0xFF : kind);
    if (n == 0) {
      return;
    }
    if (kind == MIXED) {
      LongList all = new LongList();
      for (int i = 0; i < n; i++) {
        all.add(kinds[i]);
      }
      PackedLongs.write(out, all);
    }
    for (int one = 0; one < ASIDE + 2; one++) {
      writeKind(out, one);
    }
  }

  private void writeKind(ByteSink out, int one) {
    if (kind != MIXED && kind != one) {
      return;
    }
    LongList own = kind == one ? bits : ofKind(one);
    if (own.size() == 0) {
      return;
    }
    if (one == TypeCode.DOUBLE) {
      PackedDoubles.write(out, own);
    } else if (one >= STRING && one < ASIDE) {
      List<String> ownTexts = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        ownTexts.add(texts.get(own.getInt(i)));
      }
      PackedTexts.write(out, ownTexts);
    } else {
      PackedLongs.write(out, own);
    }
  }

  private LongList ofKind(int one) {
    LongList own = new LongList();
    for (int i = 0; i < size(); i++) {
      if (kinds[i] == one) {
        own.add(bits.get(i));
      }
    }
    return own;
  }

  static TypedList read(ByteSource in, int n) {
    TypedList list = new TypedList();
    int kind = in.u8();
    if (n == 0) {
      return list;
    }
    list.kind = kind == 0xFF ? MIXED : kind;
    if (list.kind == MIXED) {
      long[] all = PackedLongs.read(in, n);
      list.kinds = new byte[n];
      for (int i = 0; i < n; i++) {
        list.kinds[i] = (byte) all[i];
      }
    }
    list.readKinds(in, n);
    return list;
  }

  private void readKinds(ByteSource in, int n) {
    if (kind != MIXED) {
      bits = LongList.of(readKind(in, kind, n));
      return;
    }
    long[] all = new long[n];
    for (int one = 0; one < ASIDE + 2; one++) {
      int count = count(one, n);
      if (count > 0) {
        scatter(one, readKind(in, one, count), all);
      }
    }
    bits = LongList.of(all);
  }

  private long[] readKind(ByteSource in, int one, int count) {
    if (one == TypeCode.DOUBLE) {
      return PackedDoubles.read(in, count);
    }
    if (one < STRING || one >= ASIDE) {
      return PackedLongs.read(in, count);
    }
    if (texts.isEmpty()) {
      texts = new ArrayList<>();
    }
    long[] numbers = new long[count];
    List<String> read = PackedTexts.read(in, count);
    for (int i = 0; i < count; i++) {
      numbers[i] = texts.size();
      texts.add(read.get(i));
      letters += read.get(i).length();
    }
    return numbers;
  }

  private int count(int one, int n) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += kinds[i] == one ? 1 : 0;
    }
    return count;
  }

  private void scatter(int one, long[] own, long[] all) {
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      if (kinds[i] == one) {
        all[i] = own[next++];
      }
    }
  }
}
