package dev.flor.replay.propagation;

import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.propagator.CodeSearch;
import dev.flor.propagator.CodeSearch.Held;
import dev.flor.propagator.Memo;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.ScannedTree;
import dev.flor.propagator.SearchedTree;
import dev.flor.propagator.SourceHeads;
import dev.flor.replay.check.PlainSurroundings;
import dev.flor.replay.check.Surroundings;
import dev.flor.replay.project.Encodings;
import dev.flor.replay.project.Key;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The Java files of one version, with what is known of their contents from other versions. For several threads. */
final class KnownTree implements SearchedTree, ScannedTree, Surroundings {
  private final VersionTree tree;
  private final Optional<Version> version;
  private final KnownSources known;
  private final CodeSearch.Files searched;
  private final Map<String, Optional<String>> ids = new ConcurrentHashMap<>();
  private final Map<String, String> importers = new ConcurrentHashMap<>();
  private final Map<Sought, List<String>> searches = new ConcurrentHashMap<>();
  private final Map<Question, String> answers = new ConcurrentHashMap<>();
  private final Map<Question, String> sameAsBefore;
  private final Memo<String, String> contents = new Memo<>(1, id -> 1);
  private volatile KnownSources.JavaFiles files;
  private volatile Encodings encodings;
  private final Optional<KeptScans> scans;

  /** A file, or code that stands under no path. */
  private record Sought(String path, String text) {}

  KnownTree(VersionTree tree, KnownSources known) {
    this(tree, known, Optional.empty());
  }

  /**
   * The files of a version.
   *
   * @param version the commit that has these files, or that the working tree is on; empty if that does not matter, or there is none
   */
  KnownTree(VersionTree tree, KnownSources known, Optional<Version> version) {
    this(tree, known, version, Optional.empty(), Optional.empty());
  }

  private KnownTree(
      VersionTree tree,
      KnownSources known,
      Optional<Version> version,
      Optional<KeptScans> scans,
      Optional<KnownTree> before) {
    this.tree = tree;
    this.scans = scans;
    this.version = version;
    this.known = known;
    this.searched = searched();
    this.sameAsBefore = before.map(this::sameAs).orElse(Map.of());
  }

  /** The version that statements come from, of which some may be known from before. */
  static KnownTree latest(
      VersionTree tree, KnownSources known, Optional<Version> version, KeptScans scans) {
    return new KnownTree(tree, known, version, Optional.of(scans), Optional.empty());
  }

  /** The files of a version that differs little from one that was asked before: it gives most of the answers of that one. */
  static KnownTree after(KnownTree before, VersionTree tree) {
    return new KnownTree(
        tree, before.known, Optional.empty(), Optional.empty(), Optional.of(before));
  }

  /** Of the answers of another version, not those that it has from yet another one and was not asked for: these would become ever more. */
  private Map<Question, String> sameAs(KnownTree before) {
    boolean asked = !before.answers.isEmpty() && before.encodings().equals(encodings());
    Optional<SortedSet<String>> differing = asked ? before.tree.differing(tree) : Optional.empty();
    if (differing.isEmpty()) {
      return Map.of();
    }
    ids.putAll(before.ids);
    ids.keySet().removeAll(differing.get());
    Differences differences = new Differences(before, this, known.search(), differing.get());
    Map<Question, String> same = new HashMap<>(before.answers);
    same.keySet().removeIf(differences::mayChange);
    return Collections.unmodifiableMap(same);
  }

  /** The commit that it is, or that its working tree is on, where that is known. */
  Optional<Version> version() {
    return version;
  }

  /** The id of the contents of a Java file. */
  Optional<String> id(String path) {
    return ids.computeIfAbsent(
        path,
        at -> at.endsWith(".java")
            ? tree.id(at).map(id -> encodings().told(id, at))
            : Optional.empty());
  }

  /** How its files are read; of a version of which all is known, that is not asked. */
  private Encodings encodings() {
    Encodings now = encodings;
    if (now == null) {
      now = known.encodings(tree);
      encodings = now;
    }
    return now;
  }

  private String idOf(String path) {
    return id(path)
        .orElseThrow(() -> new IllegalStateException(path + " is listed and cannot be read"));
  }

  private String loaded(String path) {
    return encodings().text(path, tree.read(path));
  }

  private String text(String path) {
    return known.text(idOf(path), () -> loaded(path));
  }

  private String head(String path) {
    return known.head(idOf(path), () -> loaded(path));
  }

  @Override
  public SortedSet<String> files() {
    return listed().all();
  }

  /** Of a version that was seen before, the files are not even listed. */
  private KnownSources.JavaFiles listed() {
    KnownSources.JavaFiles now = files;
    if (now == null) {
      now = known.files(tree.filesId(), tree::files);
      files = now;
    }
    return now;
  }

  /** Equal ids, equal {@link #files()}. */
  String filesId() {
    return listed().id();
  }

  /** Equal ids, the same answers to all questions; nothing where it is not known without reading all. */
  Optional<String> wholeId() {
    return tree.wholeId();
  }

  @Override
  public boolean has(String path) {
    return id(path).isPresent();
  }

  @Override
  public List<String> named(String name) {
    return listed().named(name);
  }

  @Override
  public Optional<String> read(String path) {
    return id(path).map(id -> known.text(id, () -> loaded(path)));
  }

  @Override
  public List<String> alike(String path, String text) {
    return searches.computeIfAbsent(
        new Sought(path, text), sought -> known.search().alike(path, text, searched));
  }

  @Override
  public List<String> holding(String code) {
    return searches.computeIfAbsent(
        new Sought("", code), sought -> known.search().holding(code, searched));
  }

  @Override
  public Optional<String> excerpt(String path, SortedSet<String> phrases) {
    return excerpt(path, Names.of(phrases));
  }

  private Optional<String> excerpt(String path, Names phrases) {
    return id(path).map(id -> known.excerpt(id, phrases, () -> loaded(path)));
  }

  @Override
  public ProbeScan scan(SortedSet<String> files, Supplier<ProbeScan> search) {
    return scans
        .map(kept -> {
          Key key = new Key("scan");
          files.forEach(path -> key.add(path).add(idOf(path)));
          return kept.of(key.hex(), search);
        })
        .orElseGet(search);
  }

  private CodeSearch.Files searched() {
    return new CodeSearch.Files() {
      @Override
      public SortedSet<String> paths() {
        return listed().all();
      }

      @Override
      public Optional<String> id(String path) {
        return KnownTree.this.id(path);
      }

      @Override
      public String text(String path) {
        return KnownTree.this.text(path);
      }
    };
  }

  @Override
  public SortedMap<String, List<String>> named(SortedSet<String> types) {
    return PlainSurroundings.named(types, type -> listed().named(type + ".java"));
  }

  @Override
  public SortedSet<String> supertypes(SortedSet<String> paths) {
    TreeSet<String> names = new TreeSet<>();
    paths.forEach(path -> names.addAll(known.supertypes(idOf(path), () -> loaded(path))));
    return names;
  }

  @Override
  public SortedMap<String, String> heads(SortedSet<String> paths, SortedSet<String> names) {
    SortedMap<String, String> found = new TreeMap<>();
    paths.forEach(path -> found.put(path, SourceHeads.of(head(path), names)));
    return found;
  }

  @Override
  public String headsId(SortedSet<String> paths, SortedSet<String> names) {
    return headsId(paths, Names.of(names));
  }

  /** The same, for files that may not be there. */
  String headsId(SortedSet<String> paths, Names names) {
    Key key = new Key("heads");
    paths.forEach(path -> key.add(path)
        .add(id(path).map(id -> known.reducedId(id, names, () -> loaded(path))).orElse("")));
    return key.hex();
  }

  /** The same of {@link #supertypes}, for files that may not be there. */
  String supertypesId(SortedSet<String> paths) {
    TreeSet<String> names = new TreeSet<>();
    for (String path : paths) {
      Optional<String> id = id(path);
      if (id.isEmpty()) {
        return "-";
      }
      names.addAll(known.supertypes(id.get(), () -> loaded(path)));
    }
    return Names.of(names).id();
  }

  /** Equal ids, equal files. */
  String contentsId() {
    return contents.of("all", this::contentsRead);
  }

  private String contentsRead() {
    Key key = new Key("contents");
    listed().all().forEach(path -> key.add(path).add(idOf(path)));
    return key.hex();
  }

  @Override
  public SortedSet<String> imported(SortedSet<String> packages) {
    TreeSet<String> found = new TreeSet<>();
    for (String name : packages) {
      if (importer(name).isPresent()) {
        found.add(name);
      }
    }
    return found;
  }

  private Optional<String> importer(String name) {
    String before = importers.computeIfAbsent(name, wanted -> listed().all().stream()
        .filter(path -> known.imports(idOf(path), () -> loaded(path)).contains(wanted))
        .findFirst()
        .orElse(""));
    return before.isEmpty() ? Optional.empty() : Optional.of(before);
  }

  @Override
  public boolean declaresAside(String folder, String type) {
    return listed().all().tailSet(folder).stream()
        .takeWhile(file -> file.startsWith(folder))
        .filter(file -> file.indexOf('/', folder.length()) < 0)
        .anyMatch(file -> known.declared(idOf(file), () -> loaded(file)).contains(type));
  }

  /** How many answers are known from the version before. */
  int taken() {
    return sameAsBefore.size();
  }

  /** The packages and types that a file imports from; none if it is not there. */
  Set<String> imports(String path) {
    return id(path).map(id -> known.imports(id, () -> loaded(path))).orElse(Set.of());
  }

  /** What a file holds, if it is there. */
  Optional<Held> held(String path) {
    return id(path).map(id -> new Held(id, () -> known.text(id, () -> loaded(path))));
  }

  /** The text of a file that is known to be there, when it is wanted; this tree is not kept for it. */
  Supplier<String> before(String path) {
    return known.later(tree, path);
  }

  /** An answer, shortened: equal for equal answers. It is found out once. */
  String answer(Question question) {
    String asked = answers.get(question);
    if (asked != null) {
      return asked;
    }
    String same = sameAsBefore.get(question);
    String answer = same == null ? foundOut(question) : same;
    answers.put(question, answer);
    return answer;
  }

  private String foundOut(Question question) {
    String argument = question.argument();
    return switch (question.kind()) {
      case HAS -> has(argument) ? "+" : "-";
      case READ -> id(argument).orElse("-");
      case NAMED -> String.join("\n", named(argument));
      case FILES -> filesId();
      case CONTENTS -> contentsId();
      case ALIKE -> String.join("\n", alike(argument, question.names().all().first()));
      case HOLDING -> String.join("\n", holding(question.names().all().first()));
      case EXCERPT ->
        excerpt(argument, question.names()).map(KnownTree::excerptId).orElse("-");
      case TYPES -> typesId(named(question.names().all()));
      case SUPERTYPES -> supertypesId(question.names().all());
      case REDUCED_HEADS -> headsId(question.names().all(), question.others());
      case IMPORTED -> String.join("\n", imported(question.names().all()));
      case ASIDE -> aside(argument) ? "+" : "-";
      case WAY -> throw new IllegalArgumentException("a version alone knows no way to it");
    };
  }

  private boolean aside(String argument) {
    int end = argument.lastIndexOf('\n');
    return declaresAside(argument.substring(0, end), argument.substring(end + 1));
  }

  private static String excerptId(String excerpt) {
    return new Key("excerpt").add(excerpt).hex();
  }

  private static String typesId(SortedMap<String, List<String>> types) {
    Key key = new Key("types");
    types.forEach((type, paths) -> key.add(type).add(String.join("\n", paths)));
    return key.hex();
  }
}
