package dev.flor.journal;

import dev.flor.journal.RecordCursor.BadRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives records their meaning: names, ids and ordinals are counted as the writer counted them. */
final class RecordDecoder {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final List<String> names = new ArrayList<>();
  private final Map<Integer, OpenTurn> open = new HashMap<>(); // looked up, never walked
  private int loops;
  private int contexts = 1;
  private int context;
  private int lastName;
  private OpenTurn current = OpenTurn.root(); // the context's, if it is open

  RecordDecoder() {
    open.put(0, current);
  }

  void decode(RecordCursor body, JournalVisitor visitor) {
    int tag = body.u8();
    if (tag >= Tag.VALUE && tag < Tag.VALUE + Tag.VALUE_TYPES) {
      context(body);
      String name = name(body.integer());
      Value value = body.value(tag - Tag.VALUE);
      visitor.value(context, name, turn().values(lastName), value);
    } else if (tag == Tag.NEXT_VALUE) {
      long nanos = nanos(body);
      String name = name(body.integer());
      Value value = body.value(Tag.DOUBLE);
      nextIteration(nanos, visitor);
      visitor.value(context, name, current.values(lastName), value);
    } else {
      structure(tag, body, visitor);
    }
  }

  private void structure(int tag, RecordCursor body, JournalVisitor visitor) {
    switch (tag) {
      case Tag.NAME:
        names.add(body.utf8());
        break;
      case Tag.LOOP_STARTED:
        context(body);
        String name = name(body.integer());
        long total = body.varint() - 1;
        visitor.loopStarted(loops++, context, name, turn().loops(lastName), total);
        break;
      case Tag.ITERATION_STARTED:
        startIteration(loop(body), body.varint(), body.value(body.u8()), visitor);
        break;
      case Tag.ITERATION_ENDED:
        context(body);
        endIteration(body.varint(), visitor);
        break;
      case Tag.NEXT_ITERATION:
        nextIteration(nanos(body), visitor);
        break;
      case Tag.LOOP_ENDED:
        visitor.loopEnded(loop(body), false, body.varint());
        break;
      case Tag.LOOP_SKIPPED:
        visitor.loopEnded(loop(body), true, body.varint());
        break;
      default:
        rare(tag, body, visitor);
    }
  }

  private void rare(int tag, RecordCursor body, JournalVisitor visitor) {
    switch (tag) {
      case Tag.RUN_STARTED:
        visitor.runStarted(runInfo(body));
        break;
      case Tag.VERSION:
        visitor.version(body.utf8());
        break;
      case Tag.ARG:
        visitor.arg(name(body.integer()), body.value(body.u8()));
        break;
      case Tag.CHECKPOINT:
        visitor.checkpoint(checkpoint(body));
        break;
      case Tag.FAULT:
        visitor.fault(body.utf8());
        break;
      case Tag.RUN_ENDED:
        runEnded(body, visitor);
        break;
      default: // a record of a later flor: its length says where the next one begins
    }
  }

  private static void runEnded(RecordCursor body, JournalVisitor visitor) {
    String status = body.utf8();
    if (body.hasMore()) {
      visitor.ending(Instant.ofEpochMilli(body.varint()), body.integer());
    }
    visitor.runEnded(status);
  }

  private void startIteration(int loop, long index, Value value, JournalVisitor visitor) {
    enter(OpenTurn.of(contexts++, loop, index, value));
    visitor.iterationStarted(context, loop, index, value);
  }

  private void endIteration(long nanos, JournalVisitor visitor) {
    open.remove(context);
    current = null;
    visitor.iterationEnded(context, nanos);
  }

  /** The turn of the previous context is over, and the one after it begins. */
  private void nextIteration(long nanos, JournalVisitor visitor) {
    OpenTurn ended = turn();
    if (!ended.counted()) {
      throw new BadRecord("the turn after " + context + " does not follow from it");
    }
    endIteration(nanos, visitor);
    enter(ended.next(contexts++));
    visitor.iterationStarted(context, current.loop(), current.index(), Value.of(current.item()));
  }

  private void enter(OpenTurn turn) {
    current = turn;
    context = turn.context();
    open.put(context, turn);
  }

  private void context(RecordCursor body) {
    long next = context + body.zigzag();
    if (next < 0 || next >= contexts) {
      throw new BadRecord("context " + next + " is used before it is told");
    }
    if (next != context) {
      context = (int) next;
      current = open.get(context);
    }
  }

  /** What is known of the context; of one that is over, that it has had nothing since. */
  private OpenTurn turn() {
    if (current == null) {
      current = OpenTurn.of(context, 0, 0, Value.of(false));
      open.put(context, current);
    }
    return current;
  }

  private int loop(RecordCursor body) {
    int loop = body.integer();
    if (loop >= loops) {
      throw new BadRecord("loop " + loop + " is used before it is told");
    }
    return loop;
  }

  private static long nanos(RecordCursor body) {
    return Math.max(0, body.varint()) % (Long.MAX_VALUE / 1000) * 1000;
  }

  private String name(int id) {
    if (id >= names.size()) {
      throw new BadRecord("name " + id + " is used before it is told");
    }
    lastName = id;
    return names.get(id);
  }

  private static RunInfo runInfo(RecordCursor body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int rest = body.integer(); rest > 0; rest--) {
      String key = body.utf8();
      fields.put(key, body.utf8());
    }
    return RunInfo.of(fields);
  }

  private CheckpointInfo checkpoint(RecordCursor body) {
    CheckpointInfo.At at =
        body.u8() == 0 ? CheckpointInfo.At.ITERATION_END : CheckpointInfo.At.LOOP_END;
    boolean turn = at == CheckpointInfo.At.ITERATION_END;
    int id = turn ? body.integer() : loop(body);
    if (turn && id >= contexts) {
      throw new BadRecord("context " + id + " is saved before it is told");
    }
    StringBuilder digest = new StringBuilder();
    for (byte b : body.raw(32)) {
      digest.append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }
    return new CheckpointInfo(at, id, digest.toString(), body.varint(), body.varint());
  }
}
