package dev.flor.replay.check;

import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Patch;
import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.SourceRoots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileManager;

/**
 * Has javac attribute and flow-analyse the changed members of the changed files, in memory. Errors that the version has anyway are not
 * held against a statement, nor are those that are there only since a library is missing: only those count that the statement brings.
 */
public final class JavacCheck implements CompileCheck {
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final Optional<SourceRoots> roots;
  private final List<Path> classpath;
  private final Optional<SourceIndex> latest;
  private final Optional<Integer> level;
  private final CleanChecks clean;
  private final Optional<Libraries> libraries;
  private Seen last = new Seen(null, null);

  /** The older version that was asked about last. */
  private record Seen(SourceTree tree, Surroundings around) {}

  private JavacCheck(
      Optional<SourceRoots> roots,
      List<Path> classpath,
      Optional<SourceIndex> latest,
      Optional<Integer> level,
      CleanChecks clean,
      Optional<Libraries> libraries) {
    this.level = level;
    this.roots = roots;
    this.classpath = List.copyOf(classpath);
    this.latest = latest;
    this.clean = clean;
    this.libraries = libraries;
  }

  /**
   * A check against the libraries of a version.
   *
   * @param roots the version's own source folders
   * @param classpath the libraries the version compiles against, the runtime among them
   * @param level the Java that the version is written in, where that is known
   * @param clean what checks with the same three found
   */
  public static JavacCheck withLibraries(
      SourceRoots roots, List<Path> classpath, Optional<Integer> level, CleanChecks clean) {
    return new JavacCheck(
        Optional.of(roots), classpath, Optional.empty(), level, clean, Optional.empty());
  }

  /** A check without any library: what is not in the sources is not held against a statement, unless {@code latest} has it in its own. */
  public static JavacCheck ofSources(SourceTree latest) {
    return new JavacCheck(
        Optional.empty(),
        List.of(),
        Optional.of(new SourceIndex(latest.files())),
        Optional.empty(),
        new CleanChecks(),
        Optional.empty());
  }

  /** The same, on the thread to which some libraries are kept open. */
  public JavacCheck with(Libraries kept) {
    return new JavacCheck(roots, classpath, latest, level, clean, Optional.of(kept));
  }

  @Override
  public List<Diagnostic> newErrors(SourceTree older, SortedMap<String, Patch> patches) {
    Reductions rewritten = Reductions.of(patches, SourceHeads::after);
    Surroundings around = around(older);
    String texts = rewritten.id();
    if (clean.hold(texts, around)) {
      return List.of();
    }
    return newErrors(rewritten, patches, clean.begin(texts, around));
  }

  private List<Diagnostic> newErrors(
      Reductions rewritten, SortedMap<String, Patch> patches, CleanChecks.Running around) {
    if (libraries.isPresent()) {
      return newErrors(rewritten, patches, around, libraries.get().of(classpath));
    }
    try (Libraries own = new Libraries()) {
      return newErrors(rewritten, patches, around, own.of(classpath));
    }
  }

  private List<Diagnostic> newErrors(
      Reductions rewritten,
      SortedMap<String, Patch> patches,
      CleanChecks.Running around,
      JavaFileManager files) {
    Neighbours neighbours = new Neighbours(around, this::isCompiled);
    CheckedTexts texts = new CheckedTexts(rewritten, neighbours, files);
    Attribution after = texts.attribution(level);
    List<JavacFault> faults = new ArrayList<>(after.faults());
    faults.removeIf(fault -> !fault.path().isEmpty() && !rewritten.isJudged(fault));
    Predicate<String> missing = missing(around, faults, texts.absent());
    after
        .trees()
        .ifPresent(trees ->
            faults.removeIf(new Excuses(after, trees, texts, missing, neighbours)::excuse));
    if (faults.isEmpty()) {
      around.clean();
      return List.of();
    }
    Reductions original = Reductions.of(patches, SourceHeads::before);
    Attribution before = new CheckedTexts(original, neighbours, files).attribution(level);
    faults.removeAll(known(before, patches));
    faults.removeIf(fault -> isUnread(fault.path(), before));
    return faults.stream().map(fault -> diagnostic(fault, patches)).toList();
  }

  private Surroundings around(SourceTree older) {
    if (last.tree() != older) {
      last = new Seen(older, Surroundings.of(older));
    }
    return last.around();
  }

  private boolean isCompiled(String file) {
    return roots
        .filter(some -> some.roots().stream().noneMatch(file::startsWith))
        .isEmpty();
  }

  /** The errors of the files as they were, at the places where they are now. */
  private static List<JavacFault> known(Attribution before, SortedMap<String, Patch> patches) {
    return before.faults().stream()
        .map(fault -> patches.containsKey(fault.path())
            ? fault.at(patches.get(fault.path()).moved(fault.offset()))
            : fault)
        .toList();
  }

  /** Whether this javac cannot parse a file as it was: where it is of a newer Java, what the parser goes on with is no verdict. */
  private static boolean isUnread(String path, Attribution before) {
    return before.trees().isEmpty()
        && before.faults().stream().anyMatch(fault -> fault.path().equals(path));
  }

  /** Whether a type or package that javac does not find is one of a library. */
  private Predicate<String> missing(
      Surroundings around, List<JavacFault> faults, List<String> absent) {
    if (latest.isPresent()) {
      SourceIndex own = latest.get();
      return name -> !own.declares(name) && !own.hasPackage(name);
    }
    List<JavacFault> all = List.copyOf(faults);
    Supplier<MissingLibraries> lacking = memoized(() -> MissingLibraries.of(around, all, absent));
    return name -> lacking.get().hold(name);
  }

  private static <T> Supplier<T> memoized(Supplier<T> supplier) {
    AtomicReference<T> known = new AtomicReference<>();
    return () -> {
      if (known.get() == null) {
        known.set(supplier.get());
      }
      return known.get();
    };
  }

  /** Where it would be in the version as it is; what javac says of what was to go in there, with that. */
  private static Diagnostic diagnostic(JavacFault fault, SortedMap<String, Patch> patches) {
    Patch patch = patches.get(fault.path());
    if (patch == null) {
      return new Diagnostic(patches.firstKey(), 1, 1, fault.message());
    }
    String text = patch.apply();
    int offset = Math.min(fault.offset(), text.length());
    boolean isNew =
        patch.inserted().stream().anyMatch(span -> span.start() <= offset && offset < span.end());
    String before = patch.before().substring(0, patch.origin(offset));
    int lines = (int) LINE_END.matcher(before).results().count();
    int start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    String message =
        fault.is("cant.apply") ? fault.message().replaceFirst(";.*", "") : fault.message();
    String where = isNew ? " in `" + line(text, offset) + "`" : "";
    return new Diagnostic(fault.path(), lines + 1, before.length() - start + 1, message + where);
  }

  private static String line(String text, int offset) {
    int start =
        Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    Matcher end = LINE_END.matcher(text);
    return text.substring(start, end.find(offset) ? end.start() : text.length()).strip();
  }
}
