package dev.flor.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated journals: the reader ends, tells no more than there is, and asks for no more memory than the
 * file accounts for. {@code -Dflor.fuzz=1000000} for as many; a share of that is always run.
 */
class JournalFuzzTest {
  private static final int JOURNALS = Integer.getInteger("flor.fuzz", 20_000);
  private static final int ORIGINALS = 50;

  /**
   * All that is ever allocated, garbage included: a reader's tables, the file's bytes once or twice, and for each
   * record the objects that tell it. No array is ever sized by a length that the file does not have.
   */
  private static final long LEAST_BYTES = 1 << 12;

  private static final long BYTES_PER_BYTE = 8;

  /** A turn that never ends takes nine bytes, and an entry of a table for as long as it is read. */
  private static final long BYTES_PER_BYTE_OF_OPEN_TURNS = 16;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir
  Path folder;

  @Test
  void aMutatedJournalIsReadAsFarAsItIsIntact() throws IOException {
    List<byte[]> originals = new ArrayList<>();
    for (int i = 0; i < ORIGINALS; i++) {
      byte[] original = original(new Random(i));
      originals.add(original);
    }
    for (int i = 0; i < JOURNALS; i++) {
      Random random = new Random(i);
      byte[] mutated = mutated(originals.get(i % ORIGINALS), random);
      check(mutated, "journal " + i);
    }
  }

  @Test
  void aMillionTurnsThatNeverEndTakeNoMoreThanATableOfThem() throws IOException {
    Path file = folder.resolve("turns");
    JournalWriter writer = JournalWriter.create(file, message -> {});
    int loop = writer.loopStarted(0, "epoch", -1);
    for (int i = 0; i < 1_000_000; i++) {
      writer.iterationStarted(loop, i, Value.of(true));
    }
    writer.close("completed");
    byte[] journal = Files.readAllBytes(file);
    assertThat(allocatedBy(journal, "turns"))
        .isLessThanOrEqualTo(LEAST_BYTES + BYTES_PER_BYTE_OF_OPEN_TURNS * journal.length);
  }

  @Test
  void aLengthThatIsALieAsksForNoMemory() throws IOException {
    byte[] journal = Arrays.copyOf(Tag.MAGIC, Tag.HEADER + 100);
    journal[Tag.MAGIC.length] = Tag.FORMAT;
    Arrays.fill(journal, Tag.HEADER, Tag.HEADER + 4, (byte) 0xFF);
    journal[Tag.HEADER + 4] = 7; // two thousand million bytes
    Arrays.fill(journal, Tag.HEADER + 5, journal.length, (byte) 1);
    assertThat(allocatedBy(journal, "the first")).isPositive(); // loads classes
    assertThat(allocatedBy(journal, "the second")).isLessThan(LEAST_BYTES);
  }

  private static void check(byte[] journal, String name) throws IOException {
    Counter counter = new Counter();
    JournalReader.Result result = read(journal, counter, name);
    long most = LEAST_BYTES + BYTES_PER_BYTE * journal.length;
    if (allocatedBy(journal, name) > most) {
      // The first time something happens, classes are loaded.
      assertThat(allocatedBy(journal, name)).as(name).isLessThanOrEqualTo(most);
    }
    assertThat(result.nextOffset()).as(name).isBetween(0L, (long) journal.length);
    assertThat(counter.records).as(name).isLessThanOrEqualTo(journal.length);
    assertThat(counter.bad).as(name).isEmpty();
  }

  private static JournalReader.Result read(byte[] journal, Counter counter, String name)
      throws IOException {
    try {
      return JournalReader.read(new BytesChannel(journal), 0, counter);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + " of " + journal.length + " bytes", e);
    }
  }

  private static long allocatedBy(byte[] journal, String name) throws IOException {
    long before = allocated();
    read(journal, new Counter(), name);
    return allocated() - before;
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** A journal with every kind of record, in an order that a program could have. */
  private byte[] original(Random random) throws IOException {
    Path file = folder.resolve("journal");
    JournalWriter writer = JournalWriter.create(file, message -> {});
    writer.runStarted(
        RunInfo.builder("r").program("p").process(1, Instant.ofEpochMilli(5)).build());
    writer.version("abc");
    int loop = writer.loopStarted(0, "epoch", random.nextInt(3) - 1);
    int context = writer.iterationStarted(loop, 0, Value.of(random.nextInt(9)));
    for (int i = 0; i < random.nextInt(40); i++) {
      context = record(writer, random, loop, context, i);
    }
    writer.close("completed");
    return Files.readAllBytes(file);
  }

  private static int record(JournalWriter writer, Random random, int loop, int context, int i) {
    switch (random.nextInt(9)) {
      case 0:
        writer.value(context, "n" + random.nextInt(12), random.nextDouble());
        return context;
      case 1:
        writer.value(random.nextInt(context + 1), "n" + random.nextInt(3), random.nextLong());
        return context;
      case 2:
        writer.value(context, "text", Value.of("t".repeat(random.nextInt(300))));
        return context;
      case 3:
        return writer.nextIteration(context, 5_000, loop, i, i);
      case 4:
        return writer.nextIteration(context, 5_000, loop, i, i, "n1", 0.5);
      case 5:
        writer.iterationEnded(context, random.nextInt());
        return writer.iterationStarted(loop, i, Value.of(i));
      case 6:
        writer.checkpoint(
            new CheckpointInfo(CheckpointInfo.At.ITERATION_END, context, "ab".repeat(32), 10, 20));
        return context;
      case 7:
        writer.loopEnded(loop, random.nextBoolean(), 7);
        return context;
      default:
        writer.arg("a", Value.ofJson("[1]"));
        writer.fault("what");
        return context;
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int rest = 1 + random.nextInt(4); rest > 0; rest--) {
      bytes = mutation(bytes, random);
    }
    return random.nextBoolean() ? repaired(bytes) : bytes;
  }

  private static byte[] mutation(byte[] bytes, Random random) {
    if (bytes.length < 10) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(Math.min(20, bytes.length - at));
    switch (random.nextInt(6)) {
      case 0:
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      case 1:
        bytes[at] = (byte) random.nextInt();
        return bytes;
      case 2:
        Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? -1 : 0));
        return bytes;
      case 3:
        return Arrays.copyOf(bytes, at);
      case 4:
        return joined(Arrays.copyOf(bytes, at), bytes, at + length, bytes.length - at - length);
      default:
        return joined(
            Arrays.copyOf(bytes, at), bytes, at - Math.min(at, length), bytes.length - at);
    }
  }

  private static byte[] joined(byte[] head, byte[] tail, int from, int length) {
    byte[] all = Arrays.copyOf(head, head.length + length);
    System.arraycopy(tail, from, all, head.length, length);
    return all;
  }

  /** Gives each record the checksum of what it has become, so that its fields are looked at. */
  private static byte[] repaired(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, Math.min(Tag.HEADER, bytes.length));
    int at = Tag.HEADER;
    while (at < bytes.length
        && bytes[at] > 0
        && at + 1 + bytes[at] + Tag.CHECKSUM <= bytes.length) {
      int length = 1 + bytes[at];
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, at, length);
      out.write(bytes, at, length);
      for (int i = 0; i < Tag.CHECKSUM; i++) {
        out.write((int) (checksum.getValue() >>> (8 * i)));
      }
      at += length + Tag.CHECKSUM;
    }
    if (at < bytes.length) {
      out.write(bytes, at, bytes.length - at);
    }
    return out.toByteArray();
  }

  /** Counts, and holds what is told against what was told before, as every other visitor may. */
  private static final class Counter implements JournalVisitor {
    private int records;
    private int loops;
    private int contexts = 1;
    private String bad = "";

    private void known(int context, int loop) {
      records++;
      if (context < 0 || context >= contexts || loop < 0 || loop >= Math.max(1, loops)) {
        bad = "context " + context + ", loop " + loop;
      }
    }

    @Override
    public void arg(String name, Value value) {
      records++;
    }

    @Override
    public void loopStarted(int loop, int context, String name, int ordinal, long total) {
      loops = loop + 1;
      known(context, loop);
    }

    @Override
    public void iterationStarted(int context, int loop, long index, Value value) {
      contexts = context + 1;
      known(context, loop);
    }

    @Override
    public void iterationEnded(int context, long nanos) {
      known(context, 0);
    }

    @Override
    public void loopEnded(int loop, boolean skipped, long nanos) {
      known(0, loop);
    }

    @Override
    public void value(int context, String name, int ordinal, Value value) {
      known(context, 0);
    }

    @Override
    public void checkpoint(CheckpointInfo info) {
      boolean turn = info.at() == CheckpointInfo.At.ITERATION_END;
      known(turn ? info.id() : 0, turn ? 0 : info.id());
    }

    @Override
    public void fault(String message) {
      records++;
    }
  }
}
