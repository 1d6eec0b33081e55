package dev.flor.propagator;

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
