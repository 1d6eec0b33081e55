package dev.flor.replay.propagation;

import dev.flor.history.SortedPaths;
import dev.flor.history.VersionTree;
import dev.flor.propagator.CodeSearch;
import dev.flor.propagator.Excerpt;
import dev.flor.propagator.Memo;
import dev.flor.propagator.SourceHeads;
import dev.flor.replay.check.Imports;
import dev.flor.replay.check.SourceFacts;
import dev.flor.replay.project.EncodingFinder;
import dev.flor.replay.project.Encodings;
import dev.flor.replay.project.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;

/** What is known of source files by their contents, and of lists of files by what is in them: from one version to the next most are the same. */
final class KnownSources {
  private static final long MOST_CHARACTERS = 24_000_000;
  private static final long MOST_NAMES = 2_000_000;

  private final Memo<String, String> texts = new Memo<>(MOST_CHARACTERS, String::length);
  private final Memo<String, String> heads = new Memo<>(MOST_CHARACTERS / 2, String::length);
  private final Memo<String, SortedSet<String>> supertypes = new Memo<>(MOST_NAMES, Set::size);
  private final Memo<String, Set<String>> imports = new Memo<>(MOST_NAMES, Set::size);
  private final Memo<String, Set<String>> declared = new Memo<>(MOST_NAMES, Set::size);
  private final Memo<Reduced, String> reduced = new Memo<>(MOST_NAMES / 2, id -> 1);
  private final EncodingFinder encodings = new EncodingFinder();
  private final CodeSearch search = new CodeSearch();
  private final Memo<String, JavaFiles> lists =
      new Memo<>(MOST_NAMES, list -> list.all().size());

  private final Memo<Reduced, String> excerpts = new Memo<>(MOST_CHARACTERS / 4, String::length);

  /** A content, and the names or phrases that count in it. */
  private record Reduced(String content, String names) {}

  /**
   * The Java files of a version.
   *
   * @param byName the paths of those of a name, in order
   */
  record JavaFiles(SortedSet<String> all, Map<String, List<String>> byName, String id) {

    static JavaFiles of(SortedSet<String> files) {
      List<String> java = new ArrayList<>();
      Map<String, List<String>> byName = new LinkedHashMap<>();
      Key key = new Key("files");
      for (String file : files) {
        if (file.endsWith(".java")) {
          java.add(file);
          key.add(file);
          byName
              .computeIfAbsent(file.substring(file.lastIndexOf('/') + 1), n -> new ArrayList<>(1))
              .add(file);
        }
      }
      return new JavaFiles(SortedPaths.of(java), byName, key.hex());
    }

    List<String> named(String name) {
      return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
    }
  }

  JavaFiles files(String listId, Supplier<SortedSet<String>> files) {
    return lists.of(listId, () -> JavaFiles.of(files.get()));
  }

  /** How the sources of a version are read. */
  Encodings encodings(VersionTree tree) {
    return encodings.of(tree);
  }

  /** The text of a file of a version, when it is wanted. */
  Supplier<String> later(VersionTree tree, String path) {
    return () -> {
      Encodings read = encodings(tree);
      String id = read.told(tree.contentId(path), path);
      return text(id, () -> read.text(path, tree.read(path)));
    };
  }

  /** Finds code in whole versions. */
  CodeSearch search() {
    return search;
  }

  String text(String id, Supplier<String> text) {
    return texts.of(id, text);
  }

  String head(String id, Supplier<String> text) {
    return heads.of(id, () -> SourceHeads.of(text(id, text)));
  }

  SortedSet<String> supertypes(String id, Supplier<String> text) {
    return supertypes.of(id, () -> SourceFacts.supertypes(head(id, text)));
  }

  /** What a content has of a piece of code. */
  String excerpt(String id, Names phrases, Supplier<String> text) {
    return excerpts.of(
        new Reduced(id, phrases.id()), () -> Excerpt.of(text(id, text), phrases.all()));
  }

  Set<String> imports(String id, Supplier<String> text) {
    return imports.of(id, () -> SourceFacts.imports(text(id, text)));
  }

  Set<String> declared(String id, Supplier<String> text) {
    return declared.of(id, () -> SourceFacts.declared(head(id, text)));
  }

  /** Equal for heads that are the same to a compiler: comments, layout, and imports that are not needed do not count. */
  private static String essence(String head) {
    Key key = new Key("head");
    SourceHeads.tokens(Imports.needed(head)).forEach(key::add);
    return key.hex();
  }

  /** Equal for heads that are equal but for the methods and fields of other names. */
  String reducedId(String id, Names names, Supplier<String> text) {
    return reduced.of(
        new Reduced(id, names.id()), () -> essence(SourceHeads.of(head(id, text), names.all())));
  }
}
