package dev.flor.differ;

import dev.flor.differ.SoughtCode.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of another version that is looked for in a tree of files: it may be called something else there. */
public final class SoughtFile {
  static final double ALIKE = 0.4;
  private static final int MOST = 10;

  private final String path;
  private final Content wanted;

  public SoughtFile(String path, String text) {
    this.path = path;
    this.wanted = new Content(text);
  }

  /** How alike the contents are, from 0 to 1. */
  public double likeness(Content other) {
    return wanted.likeness(other);
  }

  /** How alike it and a file are, from 0 to 1: by what they hold and, half as much, by what they are called. */
  public double likeness(double ofContents, String otherPath) {
    double names = Likeness.ofNames(simpleName(path), simpleName(otherPath));
    return ofContents * 2 / 3 + names / 3;
  }

  /** Of files that were looked into, those of other names that are alike, best first; at most ten. */
  public List<String> elsewhere(Map<String, Double> likeness) {
    List<Ranked> ranked = new ArrayList<>();
    for (Map.Entry<String, Double> file : likeness.entrySet()) {
      if (isElsewhere(file.getKey(), file.getValue())) {
        ranked.add(new Ranked(file.getKey(), file.getValue()));
      }
    }
    return Ranked.best(ranked, MOST);
  }

  /** Whether a file of this path, so alike, is one of those that {@link #elsewhere} ranks. */
  public boolean isElsewhere(String other, double likeness) {
    return likeness >= ALIKE && !simpleName(other).equals(simpleName(path));
  }

  private static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
