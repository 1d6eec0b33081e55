package dev.flor.propagator;

import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Edits to one file, ascending and disjoint. Everything outside them is kept byte for byte. */
public final class Patch {
  private final String file;
  private final List<Edit> edits;
  private final Supplier<String> source;
  private volatile String before;

  /**
   * Edits to a text.
   *
   * @param file the path
   * @param before the file's text without the edits
   */
  public Patch(String file, String before, List<Edit> edits) {
    this(file, () -> before, edits);
    before();
  }

  /**
   * The same to a text that is not read before somebody asks for it: most who ask what becomes of statements do not. Whether the edits are in
   * order is seen then, too.
   *
   * @param source always the same text, as long as somebody may ask: whoever reads a repository keeps it open
   */
  public Patch(String file, Supplier<String> source, List<Edit> edits) {
    this.file = file;
    this.source = source;
    this.edits = List.copyOf(edits);
  }

  private String checked(String text) {
    int at = 0;
    for (Edit edit : edits) {
      if (edit.span().start() < at || edit.span().end() > text.length()) {
        throw new IllegalStateException(
            "edits of " + file + " overlap or are not in order: " + edits);
      }
      at = edit.span().end();
    }
    return text;
  }

  /** The path. */
  public String file() {
    return file;
  }

  /** The file's text without the edits. */
  public String before() {
    String now = before;
    if (now == null) {
      now = checked(source.get());
      before = now;
    }
    return now;
  }

  public List<Edit> edits() {
    return edits;
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
    String text = before();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Patch patch
        && file.equals(patch.file)
        && edits.equals(patch.edits)
        && before().equals(patch.before());
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, edits);
  }

  @Override
  public String toString() {
    return "Patch[" + file + ", " + edits + "]";
  }
}
