package dev.flor.replay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.VersionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compiled again, and that it is what a build from nothing gives. */
class BuildCacheTest {
  private static final String A = """
      import java.util.function.Supplier;

      @Deprecated
      class A {
        static final int SIZE = 3;
        private int count;

        int sum(int n) {
          return n + SIZE;
        }
      }
      """;
  private static final String B = "class B { int twice(A a) { return 2 * a.sum(A.SIZE); } }\n";
  private static final String MAIN =
      "class Main { public static void main(String[] args) { new B().twice(new A()); } }\n";

  @TempDir
  Path folder;

  private final SortedMap<String, String> sources =
      new TreeMap<>(Map.of("src/A.java", A, "src/B.java", B, "src/Main.java", MAIN));

  private BuildResult.Built build(Path florDir) {
    sources.forEach((path, text) -> write(folder.resolve("tree").resolve(path), text));
    return compile(florDir);
  }

  private BuildResult.Built compile(Path florDir) {
    Path root = folder.resolve("tree");
    ProjectConfig config = ProjectConfig.defaults();
    Project project = new Project(root, florDir, config);
    Outside outside =
        new Outside(Path.of(System.getProperty("java.home")), Map.of(), text -> config);
    TreeSet<String> files = new TreeSet<>(sources.keySet());
    BuildModel model = BuildModel.plain(config.build(), files, List.of());
    VersionSettings settings = new VersionSettings(config, Optional.empty(), "");
    return new Builder(project, outside, settings, model)
        .build(root, files, "Main")
        .fold(built -> built, failed -> {
          throw new AssertionError(failed.log());
        });
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, byte[]> classes(BuildResult.Built built) {
    Path classes = built.classpath().get(0);
    SortedMap<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          a method's text         | return n + SIZE;          | return SIZE + n + 1;                        | 1
          a class without a name  | return n + SIZE;          | return new Object() {}.hashCode() - n;      | 1
          a lambda                | return n + SIZE;          | Supplier<Integer> s = () -> n; return s.get(); | 1
          a comment               | class A {                 | /** Text. */ class A {                      | 1
          a constant              | SIZE = 3;                 | SIZE = 4;                                   | 3
          a private field         | private int count;        | private long count;                         | 3
          a private method        | private int count;        | private int count; private void hide() {}   | 3
          a parameter             | int sum(int n)            | int sum(long m) { return 0; } int sum(int n) | 3
          an annotation           | @Deprecated               | @SuppressWarnings("all")                    | 3
          another type in it      | @Deprecated               | class C {} @Deprecated                      | 3
          what it throws          | int sum(int n) {          | int sum(int n) throws Error {               | 3
          """)
  void whatOtherFilesCannotSeeCompilesOneFile(String what, String from, String to, int compiled) {
    Path florDir = folder.resolve("flor");
    assertThat(build(florDir).compiled()).isEqualTo(3);
    sources.put("src/A.java", A.replace(from, to));

    BuildResult.Built some = build(florDir);

    assertThat(some.compiled()).as(what).isEqualTo(compiled);
    assertThat(build(florDir).compiled()).isZero();
    SortedMap<String, byte[]> whole = classes(build(folder.resolve("another flor")));
    SortedMap<String, byte[]> made = classes(some);
    assertThat(made.keySet()).isEqualTo(whole.keySet());
    assertThat(made).allSatisfy((name, bytes) -> assertThat(bytes).isEqualTo(whole.get(name)));
  }

  @Test
  void aFileThatCameOrWentCompilesAll() {
    Path florDir = folder.resolve("flor");
    build(florDir);
    sources.put("src/D.java", "class D {}\n");
    assertThat(build(florDir).compiled()).isEqualTo(4);
  }

  @Test
  void severalAtOnceMakeTheSame() {
    Path florDir = folder.resolve("flor");
    build(folder.resolve("another flor"));
    List<CompletableFuture<BuildResult.Built>> all = Stream.generate(
            () -> CompletableFuture.supplyAsync(() -> compile(florDir)))
        .limit(4)
        .toList();
    assertThat(all.stream().map(one -> one.join().classpath()).distinct()).hasSize(1);
  }
}
