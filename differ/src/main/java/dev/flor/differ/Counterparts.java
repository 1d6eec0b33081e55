package dev.flor.differ;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds in a tree of files the file that another version of a file was. Texts are read only when needed, and never parsed. */
public final class Counterparts {
  private static final double ALIKE = 0.4;
  private static final double HOLDS = 0.25;
  private static final int MOST = 10;

  private final Files files;
  private final KnownTexts texts;
  private final Map<String, Content> contents = new TreeMap<>();

  private Counterparts(Files files, KnownTexts texts) {
    this.files = files;
    this.texts = texts;
  }

  /**
   * What is asked of a tree. All paths are asked for only where those of one name are not enough.
   *
   * @param all the paths of all files
   * @param named the paths of those that have a name, in order
   * @param text nothing for a path without a file, or with one that cannot be read as text
   */
  public record Files(
      Supplier<SortedSet<String>> all,
      Function<String, List<String>> named,
      Function<String, Optional<String>> text) {}

  /** An index over the files of a tree; the reader has nothing for a file that cannot be read as text. Not for several threads. */
  public static Counterparts in(
      SortedSet<String> paths, Function<String, Optional<String>> reader) {
    return in(
        new Files(
            () -> paths,
            name -> paths.stream().filter(path -> simpleName(path).equals(name)).toList(),
            path -> paths.contains(path) ? reader.apply(path) : Optional.empty()),
        new KnownTexts());
  }

  /** The same, with what is known from other trees. */
  public static Counterparts in(Files files, KnownTexts texts) {
    return new Counterparts(files, texts);
  }

  /**
   * Likely counterparts of a file, best first: at the same path; of the same simple name and, when none of these is much alike,
   * of similar content. At most ten.
   */
  public List<Candidate> of(String path, String text) {
    Content wanted = new Content(text);
    List<Candidate> found = new ArrayList<>();
    candidate(path, wanted).ifPresent(found::add);
    List<String> sameName = files.named().apply(simpleName(path));
    found.addAll(ranked(wanted, sameName, at -> !at.equals(path), 0));
    if (found.stream().noneMatch(candidate -> candidate.score() >= ALIKE)) {
      found.addAll(
          ranked(wanted, files.all().get(), at -> !simpleName(at).equals(simpleName(path)), ALIKE));
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  /** Files of similar content, whatever they are called, best first: where a part of this file may have been. */
  public List<Candidate> alike(String text) {
    List<Candidate> found = ranked(new Content(text), files.all().get(), at -> true, 0.1);
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  /** Files that a piece of code may have stood in, best first: those that hold its phrases and its rare words. At most ten. */
  public List<Candidate> holding(String code) {
    Content wanted = new Content(code);
    SortedSet<String> paths = files.all().get();
    double[] rarity = rarity(wanted, paths);
    List<Candidate> found = paths.stream()
        .flatMap(path ->
            content(path)
                .map(content -> new Candidate(path, content.share(wanted, rarity)))
                .stream())
        .filter(candidate -> candidate.score() >= HOLDS)
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::path))
        .toList();
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  /** How alike a file and one of the tree are, from 0 to 1: by what they hold and, half as much, by what they are called. */
  public double likeness(String path, String text, String candidate) {
    double names = Likeness.ofNames(simpleName(path), simpleName(candidate));
    return candidate(candidate, new Content(text)).map(Candidate::score).orElse(0.0) * 2 / 3
        + names / 3;
  }

  /** How telling each word is: the fewer files have it, the more. */
  private double[] rarity(Content wanted, SortedSet<String> paths) {
    int[] files = new int[wanted.words.length];
    for (String path : paths) {
      content(path).ifPresent(content -> content.count(wanted, files));
    }
    double[] rarity = new double[files.length];
    for (int i = 0; i < files.length; i++) {
      rarity[i] = files[i] == 0 ? 0 : Math.log((paths.size() + 1.0) / files[i]);
    }
    return rarity;
  }

  private List<Candidate> ranked(
      Content wanted, Collection<String> paths, Predicate<String> which, double least) {
    return paths.stream()
        .filter(which)
        .flatMap(path -> candidate(path, wanted).stream())
        .filter(candidate -> candidate.score() >= least)
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(Candidate::path))
        .toList();
  }

  private Optional<Candidate> candidate(String path, Content wanted) {
    return content(path).map(content -> new Candidate(path, wanted.likeness(content)));
  }

  private Optional<Content> content(String path) {
    Optional<Content> content = Optional.ofNullable(contents.get(path));
    if (content.isEmpty()) {
      content = files.text().apply(path).map(texts::of);
      content.ifPresent(read -> contents.put(path, read));
    }
    return content;
  }

  private static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file that may be the counterpart; {@code score} is the likeness of the contents, from 0 to 1. */
  public record Candidate(String path, double score) {}
}
