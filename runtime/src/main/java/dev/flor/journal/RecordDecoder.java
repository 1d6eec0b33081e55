package dev.flor.journal;

import dev.flor.journal.RecordCursor.BadRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives records their meaning: names, ids and ordinals are counted as the writer counted them. */
final class RecordDecoder {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final List<String> names = new ArrayList<>();
  private final Map<Integer, Ordinals> open = new HashMap<>(); // looked up, never walked
  private int loops;
  private int contexts = 1;
  private int context;

  RecordDecoder() {
    open.put(0, new Ordinals());
  }

  void decode(RecordCursor body, JournalVisitor visitor) {
    int tag = body.u8();
    if (tag >= Tag.VALUE && tag < Tag.VALUE + Tag.VALUE_TYPES) {
      context(body);
      int name = body.integer();
      int ordinal = open.computeIfAbsent(context, id -> new Ordinals()).values(name);
      visitor.value(context, name(name), ordinal, body.value(tag - Tag.VALUE));
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
        int name = body.integer();
        int ordinal = open.computeIfAbsent(context, id -> new Ordinals()).loops(name);
        visitor.loopStarted(loops++, context, name(name), ordinal, body.varint() - 1);
        break;
      case Tag.ITERATION_STARTED:
        context = contexts++;
        visitor.iterationStarted(context, body.integer(), body.varint(), body.value(body.u8()));
        break;
      case Tag.ITERATION_ENDED:
        context(body);
        open.remove(context);
        visitor.iterationEnded(context, body.varint());
        break;
      case Tag.LOOP_ENDED:
        visitor.loopEnded(body.integer(), false, body.varint());
        break;
      case Tag.LOOP_SKIPPED:
        visitor.loopEnded(body.integer(), true, body.varint());
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
        visitor.runEnded(body.utf8());
        break;
      default: // a record of a later flor: its length says where the next one begins
    }
  }

  private void context(RecordCursor body) {
    context = Math.toIntExact(context + body.zigzag());
  }

  private String name(int id) {
    if (id >= names.size()) {
      throw new BadRecord("name " + id + " is used before it is told");
    }
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

  private static CheckpointInfo checkpoint(RecordCursor body) {
    CheckpointInfo.At at =
        body.u8() == 0 ? CheckpointInfo.At.ITERATION_END : CheckpointInfo.At.LOOP_END;
    int id = body.integer();
    StringBuilder digest = new StringBuilder();
    for (byte b : body.raw(32)) {
      digest.append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }
    return new CheckpointInfo(at, id, digest.toString(), body.varint(), body.varint());
  }

  /** How many values and loops of each name one context has had. */
  private static final class Ordinals {
    private final Map<Integer, Integer> values = new HashMap<>();
    private final Map<Integer, Integer> loops = new HashMap<>();

    int values(int name) {
      return values.merge(name, 1, Integer::sum) - 1;
    }

    int loops(int name) {
      return loops.merge(name, 1, Integer::sum) - 1;
    }
  }
}
