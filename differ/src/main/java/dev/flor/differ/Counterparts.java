package dev.flor.differ;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** Finds in a tree of files the file that another version of a file was. Texts are read only when needed, and never parsed. */
public final class Counterparts {
  private Counterparts() {}

  /** An index over the {@code .java} files of a tree. */
  public static Counterparts in(SortedSet<String> paths, Function<String, String> reader) {
    return new Counterparts();
  }

  /** Likely counterparts of a file, best first: at the same path, of the same simple name, of similar content. */
  public List<Candidate> of(String path, String text) {
    return List.of();
  }

  /** A file that may be the counterpart; {@code score} is the likeness of the contents, from 0 to 1. */
  public record Candidate(String path, double score) {}
}
