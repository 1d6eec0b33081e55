package dev.flor.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Edit;
import dev.flor.propagator.Patch;
import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.build.Javac;
import dev.flor.replay.project.SourceRoots;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What javac says of a statement when it sees little else, against what it says when it sees all: hundreds of statements, of which many
 * are wrong, in this project's own sources.
 */
class ReducedCheckTest {
  private static final Pattern LINE_END =
      Pattern.compile("(?<=[;{])\\n(?= {4,}(?!super\\(|this\\()\\S)");

  private static final int APART = 10;
  private static final int NEAR = 150;

  private final SortedMap<String, String> texts = new TreeMap<>();
  private final List<Path> libraries = Arrays.stream(
          System.getProperty("java.class.path").split(File.pathSeparator))
      .map(Path::of)
      .toList();

  private record Inserted(String file, Edit edit) {}

  @ParameterizedTest
  @ValueSource(strings = {"differ", "history"})
  void itSaysTheSame(String module) throws IOException {
    Path root = Path.of("..", module, "src", "main", "java");
    read(root);
    Random random = new Random(module.hashCode());
    List<Inserted> all = new ArrayList<>();
    for (String file : texts.keySet()) {
      all.addAll(inserted(file, random));
    }
    SortedSet<String> unclear = new TreeSet<>();
    SortedSet<Integer> wrong = wrongInAll(all, unclear);
    int asked = all.size();
    SourceTree older = SourceTree.of(texts);
    JavacCheck check = JavacCheck.withLibraries(
        new SourceRoots(List.of("")),
        libraries,
        Optional.of(Runtime.version().feature()),
        new CleanChecks());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Inserted one = all.get(i);
      Patch patch = new Patch(one.file(), texts.get(one.file()), List.of(one.edit()));
      List<Diagnostic> errors = check.newErrors(older, new TreeMap<>(Map.of(one.file(), patch)));
      if (unclear.contains(one.file())) {
        asked--;
      } else if (errors.isEmpty() == wrong.contains(i)) {
        differences.add(one + " " + errors);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(asked / (double) all.size()).isGreaterThan(0.8);
    assertThat(wrong.size() / (double) all.size()).isBetween(0.1, 0.9);
  }

  @Test
  void whatIsLeftOfAFileIsLittle() throws IOException {
    read(Path.of("..", "differ", "src", "main", "java"));
    String file = "dev/flor/differ/Words.java";
    String text = texts.get(file);
    Patch patch =
        new Patch(file, text, List.of(Edit.insert(text.indexOf("count--;"), "log(count); ")));
    String left = SourceHeads.after(patch).text();
    assertThat(left)
        .contains("log(count);", "private int count;", "void take(int end)")
        .hasSameSizeAs(patch.apply())
        .doesNotContain("long[] phrases(", "void step()", "endOfLiteral(char");
  }

  private void read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        texts.put(name, Files.readString(file).replace("\r\n", "\n"));
      }
    }
  }

  /** Statements between others, of words that the file has. */
  private List<Inserted> inserted(String file, Random random) {
    String text = texts.get(file);
    List<Integer> places = new ArrayList<>();
    Matcher matcher = LINE_END.matcher(text);
    while (matcher.find()) {
      if (SyntaxTree.parse(
              text.substring(0, matcher.end()) + "f();" + text.substring(matcher.end()))
          .parsed()
          .isPresent()) {
        places.add(matcher.end());
      }
    }
    List<Inserted> inserted = new ArrayList<>();
    for (int i = random.nextInt(APART); i < places.size(); i += APART) {
      int at = places.get(i);
      String near = word(text.substring(Math.max(0, at - NEAR), at), random);
      String value =
          switch (random.nextInt(4)) {
            case 0 -> near;
            case 1 -> near + "()";
            case 2 -> near + ".hashCode()";
            default -> near + "." + word(text, random) + "()";
          };
      inserted.add(new Inserted(file, Edit.insert(at, "String.valueOf((Object) " + value + ");")));
    }
    return inserted;
  }

  private static String word(String text, Random random) {
    List<String> words = SourceHeads.words(text).stream()
        .filter(word -> Character.isLowerCase(word.charAt(0)) && !SourceVersion.isKeyword(word))
        .toList();
    return words.isEmpty() ? "missing" : words.get(random.nextInt(words.size()));
  }

  /**
   * Which statements have an error if all are there at once.
   *
   * @param unclear gets the files with an error that stands in none of them: of a wrong statement in a lambda, javac may tell no more than
   *     that the lambda gives something wrong, or fail itself
   */
  private SortedSet<Integer> wrongInAll(List<Inserted> all, SortedSet<String> unclear)
      throws IOException {
    SortedSet<String> failed = new TreeSet<>();
    Heard heard = heard(all, failed);
    while (heard.failedIn().isPresent()) {
      assertThat(failed.add(heard.failedIn().get())).isTrue();
      heard = heard(all, failed);
    }
    unclear.addAll(failed);
    SortedSet<Integer> wrong = new TreeSet<>();
    for (javax.tools.Diagnostic<? extends JavaFileObject> one : heard.diagnostics()) {
      if (one.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        String file = ((JavacSources.Text) one.getSource()).path();
        int origin = heard.patches().get(file).origin((int) one.getPosition());
        int index = index(all, file, origin);
        if (index < 0) {
          unclear.add(file);
        } else {
          wrong.add(index);
        }
      }
    }
    return wrong;
  }

  /**
   * What javac says of all files.
   *
   * @param failedIn the file that it was at when it failed
   */
  private record Heard(
      List<javax.tools.Diagnostic<? extends JavaFileObject>> diagnostics,
      SortedMap<String, Patch> patches,
      Optional<String> failedIn) {}

  private Heard heard(List<Inserted> all, SortedSet<String> without) throws IOException {
    List<JavacSources.Text> units = new ArrayList<>();
    SortedMap<String, Patch> patches = new TreeMap<>();
    for (String file : texts.keySet()) {
      List<Edit> edits = all.stream()
          .filter(one -> one.file().equals(file) && !without.contains(file))
          .map(Inserted::edit)
          .toList();
      Patch patch = new Patch(file, texts.get(file), edits);
      patches.put(file, patch);
      String text = patch.apply();
      units.add(new JavacSources.Text(file, file, () -> text));
    }
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        Javac.compiler().getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
      JavacTask task = (JavacTask)
          Javac.compiler().getTask(new StringWriter(), files, heard, Javac.ALWAYS, null, units);
      task.analyze();
      return new Heard(heard.getDiagnostics(), patches, Optional.empty());
    } catch (IllegalStateException e) { // a bug of javac's: it was at the file of its last word
      List<javax.tools.Diagnostic<? extends JavaFileObject>> said = heard.getDiagnostics();
      assertThat(said).as("before %s", e).isNotEmpty();
      JavaFileObject at = said.get(said.size() - 1).getSource();
      return new Heard(said, patches, Optional.of(((JavacSources.Text) at).path()));
    }
  }

  private static int index(List<Inserted> all, String file, int origin) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).file().equals(file) && all.get(i).edit().span().start() == origin) {
        return i;
      }
    }
    return -1;
  }
}
