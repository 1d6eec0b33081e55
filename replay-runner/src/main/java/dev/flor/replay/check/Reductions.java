package dev.flor.replay.check;

import dev.flor.differ.Span;
import dev.flor.propagator.Patch;
import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceHeads.Reduced;
import dev.flor.replay.project.Key;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * So much of the files that were changed as javac has to see.
 *
 * @param files by path
 * @param texts the same without the imports of what is not mentioned, by path
 */
record Reductions(SortedMap<String, Reduced> files, SortedMap<String, String> texts) {

  static Reductions of(SortedMap<String, Patch> patches, Function<Patch, Reduced> part) {
    SortedMap<String, Reduced> files = new TreeMap<>();
    SortedMap<String, String> texts = new TreeMap<>();
    patches.forEach((path, patch) -> {
      Reduced reduced = part.apply(patch);
      files.put(path, reduced);
      texts.put(path, Imports.needed(reduced.text()));
    });
    return new Reductions(files, texts);
  }

  /** Whether an error is in a part that was changed: beside it, something may be missing that was left out. */
  boolean isJudged(JavacFault fault) {
    Reduced file = files.get(fault.path());
    return file != null && file.isJudged(fault.offset());
  }

  /** Equal for what is the same to javac, comments and layout aside. */
  String id() {
    Key key = new Key("reductions");
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Reduced reduced = files.get(file.getKey());
      key.add(file.getKey());
      add(key, file.getValue());
      spans(key, reduced.changed(), file.getValue());
      spans(key, reduced.judged(), file.getValue());
    }
    return key.hex();
  }

  private static void spans(Key key, List<Span> spans, String text) {
    key.add("spans").add(String.valueOf(spans.size()));
    spans.forEach(span -> add(
        key,
        text.substring(
            Math.min(span.start(), text.length()), Math.min(span.end(), text.length()))));
  }

  private static void add(Key key, String text) {
    List<String> tokens = SourceHeads.tokens(text);
    key.add(String.valueOf(tokens.size()));
    tokens.forEach(key::add);
  }
}
