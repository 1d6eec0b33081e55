package dev.flor.checkpoint;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The JDK's small mutable things, each as an array of what it holds. */
final class CellShape<T> extends Shape {
  private final Function<T, Object[]> get;
  private final BiConsumer<T, Object[]> set;

  private CellShape(Function<T, Object[]> get, BiConsumer<T, Object[]> set) {
    super(Kind.FILLED);
    this.get = get;
    this.set = set;
  }

  /** The shape of a class of cells, or null. */
  static Shape of(Class<?> type) {
    switch (type.getName()) {
      case "java.util.concurrent.atomic.AtomicInteger":
        return one(AtomicInteger::get, (AtomicInteger it, Object to) -> it.set((Integer) to));
      case "java.util.concurrent.atomic.AtomicLong":
        return one(AtomicLong::get, (AtomicLong it, Object to) -> it.set((Long) to));
      case "java.util.concurrent.atomic.AtomicBoolean":
        return one(AtomicBoolean::get, (AtomicBoolean it, Object to) -> it.set((Boolean) to));
      case "java.util.concurrent.atomic.AtomicReference":
        return one(AtomicReference::get, (AtomicReference<Object> it, Object to) -> it.set(to));
      case "java.util.concurrent.atomic.LongAdder":
        return one(LongAdder::sum, CellShape::setSum);
      case "java.util.concurrent.atomic.DoubleAdder":
        return one(DoubleAdder::sum, CellShape::setSum);
      case "java.lang.StringBuilder":
        return one(
            StringBuilder::toString,
            (StringBuilder it, Object to) -> it.replace(0, it.length(), (String) to));
      case "java.util.BitSet":
        return one((BitSet it) -> words(it), CellShape::setBits);
      default:
        return array(type);
    }
  }

  private static Shape array(Class<?> type) {
    if (type == AtomicIntegerArray.class) {
      return new CellShape<AtomicIntegerArray>(
          it -> all(it.length(), it::get), (it, to) -> each(to, (i, v) -> it.set(i, (Integer) v)));
    }
    if (type == AtomicLongArray.class) {
      return new CellShape<AtomicLongArray>(
          it -> all(it.length(), it::get), (it, to) -> each(to, (i, v) -> it.set(i, (Long) v)));
    }
    if (type == AtomicReferenceArray.class) {
      return new CellShape<AtomicReferenceArray<Object>>(
          it -> all(it.length(), it::get), (it, to) -> each(to, it::set));
    }
    return null;
  }

  @Override
  @SuppressWarnings("unchecked") // a shape is asked about objects of its class only
  void save(Object object, Parts parts) {
    Object[] held = get.apply((T) object);
    parts.data().varint(held.length);
    for (Object part : held) {
      parts.reference(part);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  boolean fits(Object live, Node node) {
    return get.apply((T) live).length == node.references().length;
  }

  @Override
  Object create(Node node) throws NotRestorable {
    return Made.byConstructor(node.type());
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  void fill(Object target, Node node, Object[] references) {
    set.accept((T) target, references);
  }

  private static <T> Shape one(Function<T, Object> get, BiConsumer<T, Object> set) {
    return new CellShape<T>(it -> new Object[] {get.apply(it)}, (it, to) -> set.accept(it, to[0]));
  }

  private static void setSum(LongAdder adder, Object sum) {
    adder.reset();
    adder.add((Long) sum);
  }

  private static void setSum(DoubleAdder adder, Object sum) {
    adder.reset();
    adder.add((Double) sum);
  }

  /** As a text, which is there when the set is filled; an array would be filled after it. */
  private static String words(BitSet set) {
    return LongStream.of(set.toLongArray())
        .mapToObj(Long::toHexString)
        .collect(Collectors.joining(" "));
  }

  private static void setBits(BitSet set, Object words) {
    set.clear();
    String text = (String) words;
    if (!text.isEmpty()) {
      set.or(BitSet.valueOf(Stream.of(text.split(" "))
          .mapToLong(word -> Long.parseUnsignedLong(word, 16))
          .toArray()));
    }
  }

  private static Object[] all(int length, IntFunction<Object> at) {
    return IntStream.range(0, length).mapToObj(at).toArray();
  }

  private static void each(Object[] values, BiConsumer<Integer, Object> set) {
    for (int i = 0; i < values.length; i++) {
      set.accept(i, values[i]);
    }
  }
}
