package dev.flor.replay.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.propagator.Propagation;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.testdata.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known from other versions and other commands is what would be found out again, and saves finding it out. */
class PropagationCacheTest {
  private static final String TRAIN = """
      package demo;

      class Train extends Base {
        int run(Data data) {
          int sum = start();
          for (int x : data.numbers()) {
            sum += scaled(x);
          }
          return sum;
        }
      }
      """;

  private static final String EVAL = """
      package demo;

      class Eval {
        double mean(Data data) {
          double sum = 0;
          for (int x : data.numbers()) {
            sum += x;
          }
          return sum / data.size();
        }
      }
      """;

  private static final String BASE = """
      package demo;

      class Base {
        int factor = 2;

        int start() {
          return 0;
        }

        int scaled(int x) {
          return factor * x;
        }
      }
      """;

  private static final String DATA = """
      package demo;

      class Data {
        int[] numbers() {
          return new int[] {1, 2, 3};
        }

        int size() {
          return numbers().length;
        }
      }
      """;

  @TempDir
  Path folder;

  private static ScratchRepository demo(Path folder) {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("a project"));
    repository
        .write("README.md", "A demo.\n")
        .write("src/demo/Train.java", TRAIN)
        .write("src/demo/Eval.java", EVAL)
        .write("src/demo/Base.java", BASE)
        .write("src/demo/Data.java", DATA);
    return repository;
  }

  private static void ask(ScratchRepository repository) {
    repository
        .write(
            "src/demo/Train.java",
            TRAIN.replace(
                "  return sum;", "  dev.flor.Flor.log(\"sum\", sum + factor);\n    return sum;"))
        .write(
            "src/demo/Eval.java",
            EVAL.replace(
                "  return sum /", "  dev.flor.Flor.log(\"size\", data.size());\n    return sum /"))
        .write("src/demo/Base.java", BASE)
        .write("src/demo/Data.java", DATA);
  }

  private static Project project(ScratchRepository repository) {
    return Project.at(
        repository.root(),
        new ProjectConfig(
            new ProjectConfig.Build(Optional.of("javac"), List.of("src"), List.of()),
            new ProjectConfig.Run(Optional.empty(), List.of(), List.of()),
            new ProjectConfig.Recording("always"),
            new ProjectConfig.Limits(Duration.ofMinutes(2), Optional.empty())));
  }

  /** What one command finds, and how much of it it had to work out. */
  private record Found(SortedMap<String, Propagation> byVersion, long worked) {}

  private static Found found(ScratchRepository repository, String range, int jobs) {
    Project project = project(repository);
    try (History history = History.open(repository.root())) {
      VersionPropagator propagator =
          new VersionPropagator(project, history, Outside.ofThisProcess(text -> project.config()));
      VersionPropagator.Latest latest = propagator.latest(List.of(), Optional.empty());
      SortedMap<String, Propagation> found = new TreeMap<>();
      List<String> order = new ArrayList<>();
      List<Version> versions = history.range(range);
      propagator.propagate(latest, versions, jobs, new PropagationListener() {
        @Override
        public void planned(int steps) {
          assertThat(steps).isGreaterThanOrEqualTo(versions.size());
        }

        @Override
        public void step(String what) {}

        @Override
        public void done(VersionPropagation each) {
          found.put(each.version().id(), each.propagation());
          order.add(each.version().id());
        }
      });
      assertThat(order).isEqualTo(versions.stream().map(Version::id).toList());
      return new Found(found, propagator.worked());
    }
  }

  private static void assertIsAsAfresh(ScratchRepository repository, Found found) {
    Project project = project(repository);
    try (History history = History.open(repository.root())) {
      found.byVersion().forEach((id, propagation) -> {
        VersionPropagator propagator = new VersionPropagator(
            project, history, Outside.ofThisProcess(text -> project.config()), true);
        VersionPropagator.Latest latest = propagator.latest(List.of(), Optional.empty());
        Propagation afresh = propagator.carry(latest, history.resolve(id));
        assertThat(propagation.placements()).as(id).isEqualTo(afresh.placements());
        assertThat(propagation.patches()).as(id).isEqualTo(afresh.patches());
      });
    }
  }

  @Test
  void aVersionThatDiffersInNothingThatMattersIsNotWorkedOut() {
    ScratchRepository repository = demo(folder);
    repository.commit("v1");
    repository.write("README.md", "new").commit("v2");
    repository.write("src/demo/Other.java", "package demo;\n\nclass Other {}\n").commit("v3");
    repository.write("src/demo/Eval.java", EVAL.replace("sum = 0", "sum = 0.0")).commit("v4");
    ask(repository);
    assertThat(found(repository, "HEAD", 1).worked()).isEqualTo(2);
    assertThat(found(repository, "HEAD~3..HEAD", 2).worked()).isEqualTo(1);
    Found all = found(repository, "HEAD~3..HEAD", 2);
    assertThat(all.worked()).isZero();
    assertIsAsAfresh(repository, all);
    repository.git("stash", "-q");
    repository.write("src/demo/Train.java", TRAIN.replace("start()", "1")).commit("v5");
    ask(repository);
    assertThat(found(repository, "HEAD~4..HEAD", 2).worked()).isEqualTo(1);
  }

  @Test
  void aStatementDoesNotGoWhereASupertypeOfAnotherFileLacksItsField() {
    ScratchRepository repository = demo(folder);
    repository.commit("v1");
    repository
        .write(
            "src/demo/Base.java",
            BASE.replace("int factor = 2;", "").replace("factor * x", "2 * x"))
        .commit("v2");
    repository.write("src/demo/Data.java", DATA.replace("size()", "many()"));
    repository.write("src/demo/Eval.java", EVAL.replace("size()", "many()")).commit("v3");
    ask(repository);
    Found found = found(repository, "HEAD~2..HEAD", 2);
    assertIsAsAfresh(repository, found);
    assertThat(found.byVersion().values())
        .anySatisfy(each -> assertThat(each.complete()).isFalse());
  }

  @Test
  void aStatementWhoseMethodWasInAnotherFileIsLookedForAsThatFileAndWhatItUsesChange() {
    String without = "package demo;\n\nclass Eval {\n  int rounds = 3;\n}\n";
    String stats = EVAL.replace("class Eval", "class Stats extends Base");
    ScratchRepository repository = demo(folder);
    String lacking = stats
        .replace("Data data", "int[] numbers")
        .replace("data.numbers()", "numbers")
        .replace("data.size()", "numbers.length");
    repository.write("src/demo/Eval.java", without).write("src/demo/Stats.java", lacking);
    repository.commit("v0");
    repository.write("src/demo/Stats.java", stats).commit("v1");
    repository.write("src/demo/Eval.java", without.replace("3", "4")).commit("v2");
    repository.write("src/demo/Stats.java", stats.replace("sum", "total")).commit("v3");
    repository.write("src/demo/Data.java", DATA.replace("size()", "many()"));
    repository.write("src/demo/Stats.java", stats.replace("size()", "many()")).commit("v4");
    repository.write("src/demo/Stats.java", stats).commit("v5");
    repository.write("src/demo/Data.java", DATA).commit("v6");
    repository.write("src/demo/Stats.java", lacking).commit("v7");
    repository.git("rm", "-q", "src/demo/Stats.java");
    repository.commit("v8");
    ask(repository);
    Found found = found(repository, "HEAD~8..HEAD", 2);
    assertIsAsAfresh(repository, found);
    assertThat(found.byVersion().values())
        .anySatisfy(each -> assertThat(each.patches()).containsKey("src/demo/Stats.java"));
    assertThat(found.byVersion().values())
        .anySatisfy(each -> assertThat(each.complete()).isFalse());
  }

  /** Files change, move, come and go at random. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void overARandomHistoryWhatIsKnownIsWhatWouldBeFoundOut(long seed) throws IOException {
    ScratchRepository repository = demo(folder);
    repository.commit("first");
    Random random = new Random(seed);
    int versions = Integer.getInteger("flor.versions", 14);
    for (int i = 0; i < versions; i++) {
      change(repository, random, i);
      repository.write("note", "change " + i).commit("change " + i);
    }
    repository.git("rm", "-q", "-r", "src");
    repository.commit("all is gone");
    ask(repository);
    Found found = found(repository, "HEAD~" + (versions + 1) + "..HEAD", 2);
    assertIsAsAfresh(repository, found);
    Found again = found(repository, "HEAD~" + (versions + 1) + "..HEAD", 3);
    assertThat(again.worked()).isZero();
    assertThat(again.byVersion()).isEqualTo(found.byVersion());
  }

  /** Of a version that was seen nothing is asked again, but of latest: where that is another one, so may be what becomes of a statement. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void ofVersionsThatWereSeenNothingIsTakenThatAnotherLatestWouldNotGive(long seed)
      throws IOException {
    ScratchRepository repository = demo(folder);
    repository.commit("first");
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      change(repository, random, i);
      repository.write("note", "change " + i).commit("change " + i);
    }
    String range = "HEAD~6..HEAD";
    ask(repository);
    found(repository, range, 2);
    for (int i = 0; i < 5; i++) {
      change(repository, random, 100 + i);
      assertIsAsAfresh(repository, found(repository, range, 2));
    }
    repository.git("checkout", "-q", "--", "src");
    ask(repository);
    Found again = found(repository, range, 2);
    assertIsAsAfresh(repository, again);
  }

  private static void change(ScratchRepository repository, Random random, int number)
      throws IOException {
    List<Path> files = javaFiles(repository.root());
    Path file = files.get(random.nextInt(files.size()));
    String text = Files.readString(file);
    switch (random.nextInt(6)) {
      case 0 -> Files.writeString(file, text.replaceFirst("sum", "total"));
      case 1 -> Files.writeString(file, text.replace("numbers()", "values" + number + "()"));
      case 2 -> Files.writeString(file, text.replace("  int ", "  /* " + number + " */ int "));
      case 3 -> {
        Path moved = repository.root().resolve("src/moved" + number);
        Files.createDirectories(moved);
        Files.move(file, moved.resolve(file.getFileName()));
      }
      case 4 -> Files.writeString(file, text.replace("factor", "factor" + number));
      default ->
        repository.write(
            "src/more/More" + number + ".java", "package more;\n\nclass More" + number + " {}\n");
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("src"))) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void aTornOrSpoiltTailIsCutAndWhatIsBeforeItIsUsed() throws IOException {
    ScratchRepository repository = demo(folder);
    repository.commit("v1");
    repository.write("src/demo/Train.java", TRAIN.replace("sum +=", "sum -=")).commit("v2");
    ask(repository);
    Found whole = found(repository, "HEAD~1..HEAD", 1);
    found(repository, "HEAD~1", 1);
    Random random = new Random(5);
    for (int i = 0; i < 10; i++) {
      for (Path file : traces(repository.root())) {
        byte[] bytes = Files.readAllBytes(file);
        int cut = random.nextInt(bytes.length);
        byte[] left = Arrays.copyOf(bytes, cut + random.nextInt(9));
        Files.write(file, left);
      }
      assertThat(found(repository, "HEAD~1..HEAD", 2).byVersion()).isEqualTo(whole.byVersion());
      assertThat(found(repository, "HEAD~1..HEAD", 2).worked()).isZero();
    }
  }

  @Test
  void whatIsKeptMayBeDeletedWhileStatementsAreCarried() throws IOException {
    ScratchRepository repository = demo(folder);
    repository.commit("v1");
    repository.write("src/demo/Train.java", TRAIN.replace("sum +=", "sum -=")).commit("v2");
    repository.write("src/demo/Eval.java", EVAL.replace("sum +=", "sum -=")).commit("v3");
    ask(repository);
    Project project = project(repository);
    try (History history = History.open(repository.root())) {
      VersionPropagator propagator =
          new VersionPropagator(project, history, Outside.ofThisProcess(text -> project.config()));
      VersionPropagator.Latest latest = propagator.latest(List.of(), Optional.empty());
      for (String range : List.of("HEAD~2", "HEAD~1", "HEAD~2..HEAD")) {
        for (Path file : range.equals("HEAD~2") ? List.<Path>of() : traces(repository.root())) {
          Files.delete(file);
        }
        propagator.propagate(latest, history.range(range), 2, new Silence());
      }
    }
    assertIsAsAfresh(repository, found(repository, "HEAD~2..HEAD", 2));
  }

  private static final class Silence implements PropagationListener {
    @Override
    public void planned(int steps) {}

    @Override
    public void step(String what) {}

    @Override
    public void done(VersionPropagation each) {}
  }

  private static List<Path> traces(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve(".flor/propagations"))) {
      return all.filter(file -> file.toString().endsWith(".traces")).sorted().toList();
    }
  }
}
