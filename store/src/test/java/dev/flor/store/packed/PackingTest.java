package dev.flor.store.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed comes out as it was, bit for bit, and small where it can be. */
class PackingTest {
  private static long[] packed(long... numbers) {
    ByteSink out = new ByteSink();
    PackedLongs.write(out, numbers, numbers.length);
    return PackedLongs.read(new ByteSource(out.bytes()), numbers.length);
  }

  private static int size(long... numbers) {
    ByteSink out = new ByteSink();
    PackedLongs.write(out, numbers, numbers.length);
    return out.bytes().length;
  }

  private static long[] numbers(int n, LongSupplier next) {
    long[] numbers = new long[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = next.getAsLong();
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64, 65, 4096})
  void numbersOfAllWidthsComeBack(int n) {
    Random random = new Random(n);
    for (int width = 0; width < 64; width++) {
      int bits = width;
      long offset = random.nextLong();
      long[] wide = numbers(n, () -> offset + (random.nextLong() >>> (63 - bits)));
      assertThat(packed(wide)).as("%d bits", bits).isEqualTo(wide);
      long[] sum = {offset};
      long[] rising = numbers(n, () -> sum[0] += random.nextLong() >>> (63 - bits));
      assertThat(packed(rising)).as("steps of %d bits", bits).isEqualTo(rising);
      long[] thousands = numbers(n, () -> 1000 * (random.nextLong() >> (63 - bits / 2)));
      assertThat(packed(thousands)).isEqualTo(thousands);
    }
  }

  @Test
  void theEndsOfTheRangeComeBack() {
    assertThat(packed()).isEmpty();
    assertThat(packed(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1))
        .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1);
    assertThat(packed(Long.MAX_VALUE, Long.MIN_VALUE))
        .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Test
  void whatIsRegularTakesNextToNothing() {
    long[] count = new long[1];
    assertThat(size(numbers(4096, () -> 7))).isLessThan(4);
    assertThat(size(numbers(4096, () -> count[0] += 3))).isLessThan(6);
    Random random = new Random(1);
    assertThat(size(numbers(4096, () -> 1000L * random.nextInt(64)))).isLessThan(4096 * 6 / 8 + 20);
    long[] sum = new long[1];
    long[] outlier = numbers(4096, () -> sum[0] += random.nextInt(1000) == 0 ? 1L << 40 : 1);
    assertThat(size(outlier)).isLessThan(4096 * 2);
  }

  private static TypedList again(TypedList list) {
    ByteSink out = new ByteSink();
    list.write(out);
    return TypedList.read(new ByteSource(out.bytes()), list.size());
  }

  private static void comeBack(List<Value> values) {
    TypedList list = new TypedList();
    values.forEach(list::add);
    TypedList read = again(list);
    TypedList joined = new TypedList();
    joined.addAll(read);
    joined.addAll(read);
    assertThat(read.size()).isEqualTo(values.size());
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      assertThat(read.type(i)).isEqualTo(value.type());
      assertThat(read.plain(i, number -> "aside")).isEqualTo(plain(value));
      assertThat(joined.plain(values.size() + i, number -> "aside")).isEqualTo(plain(value));
      if (value.type() == Value.Type.DOUBLE) {
        assertThat(read.bits(i)).isEqualTo(Double.doubleToRawLongBits(value.asDouble()));
      }
    }
  }

  private static Object plain(Value value) {
    return switch (value.type()) {
      case DOUBLE -> (Object) value.asDouble();
      case LONG -> value.asLong();
      case BOOLEAN -> value.asBoolean();
      case STRING, JSON -> value.text();
    };
  }

  @Test
  void doublesKeepEveryBit() {
    Random random = new Random(2);
    double[] odd = {
      0.0,
      -0.0,
      Double.NaN,
      Double.longBitsToDouble(0x7ff8000000000123L),
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      Double.NEGATIVE_INFINITY,
      1e-9,
      1e300,
      0.1 + 0.2,
      1L << 53
    };
    List<List<Value>> lists = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    for (double one : odd) {
      all.add(Value.of(one));
      lists.add(List.of(Value.of(one)));
      lists.add(List.of(Value.of(0.25), Value.of(one), Value.of(-3.5)));
    }
    lists.add(all);
    lists.add(random.doubles(4096).mapToObj(Value::of).toList());
    lists.add(random.ints(4096).mapToObj(i -> Value.of(i / 100.0)).toList());
    lists.add(
        random.ints(4096).mapToObj(i -> Value.of((double) (float) (i * 1e-7))).toList());
    lists.forEach(PackingTest::comeBack);
  }

  @Test
  void valuesOfAllTypesInAnyOrderComeBack() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      List<Value> values = new ArrayList<>();
      int kinds = 1 + random.nextInt(5);
      for (int i = random.nextInt(300); i >= 0; i--) {
        values.add(value(random, random.nextInt(kinds)));
      }
      comeBack(values);
    }
  }

  private static Value value(Random random, int kind) {
    return switch (kind) {
      case 0 -> Value.of(random.nextGaussian());
      case 1 -> Value.of("ünï \0 😀 ".repeat(random.nextInt(40)));
      case 2 -> Value.of(random.nextLong());
      case 3 -> Value.of(random.nextBoolean());
      default -> Value.ofJson("{\"a\": " + random.nextInt() + "}");
    };
  }
}
