package dev.flor.replay.propagation;

import dev.flor.propagator.Edit;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A trace and its result as bytes. The statements themselves are not in them: who reads has the same. */
final class TraceCodec {
  private final List<Probe> probes;

  TraceCodec(List<Probe> probes) {
    this.probes = probes;
  }

  /** A trace that was read. */
  record Kept(List<Trace.Step> steps, Carried result) {}

  static void names(Names names, DataOutputStream out) throws IOException {
    text(names.id(), out);
    out.writeInt(names.all().size());
    for (String name : names.all()) {
      text(name, out);
    }
  }

  static Names names(DataInputStream in) throws IOException {
    String id = text(in);
    return new Names(id, new TreeSet<>(texts(in)));
  }

  void write(List<Trace.Step> steps, Carried result, DataOutputStream out) throws IOException {
    out.writeInt(steps.size());
    for (Trace.Step step : steps) {
      Question question = step.question();
      text(question.side().name(), out);
      text(question.kind().name(), out);
      text(question.argument(), out);
      text(question.names().id(), out);
      text(question.others().id(), out);
      text(step.answer(), out);
    }
    for (Placement placement : result.placements()) {
      write(placement, out);
    }
    out.writeInt(result.edits().size());
    for (Map.Entry<String, List<Edit>> file : result.edits().entrySet()) {
      text(file.getKey(), out);
      out.writeInt(file.getValue().size());
      for (Edit edit : file.getValue()) {
        out.writeInt(edit.span().start());
        out.writeInt(edit.span().end());
        text(edit.text(), out);
      }
    }
  }

  private static void write(Placement placement, DataOutputStream out) throws IOException {
    if (placement instanceof Placement.Inserted in) {
      out.writeByte('i');
      text(in.file(), out);
      out.writeInt(in.line());
      out.writeInt(in.renames().size());
      for (Map.Entry<String, String> rename : in.renames().entrySet()) {
        text(rename.getKey(), out);
        text(rename.getValue(), out);
      }
      texts(in.carried(), out);
      texts(in.warnings(), out);
      out.writeDouble(in.score());
      text(in.explanation(), out);
    } else if (placement instanceof Placement.Present present) {
      out.writeByte('p');
      text(present.file(), out);
      out.writeInt(present.line());
    } else if (placement instanceof Placement.Refused no) {
      out.writeByte('r');
      text(no.reason().name(), out);
      text(no.file(), out);
      out.writeInt(no.line());
      text(no.detail(), out);
    }
  }

  /**
   * @param names what was read before by {@link #names(DataInputStream)}, by id
   */
  Kept read(DataInputStream in, Function<String, Names> names) throws IOException {
    List<Trace.Step> steps = new ArrayList<>();
    int many = in.readInt();
    for (int i = 0; i < many; i++) {
      Question.Side side = Question.Side.valueOf(text(in));
      Question.Kind kind = Question.Kind.valueOf(text(in));
      String argument = text(in);
      Question question =
          new Question(side, kind, argument, names.apply(text(in)), names.apply(text(in)));
      steps.add(new Trace.Step(question, text(in)));
    }
    List<Placement> placements = new ArrayList<>();
    for (Probe probe : probes) {
      placements.add(placement(probe, in));
    }
    SortedMap<String, List<Edit>> edits = new TreeMap<>();
    int files = in.readInt();
    for (int i = 0; i < files; i++) {
      String file = text(in);
      List<Edit> ofFile = new ArrayList<>();
      int number = in.readInt();
      for (int k = 0; k < number; k++) {
        int start = in.readInt();
        int end = in.readInt();
        ofFile.add(Edit.replace(start, end, text(in)));
      }
      edits.put(file, List.copyOf(ofFile));
    }
    return new Kept(List.copyOf(steps), new Carried(placements, edits));
  }

  private static Placement placement(Probe probe, DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind == 'i') {
      String file = text(in);
      int line = in.readInt();
      SortedMap<String, String> renames = new TreeMap<>();
      int many = in.readInt();
      for (int i = 0; i < many; i++) {
        String from = text(in);
        renames.put(from, text(in));
      }
      List<String> carried = texts(in);
      List<String> warnings = texts(in);
      double score = in.readDouble();
      return new Placement.Inserted(probe, file, line, renames, carried, warnings, score, text(in));
    }
    if (kind == 'p') {
      String file = text(in);
      return new Placement.Present(probe, file, in.readInt());
    }
    if (kind == 'r') {
      Refusal reason = Refusal.valueOf(text(in));
      String file = text(in);
      int line = in.readInt();
      return new Placement.Refused(probe, reason, file, line, text(in));
    }
    throw new IOException("no placement begins with " + kind);
  }

  static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text, out);
    }
  }

  static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int many = in.readInt();
    for (int i = 0; i < many; i++) {
      texts.add(text(in));
    }
    return texts;
  }
}
