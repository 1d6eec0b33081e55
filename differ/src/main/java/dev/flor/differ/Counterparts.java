package dev.flor.differ;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds in a tree of files the file that another version of a file was. Texts are read only when needed, and never parsed. */
public final class Counterparts {
  private static final double ALIKE = 0.4;
  private static final int MOST = 10;

  private final SortedSet<String> paths;
  private final Function<String, Optional<String>> reader;
  private final Map<String, Content> contents = new TreeMap<>();

  private Counterparts(SortedSet<String> paths, Function<String, Optional<String>> reader) {
    this.paths = new TreeSet<>(paths);
    this.reader = reader;
  }

  /** An index over the files of a tree; the reader has nothing for a file that cannot be read as text. Not for several threads. */
  public static Counterparts in(
      SortedSet<String> paths, Function<String, Optional<String>> reader) {
    return new Counterparts(paths, reader);
  }

  /**
   * Likely counterparts of a file, best first: at the same path; of the same simple name and, when none of these is much alike,
   * of similar content. At most ten.
   */
  public List<Candidate> of(String path, String text) {
    Content wanted = new Content(text);
    List<Candidate> found = new ArrayList<>();
    if (paths.contains(path)) {
      candidate(path, wanted).ifPresent(found::add);
    }
    found.addAll(
        ranked(wanted, at -> !at.equals(path) && simpleName(at).equals(simpleName(path)), 0));
    if (found.stream().noneMatch(candidate -> candidate.score() >= ALIKE)) {
      found.addAll(ranked(wanted, at -> !simpleName(at).equals(simpleName(path)), ALIKE));
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  /** Files of similar content, whatever they are called, best first: where a part of this file may have been. */
  public List<Candidate> alike(String text) {
    List<Candidate> found = ranked(new Content(text), at -> true, 0.1);
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private List<Candidate> ranked(Content wanted, Predicate<String> which, double least) {
    return paths.stream()
        .filter(which)
        .flatMap(path -> candidate(path, wanted).stream())
        .filter(candidate -> candidate.score() >= least)
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::path))
        .toList();
  }

  private Optional<Candidate> candidate(String path, Content wanted) {
    Content content = contents.get(path);
    if (content == null) {
      Optional<String> text = reader.apply(path);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      content = new Content(text.get());
      contents.put(path, content);
    }
    return Optional.of(new Candidate(path, wanted.likeness(content)));
  }

  private static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file that may be the counterpart; {@code score} is the likeness of the contents, from 0 to 1. */
  public record Candidate(String path, double score) {}

  /** Words tell what a file is about even after renames; phrases tell that it is this file and not its neighbour. */
  private static final class Content {
    private final long[] words;
    private final long[] phrases;

    private Content(String text) {
      this.words = Words.of(text);
      this.phrases = Words.phrases(words);
      Arrays.sort(words);
    }

    double likeness(Content other) {
      return (Likeness.dice(words, other.words) + Likeness.dice(phrases, other.phrases)) / 2;
    }
  }
}
