package dev.flor.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the journal of a run, from any number of threads. What was written when a method returned
 * survives the death of the process. No method throws: when the disk refuses, the rest of the run
 * is not recorded, the journal says so, and {@code refused} is told once.
 */
public final class JournalWriter {
  private final Windows windows;
  private final Consumer<String> refused;
  private final RecordBuffer buffer = new RecordBuffer();
  private final Map<String, Integer> names = new HashMap<>(); // looked up, never walked
  private int loops;
  private int contexts = 1;
  private int lastContext;
  private boolean dead;
  private boolean closed;

  JournalWriter(Space space, Consumer<String> refused) throws IOException {
    this.windows = new Windows(space);
    this.refused = refused;
    byte[] header = Arrays.copyOf(Tag.MAGIC, Tag.HEADER);
    header[Tag.MAGIC.length] = Tag.FORMAT;
    windows.append(header, 0, header.length);
  }

  /** Begins the journal in a new file. */
  public static JournalWriter create(Path journal, Consumer<String> refused) throws IOException {
    return new JournalWriter(new DiskSpace(journal), refused);
  }

  /** The head of the journal. */
  public synchronized void runStarted(RunInfo info) {
    Map<String, String> fields = info.fields();
    RecordBuffer record = buffer.begin(Tag.RUN_STARTED).varint(fields.size());
    fields.forEach((key, value) -> record.utf8(key).utf8(value));
    append();
  }

  /** The commit of the source snapshot. */
  public synchronized void version(String commit) {
    buffer.begin(Tag.VERSION).utf8(commit);
    append();
  }

  /** A named argument. */
  public synchronized void arg(String name, Value value) {
    int id = name(name);
    buffer.begin(Tag.ARG).varint(id).value(value);
    append();
  }

  /** Begins a loop and gives its number. */
  public synchronized int loopStarted(int context, String name, long total) {
    int id = name(name);
    begin(Tag.LOOP_STARTED, context).varint(id).varint(total + 1);
    append();
    return loops++;
  }

  /** Begins an iteration and gives its context. */
  public synchronized int iterationStarted(int loop, long index, Value value) {
    buffer.begin(Tag.ITERATION_STARTED).varint(loop).varint(index).value(value);
    append();
    lastContext = contexts++;
    return lastContext;
  }

  /** Ends an iteration. */
  public synchronized void iterationEnded(int context, long nanos) {
    begin(Tag.ITERATION_ENDED, context).varint(nanos);
    append();
  }

  /** Ends a loop. */
  public synchronized void loopEnded(int loop, boolean skipped, long nanos) {
    buffer.begin(skipped ? Tag.LOOP_SKIPPED : Tag.LOOP_ENDED).varint(loop).varint(nanos);
    append();
  }

  /** A logged number. */
  public synchronized void value(int context, String name, double value) {
    int id = name(name);
    long bits = Double.doubleToRawLongBits(value);
    begin(Tag.VALUE + Tag.DOUBLE, context).varint(id).fixed64(bits);
    append();
  }

  /** A logged whole number. */
  public synchronized void value(int context, String name, long value) {
    int id = name(name);
    begin(Tag.VALUE + Tag.LONG, context).varint(id).zigzag(value);
    append();
  }

  /** A logged truth value. */
  public synchronized void value(int context, String name, boolean value) {
    int id = name(name);
    begin(Tag.VALUE + (value ? Tag.TRUE : Tag.FALSE), context).varint(id);
    append();
  }

  /** A logged value of any type. */
  public synchronized void value(int context, String name, Value value) {
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
        int type = value.type() == Value.Type.STRING ? Tag.STRING : Tag.JSON;
        int id = name(name);
        begin(Tag.VALUE + type, context).varint(id).utf8(value.text());
        append();
    }
  }

  /** A checkpoint that is safely stored. */
  public synchronized void checkpoint(CheckpointInfo info) {
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) Integer.parseInt(info.digest().substring(2 * i, 2 * i + 2), 16);
    }
    buffer
        .begin(Tag.CHECKPOINT)
        .u8(info.at() == CheckpointInfo.At.ITERATION_END ? 0 : 1)
        .varint(info.id())
        .raw(digest)
        .varint(info.bytes())
        .varint(info.materialiseNanos());
    append();
  }

  /** Something that flor could not do, or a note. */
  public synchronized void fault(String message) {
    buffer.begin(Tag.FAULT).utf8(message);
    append();
  }

  /** The last record; cuts the file to its length. What is called later does nothing. */
  public synchronized void close(String status) {
    if (closed) {
      return;
    }
    buffer.begin(Tag.RUN_ENDED).utf8(status);
    if (dead) {
      lastWords();
    } else {
      append();
    }
    closed = true;
    try {
      windows.close();
    } catch (IOException | RuntimeException e) {
      tell("the journal could not be closed: " + e.getMessage());
    }
  }

  private RecordBuffer begin(int tag, int context) {
    RecordBuffer record = buffer.begin(tag).zigzag(context - lastContext);
    lastContext = context;
    return record;
  }

  /** A name is told once, before its first use; from then on a small number stands for it. */
  private int name(String name) {
    Integer known = names.get(name);
    if (known != null) {
      return known;
    }
    buffer.begin(Tag.NAME).utf8(name);
    append();
    int id = names.size();
    names.put(name, id);
    return id;
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
      dead = true;
      String why = "the journal is full: " + e.getMessage() + "; nothing later is recorded";
      buffer.begin(Tag.FAULT).utf8(why.substring(0, Math.min(200, why.length())));
      lastWords();
      tell(why);
    }
  }

  private void lastWords() {
    try {
      buffer.finish();
      windows.appendLastWords(buffer.bytes(), buffer.start(), buffer.end());
    } catch (RuntimeException | InternalError e) {
      tell("the journal takes no last word: " + e.getMessage());
    }
  }

  private void tell(String message) {
    refused.accept(message);
  }
}
