package dev.flor.propagator;

import dev.flor.differ.ParseResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A source tree whose files are parsed when somebody asks for them, and once. */
final class ParsedVersion {
  /** Longer files are refused: parsing takes about a second for a million characters. */
  static final int LONGEST = 2_000_000;

  private final SourceTree tree;
  private final Parser parser;
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private final Map<List<String>, ParseResult> results;

  /** What makes a tree of the text at a path. */
  interface Parser {
    ParseResult parse(String path, String text);
  }

  ParsedVersion(SourceTree tree, Parser parser) {
    this(tree, parser, new HashMap<>());
  }

  private ParsedVersion(SourceTree tree, Parser parser, Map<List<String>, ParseResult> results) {
    this.tree = tree;
    this.parser = parser;
    this.results = results;
  }

  /** The same version, asked through another tree: of what was parsed here, or is there, there is one tree for both. */
  ParsedVersion through(SourceTree other) {
    return new ParsedVersion(other, parser, results);
  }

  /** A version whose files are parsed from beginning to end. */
  static ParsedVersion whole(SourceTree tree, ParsedTexts texts) {
    return new ParsedVersion(tree, (path, text) -> texts.parse(text));
  }

  SourceTree tree() {
    return tree;
  }

  SortedSet<String> files() {
    return tree.files();
  }

  boolean has(String path) {
    return tree.has(path);
  }

  List<String> named(String name) {
    return tree.named(name);
  }

  Optional<String> text(String path) {
    return tree.read(path);
  }

  /** So much of a file, if there is one, as tells whether a piece of code may have stood in it. */
  Optional<String> excerpt(String path, Phrases phrases) {
    return tree instanceof SearchedTree searched
        ? searched.excerpt(path, phrases.encoded())
        : tree.read(path).map(text -> Excerpt.of(text, phrases.encoded()));
  }

  /** The file, if there is one that can be parsed. */
  Optional<Unit> unit(String path) {
    return read(path).unit();
  }

  Reading read(String path) {
    Reading known = readings.get(path);
    if (known == null) {
      known = tree.read(path)
          .map(text -> parse(path, text))
          .orElse(Reading.refused(Refusal.FILE_GONE, 1, path));
      readings.put(path, known);
    }
    return known;
  }

  private Reading parse(String path, String text) {
    if (text.length() > LONGEST) {
      return Reading.refused(
          Refusal.TOO_LARGE, 1, text.length() + " characters, the limit is " + LONGEST);
    }
    ParseResult result =
        results.computeIfAbsent(List.of(path, text), key -> parser.parse(path, text));
    return result.fold(
        parsed -> new Reading(Optional.of(Unit.of(path, parsed.tree())), Optional.empty(), 1, ""),
        bad -> Reading.refused(
            bad.tooDeep() ? Refusal.TOO_LARGE : Refusal.UNPARSABLE, bad.line(), bad.message()));
  }

  /** A parsed file, or why there is none. */
  record Reading(Optional<Unit> unit, Optional<Refusal> refusal, int line, String detail) {
    static Reading refused(Refusal reason, int line, String detail) {
      return new Reading(Optional.empty(), Optional.of(reason), line, detail);
    }
  }
}
