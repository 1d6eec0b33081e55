package dev.flor.propagator;

import dev.flor.differ.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Texts that are searched as a version of a repository is, with a list of those that were read. */
final class SearchedTexts implements SearchedTree {
  private final CodeSearch search = new CodeSearch();
  private final SortedMap<String, String> texts;
  private final List<String> read = new ArrayList<>();

  SearchedTexts(SortedMap<String, String> texts) {
    this.texts = new TreeMap<>(texts);
  }

  /** Paths of the files that were read as a whole. */
  List<String> read() {
    return read;
  }

  private CodeSearch.Files all() {
    return new CodeSearch.Files() {
      @Override
      public SortedSet<String> paths() {
        return files();
      }

      @Override
      public Optional<String> id(String path) {
        return Optional.ofNullable(texts.get(path)).map(Content::id);
      }

      @Override
      public String text(String path) {
        return texts.get(path);
      }
    };
  }

  @Override
  public SortedSet<String> files() {
    return new TreeSet<>(texts.keySet());
  }

  @Override
  public Optional<String> read(String path) {
    read.add(path);
    return Optional.ofNullable(texts.get(path));
  }

  @Override
  public List<String> alike(String path, String text) {
    return search.alike(path, text, all());
  }

  @Override
  public List<String> holding(String code) {
    return search.holding(code, all());
  }

  @Override
  public Optional<String> excerpt(String path, SortedSet<String> phrases) {
    return Optional.ofNullable(texts.get(path)).map(text -> Excerpt.of(text, phrases));
  }
}
