package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The latest version beside the older one: files, types and what corresponds to what, worked out when asked for. */
final class Project {
  private final ParsedVersion latest;
  private final ParsedVersion older;
  private final ParsedTexts texts;
  private final Search search;
  private final Map<String, String> moved;
  private final TypeFinder latestTypes;
  private final TypeFinder olderTypes;
  private final StaticTypes staticTypes;
  private boolean olderExpanded;
  private final Map<String, Optional<Pairing>> pairings = new TreeMap<>();
  private final Map<String, List<String>> candidates = new TreeMap<>();

  Project(ParsedVersion latest, ParsedVersion older, ParsedTexts texts) {
    this(latest, older, texts, Map.of());
  }

  /**
   * The two versions, and what is known of files that were renamed.
   *
   * @param moved latest path to older path
   */
  Project(ParsedVersion latest, ParsedVersion older, ParsedTexts texts, Map<String, String> moved) {
    this.latest = latest;
    this.older = older;
    this.texts = texts;
    this.search = new Search(older.tree(), texts.search());
    this.moved = Map.copyOf(moved);
    this.latestTypes = new TypeFinder(this.latest);
    this.olderTypes = new TypeFinder(this.older);
    this.staticTypes = new StaticTypes(latestTypes);
  }

  ParsedVersion latest() {
    return latest;
  }

  ParsedVersion older() {
    return older;
  }

  TypeFinder latestTypes() {
    return latestTypes;
  }

  TypeFinder olderTypes() {
    return olderTypes;
  }

  /** Types of expressions of the latest version. */
  StaticTypes staticTypes() {
    return staticTypes;
  }

  /** The path of the older file that a latest file is known to have been under another name, if that is there. */
  Optional<String> moved(String path) {
    return Optional.ofNullable(moved.get(path)).filter(older::has);
  }

  /** Latest paths to older ones, of the files that are known to have been renamed. */
  Map<String, String> moved() {
    return moved;
  }

  /** What is known of looks into files of older versions. */
  Glimpses glimpses() {
    return texts.glimpses();
  }

  /** The two versions as they are read. */
  Sides sides() {
    return new Sides(latest.tree(), older.tree());
  }

  /** The same versions, asked through others that note it; trees are the same ones, too, so that what is placed in them goes together. */
  Project noting(Sides sides) {
    return new Project(latest.through(sides.latest()), older.through(sides.older()), texts, moved);
  }

  /** Two other trees, with the same known of them. */
  Project between(Sides sides) {
    return new Project(
        ParsedVersion.whole(sides.latest(), texts),
        ParsedVersion.whole(sides.older(), texts),
        texts,
        moved);
  }

  /** Paths of the older files that the latest file may have been, best first. */
  List<String> candidates(String path) {
    return candidates.computeIfAbsent(path, this::search);
  }

  private List<String> search(String path) {
    return search.counterparts(path, latest.text(path).orElse(""));
  }

  /** Paths of the older files that a piece of code may have stood in, best first. */
  List<String> holding(String code) {
    return search.holding(code);
  }

  /** How alike a latest and an older file are, from 0 to 1, by what they hold and what they are called. */
  double likeness(String latestPath, String olderPath) {
    return search.likeness(latestPath, latest.text(latestPath).orElse(""), olderPath);
  }

  /** The same, with an excerpt instead of one of the older files. */
  Project withExcerpt(String path, String excerpt) {
    return between(new Sides(latest.tree(), ExcerptedTree.of(older.tree(), path, excerpt)));
  }

  /** The tokens of a text, member by member; of all of it at once, where braces alone do not tell its members. */
  List<List<String>> members(String text) {
    return texts
        .outline(text)
        .map(outline -> MemberTokens.of(outline, member -> true))
        .orElseGet(() -> List.of(Tokens.of(text)));
  }

  /** An older file with some methods in place of their calls. */
  Optional<Expansion> olderExpansion(Unit unit, List<Expansion.Call> calls) {
    olderExpanded = true;
    return Expansion.of(unit, calls);
  }

  /** Whether there was such a file, which is seen as a whole. */
  boolean isOlderExpanded() {
    return olderExpanded;
  }

  /** The latest file with some methods in place of their calls: the same beside one older file as beside the next. */
  Optional<Expansion> latestExpansion(Unit unit, List<Expansion.Call> calls) {
    return texts.expansion(unit, calls);
  }

  /** Two files side by side; empty if one of them cannot be parsed. */
  Optional<Pairing> pairing(String latestPath, String olderPath) {
    String key = latestPath + '\n' + olderPath;
    Optional<Pairing> known = pairings.get(key);
    if (known == null) {
      known = latest.unit(latestPath).flatMap(l -> older
          .unit(olderPath)
          .map(o -> Pairing.of(l, o, texts.align(l.tree(), o.tree()))));
      pairings.put(key, known);
    }
    return known;
  }

  /** The type of the older version that a type of the latest one was. */
  Optional<ProjectType> olderType(ProjectType type) {
    String path = type.unit().path();
    String expected = moved(path).orElse(path);
    if (older.has(expected)) {
      Optional<ProjectType> there = pairing(path, expected).flatMap(pair -> olderType(type, pair));
      if (there.isPresent()) {
        return there;
      }
    }
    Optional<ProjectType> sameName =
        type.topLevel() ? olderTypes.qualified(type.qualifiedName()) : Optional.empty();
    return sameName.or(() -> candidates(path).stream()
        .limit(2)
        .map(candidate -> pairing(path, candidate).flatMap(pair -> olderType(type, pair)))
        .flatMap(Optional::stream)
        .findFirst());
  }

  private static Optional<ProjectType> olderType(ProjectType type, Pairing pair) {
    Optional<Node> found = pair.olderDeclaration(type.node());
    return found
        .filter(TypeDeclaration.class::isInstance)
        .map(node -> new ProjectType(pair.older(), (TypeDeclaration<?>) node));
  }

  /** The pairing in which what a type's members correspond to can be asked. */
  Optional<Pairing> pairing(ProjectType type, ProjectType olderType) {
    return pairing(type.unit().path(), olderType.unit().path());
  }
}
