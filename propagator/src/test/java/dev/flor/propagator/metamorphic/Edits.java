package dev.flor.propagator.metamorphic;

import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes to one text, gathered in any order. */
final class Edits {
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, String text) {}

  Edits replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
    return this;
  }

  Edits replace(Span span, String text) {
    return replace(span.start(), span.end(), text);
  }

  Edits insert(int at, String text) {
    return replace(at, at, text);
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** Empty if they overlap. */
  Optional<String> apply(String text) {
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      if (edit.start < at) {
        return Optional.empty();
      }
      out.append(text, at, edit.start).append(edit.text);
      at = edit.end;
    }
    return Optional.of(out.append(text, at, text.length()).toString());
  }
}
