package dev.flor.propagator;

import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits to one file, ascending and disjoint. Everything outside them is kept byte for byte.
 *
 * @param file the path
 * @param before the file's text without the edits
 */
public record Patch(String file, String before, List<Edit> edits) {
  public Patch {
    edits = List.copyOf(edits);
    int at = 0;
    for (Edit edit : edits) {
      if (edit.span().start() < at || edit.span().end() > before.length()) {
        throw new IllegalStateException(
            "edits of " + file + " overlap or are not in order: " + edits);
      }
      at = edit.span().end();
    }
  }

  /** Where the texts of the edits are in the rewritten text. */
  public List<Span> inserted() {
    List<Span> inserted = new ArrayList<>();
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.span().start() + shift;
      inserted.add(new Span(start, start + edit.text().length()));
      shift += edit.text().length() - edit.span().length();
    }
    return inserted;
  }

  /** Where what stood at an offset of the text before is in the rewritten text; an edit at that offset stands before it. */
  public int moved(int offset) {
    int moved = offset;
    for (Edit edit : edits) {
      moved +=
          edit.span().start() <= offset ? edit.text().length() - edit.span().length() : 0;
    }
    return moved;
  }

  /** Where what is at an offset of the rewritten text stood before; of what is new, the place where it went in. */
  public int origin(int offset) {
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.span().start() + shift;
      if (offset < start + edit.text().length()) {
        return offset < start ? offset - shift : edit.span().start();
      }
      shift += edit.text().length() - edit.span().length();
    }
    return offset - shift;
  }

  /** The rewritten text. */
  public String apply() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      out.append(before, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return out.append(before, at, before.length()).toString();
  }
}
