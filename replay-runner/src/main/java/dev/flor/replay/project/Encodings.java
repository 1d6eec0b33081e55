package dev.flor.replay.project;

import dev.flor.history.VersionTree;
import dev.flor.propagator.SourceBytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * In which encodings the build files of a tree declare its sources to be. One counts for its folder and what is below, but for folders
 * with build files that declare their own. What a build inherits from outside of the tree is not known.
 *
 * @param byFolder folder, with a slash at its end or empty, to encoding
 */
public record Encodings(SortedMap<String, Charset> byFolder) {
  private static final Encodings NONE = new Encodings(new TreeMap<>());
  private static final String MARK = "\u00ef\u00bb\u00bf";

  public Encodings {
    byFolder = Collections.unmodifiableSortedMap(new TreeMap<>(byFolder));
  }

  /** Those of a version. */
  public static Encodings of(VersionTree tree) {
    return of(tree.files(), tree::read);
  }

  /**
   * Those that some files declare.
   *
   * @param files paths, '/'-separated; what are no build files are not read
   */
  public static Encodings of(Collection<String> files, Function<String, byte[]> read) {
    return of(files, new Declarations() {
      @Override
      public boolean mayBeOther(String file) {
        return Encodings.mayBeOther(file, read.apply(file));
      }

      @Override
      public Optional<Charset> in(String file) {
        return Encodings.in(file, read.apply(file));
      }
    });
  }

  /** What build files declare. */
  public interface Declarations {
    /** Whether a file may declare another encoding than UTF-8. */
    boolean mayBeOther(String file);

    /** What it declares. */
    Optional<Charset> in(String file);
  }

  /** The same, of files of which something is known; where none may declare another than UTF-8, nothing is said to be declared. */
  public static Encodings of(Collection<String> files, Declarations declarations) {
    List<String> builds = files.stream().filter(Encodings::isBuildFile).toList();
    if (builds.stream().noneMatch(declarations::mayBeOther)) {
      return NONE;
    }
    SortedMap<String, Charset> byFolder = new TreeMap<>();
    builds.forEach(file -> declarations
        .in(file)
        .ifPresent(charset -> byFolder.put(file.substring(0, file.lastIndexOf('/') + 1), charset)));
    return new Encodings(byFolder);
  }

  /** Whether a build file may declare another encoding than UTF-8. */
  public static boolean mayBeOther(String file, byte[] bytes) {
    return DeclaredEncoding.mayBeOther(file, text(bytes));
  }

  /** What one build file declares. */
  public static Optional<Charset> in(String file, byte[] bytes) {
    return DeclaredEncoding.in(file, text(bytes));
  }

  /** Its own encoding does not matter, names of encodings are plain; but for a mark of it, which is no XML. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /** Whether a file may declare an encoding. */
  public static boolean isBuildFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("pom.xml") || name.equals("build.gradle") || name.equals("build.gradle.kts");
  }

  /** The encoding that is declared for a source. */
  public Optional<Charset> declared(String path) {
    String folder = path;
    while (!byFolder.isEmpty() && !folder.isEmpty()) {
      folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      if (byFolder.containsKey(folder)) {
        return Optional.of(byFolder.get(folder));
      }
    }
    return Optional.empty();
  }

  /** Tells a content whose bytes are to be read in an unusual encoding from the same bytes in the usual one. */
  public String told(String contentId, String path) {
    return declared(path)
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
        .map(charset -> contentId + " " + charset.name())
        .orElse(contentId);
  }

  /** The text of a source. */
  public String text(String path, byte[] bytes) {
    return SourceBytes.text(bytes, declared(path));
  }

  /** A new text of a source, in the encoding that it has. */
  public byte[] encoded(String path, String text, byte[] before) {
    return SourceBytes.encoded(text, before, declared(path));
  }
}
