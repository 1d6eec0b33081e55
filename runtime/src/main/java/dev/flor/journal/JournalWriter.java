package dev.flor.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the journal of a run, from any number of threads. What was written when a method returned
 * survives the death of the process. No method throws: when the disk refuses, the rest of the run
 * is not recorded, the journal says so, and {@code refused} is told once.
 */
public final class JournalWriter {
  /** Length and tag of a double whose context and name take a byte each. */
  private static final int SHORT_DOUBLE = 11 | (Tag.VALUE + Tag.DOUBLE) << 8;

  /** Of a time whose varint takes four bytes or less: up to four minutes and a half. */
  private static final int SHORT_MICROS = 28;

  private final Windows windows;
  private final Consumer<String> refused;
  private final RecordBuffer buffer = new RecordBuffer();
  private final NameTable names = new NameTable();
  private final JournalLock lock = new JournalLock();
  private int loops;
  private int contexts = 1;
  private int lastContext;
  private boolean dead;
  private boolean closed;
  private String untold; // said when the lock is free: who hears it may log

  JournalWriter(Space space, Consumer<String> refused) throws IOException {
    this(new Windows(space), refused);
    begin();
  }

  private JournalWriter(Windows windows, Consumer<String> refused) {
    this.windows = windows;
    this.refused = refused;
  }

  /** The journal in a new file; it takes nothing before {@link #begin}. */
  public static JournalWriter prepare(Path journal, Consumer<String> refused) throws IOException {
    return new JournalWriter(new Windows(new DiskSpace(journal)), refused);
  }

  /** Waits for the file's first window and writes the header. */
  public void begin() throws IOException {
    windows.begin();
    byte[] header = Arrays.copyOf(Tag.MAGIC, Tag.HEADER);
    header[Tag.MAGIC.length] = Tag.FORMAT;
    windows.append(header, 0, header.length);
  }

  /** Begins the journal in a new file. */
  public static JournalWriter create(Path journal, Consumer<String> refused) throws IOException {
    return new JournalWriter(new DiskSpace(journal), refused);
  }

  /** A journal of which nothing is kept. */
  public static JournalWriter nowhere(Consumer<String> refused) throws IOException {
    return new JournalWriter(new MemorySpace(), refused);
  }

  /** The head of the journal. */
  public void runStarted(RunInfo info) {
    Map<String, String> fields = info.fields();
    lock.lock();
    try {
      RecordBuffer record = buffer.begin(Tag.RUN_STARTED).varint(fields.size());
      for (Map.Entry<String, String> field : fields.entrySet()) {
        record.utf8(field.getKey()).utf8(field.getValue());
      }
      append();
    } finally {
      unlock();
    }
  }

  /** The commit of the source snapshot. */
  public void version(String commit) {
    lock.lock();
    try {
      buffer.begin(Tag.VERSION).utf8(commit);
      append();
    } finally {
      unlock();
    }
  }

  /** A named argument. */
  public void arg(String name, Value value) {
    lock.lock();
    try {
      int id = name(name);
      buffer.begin(Tag.ARG).varint(id).value(value);
      append();
    } finally {
      unlock();
    }
  }

  /** Begins a loop and gives its number. */
  public int loopStarted(int context, String name, long total) {
    lock.lock();
    try {
      int id = name(name);
      begin(Tag.LOOP_STARTED, context).varint(id).varint(total + 1);
      append();
      return loops++;
    } finally {
      unlock();
    }
  }

  /** Begins an iteration and gives its context. */
  public int iterationStarted(int loop, long index, Value value) {
    lock.lock();
    try {
      return startIteration(loop, index, value);
    } finally {
      unlock();
    }
  }

  /** Ends an iteration. */
  public void iterationEnded(int context, long nanos) {
    lock.lock();
    try {
      endIteration(context, nanos);
    } finally {
      unlock();
    }
  }

  /** Ends an iteration and begins the one after it, whose item is greater by one; gives its context. */
  public int nextIteration(int ended, long nanos, int loop, long index, long item) {
    lock.lock();
    try {
      if (ended != lastContext) {
        endIteration(ended, nanos);
        return startIteration(loop, index, Value.of(item));
      }
      long micros = micros(nanos);
      if (micros >>> SHORT_MICROS != 0 || !appendTurn(micros)) {
        buffer.begin(Tag.NEXT_ITERATION).varint(micros);
        append();
      }
      lastContext = contexts++;
      return lastContext;
    } finally {
      unlock();
    }
  }

  /** The same, and a number logged in the iteration that begins. */
  public int nextIteration(
      int ended, long nanos, int loop, long index, long item, String name, double value) {
    lock.lock();
    try {
      int id = name(name);
      long bits = Double.doubleToRawLongBits(value);
      if (ended == lastContext) {
        long micros = micros(nanos);
        if (micros >>> SHORT_MICROS != 0 || id >>> 7 != 0 || !appendTurn(micros, id, bits)) {
          buffer.begin(Tag.NEXT_VALUE).varint(micros).varint(id).fixed64(bits);
          append();
        }
        lastContext = contexts++;
      } else {
        endIteration(ended, nanos);
        int context = startIteration(loop, index, Value.of(item));
        begin(Tag.VALUE + Tag.DOUBLE, context).varint(id).fixed64(bits);
        append();
      }
      return lastContext;
    } finally {
      unlock();
    }
  }

  /** Ends a loop. */
  public void loopEnded(int loop, boolean skipped, long nanos) {
    lock.lock();
    try {
      buffer.begin(skipped ? Tag.LOOP_SKIPPED : Tag.LOOP_ENDED).varint(loop).varint(nanos);
      append();
    } finally {
      unlock();
    }
  }

  /** A logged number. */
  public void value(int context, String name, double value) {
    lock.lock();
    try {
      int id = name(name);
      long bits = Double.doubleToRawLongBits(value);
      int change = context - lastContext;
      int from = (change << 1) ^ (change >> 31);
      if ((from | id) >>> 7 == 0) {
        if (appendDouble(SHORT_DOUBLE | from << 16 | id << 24, bits)) {
          lastContext = context;
          return;
        }
      }
      begin(Tag.VALUE + Tag.DOUBLE, context).varint(id).fixed64(bits);
      append();
    } finally {
      unlock();
    }
  }

  /** A logged whole number. */
  public void value(int context, String name, long value) {
    lock.lock();
    try {
      int id = name(name);
      begin(Tag.VALUE + Tag.LONG, context).varint(id).zigzag(value);
      append();
    } finally {
      unlock();
    }
  }

  /** A logged truth value. */
  public void value(int context, String name, boolean value) {
    lock.lock();
    try {
      int id = name(name);
      begin(Tag.VALUE + (value ? Tag.TRUE : Tag.FALSE), context).varint(id);
      append();
    } finally {
      unlock();
    }
  }

  /** A logged value of any type. */
  public void value(int context, String name, Value value) {
    switch (value.type()) {
      case DOUBLE:
        value(context, name, value.asDouble());
        break;
      case LONG:
        value(context, name, value.asLong());
        break;
      case BOOLEAN:
        value(context, name, value.asBoolean());
        break;
      default:
        text(context, name, value);
    }
  }

  /** A checkpoint that is safely stored. */
  public void checkpoint(CheckpointInfo info) {
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) Integer.parseInt(info.digest().substring(2 * i, 2 * i + 2), 16);
    }
    lock.lock();
    try {
      buffer
          .begin(Tag.CHECKPOINT)
          .u8(info.at() == CheckpointInfo.At.ITERATION_END ? 0 : 1)
          .varint(info.id())
          .raw(digest)
          .varint(info.bytes())
          .varint(info.materialiseNanos());
      append();
    } finally {
      unlock();
    }
  }

  /** Something that flor could not do, or a note. */
  public void fault(String message) {
    lock.lock();
    try {
      buffer.begin(Tag.FAULT).utf8(message);
      append();
    } finally {
      unlock();
    }
  }

  /** As {@link #close(String, Instant, int)}, of a run of which no more is known. */
  public void close(String status) {
    end(status, 0, -1);
  }

  /**
   * The last record; cuts the file to its length. What is called later does nothing.
   *
   * @param at when the run ended
   * @param threads how many threads took part
   */
  public void close(String status, Instant at, int threads) {
    end(status, at.toEpochMilli(), threads);
  }

  /** Writes neither if {@code threads} is below 0. */
  private void end(String status, long at, int threads) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      buffer.begin(Tag.RUN_ENDED).utf8(status);
      if (threads >= 0) {
        buffer.varint(at).varint(threads);
      }
      if (dead) {
        lastWords();
      } else {
        append();
      }
      closed = true;
      windows.stop();
      windows.close();
    } catch (IOException | RuntimeException e) {
      untold = "the journal could not be closed: " + e.getMessage();
    } finally {
      unlock();
    }
  }

  private void text(int context, String name, Value value) {
    int type = value.type() == Value.Type.STRING ? Tag.STRING : Tag.JSON;
    lock.lock();
    try {
      int id = name(name);
      begin(Tag.VALUE + type, context).varint(id).utf8(value.text());
      append();
    } finally {
      unlock();
    }
  }

  private boolean appendDouble(int head, long bits) {
    int checksum = Checksum.of(head, (int) bits, (int) (bits >>> 32));
    try {
      return windows.appendValue(head, bits, checksum);
    } catch (RuntimeException | InternalError e) {
      die(e);
      return true;
    }
  }

  private boolean appendTurn(long micros) {
    int time = RecordBuffer.varintSize(micros);
    int size = 2 + time;
    long head =
        (size - 1) | (Tag.NEXT_ITERATION << 8) | (RecordBuffer.varintBytes(micros, time) << 16);
    try {
      return windows.appendWords(head, size, Checksum.of(head, size));
    } catch (RuntimeException | InternalError e) {
      die(e);
      return true;
    }
  }

  private boolean appendTurn(long micros, int name, long bits) {
    int time = RecordBuffer.varintSize(micros);
    int size = 3 + time;
    long head = (size - 1 + Long.BYTES)
        | (Tag.NEXT_VALUE << 8)
        | (RecordBuffer.varintBytes(micros, time) << 16)
        | (long) name << (8 * (size - 1));
    try {
      return windows.appendWords(head, size, bits, Checksum.of(head, size, bits));
    } catch (RuntimeException | InternalError e) {
      die(e);
      return true;
    }
  }

  private int startIteration(int loop, long index, Value value) {
    buffer.begin(Tag.ITERATION_STARTED).varint(loop).varint(index).value(value);
    append();
    lastContext = contexts++;
    return lastContext;
  }

  private void endIteration(int context, long nanos) {
    begin(Tag.ITERATION_ENDED, context).varint(nanos);
    append();
  }

  /** To the nearest one: the time of a short turn is worth two bytes, not four. */
  private static long micros(long nanos) {
    return (nanos + 500) / 1000;
  }

  private RecordBuffer begin(int tag, int context) {
    RecordBuffer record = buffer.begin(tag).zigzag(context - lastContext);
    lastContext = context;
    return record;
  }

  /** A name is told once, before its first use; from then on a small number stands for it. */
  private int name(String name) {
    int known = names.find(name);
    return known >= 0 ? known : tell(name);
  }

  private int tell(String name) {
    buffer.begin(Tag.NAME).utf8(name);
    append();
    return names.add(name);
  }

  private void append() {
    if (dead || closed) {
      return;
    }
    try {
      buffer.finish();
      windows.append(buffer.bytes(), buffer.start(), buffer.end());
      buffer.trim();
    } catch (IOException | RuntimeException | InternalError e) {
      die(e);
    }
  }

  private void die(Throwable cause) {
    dead = true;
    windows.stop();
    String why = "the journal is full: " + cause.getMessage() + "; nothing later is recorded";
    buffer.begin(Tag.FAULT).utf8(why.substring(0, Math.min(200, why.length())));
    lastWords();
    untold = why;
  }

  private void lastWords() {
    try {
      buffer.finish();
      windows.appendLastWords(buffer.bytes(), buffer.start(), buffer.end());
    } catch (RuntimeException | InternalError e) {
      untold = "the journal takes no last word: " + e.getMessage();
    }
  }

  private void unlock() {
    String message = untold;
    untold = null;
    lock.unlock();
    if (message != null) {
      refused.accept(message);
    }
  }
}
