package dev.flor.replay.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.History;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Propagation;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.testdata.ScratchRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories in which a statement is carried to an older version through those in between. */
class ChainsTest {
  /** The oldest: what became of it step by step is in {@link #renamed}. */
  private static final String OLDEST = """
      package old;

      class Fitter {
        double guess = 1;

        double fit(double[] points, int rounds) {
          double error = 0;
          for (int r = 0; r < rounds; r++) {
            error = 0;
            for (int p = 0; p < points.length; p++) {
              error = error + square(points[p] - guess);
            }
            guess = guess - error / 10;
          }
          return error;
        }

        double square(double x) {
          return x * x;
        }
      }
      """;

  private static final String EARLY = OLDEST
      .replace("error", "loss")
      .replace("int r = 0; r < rounds; r++", "int turn = 0; turn < rounds; turn++");

  private static final String LATER =
      EARLY.replace("class Fitter", "class Model").replace("fit(", "train(");

  private static final String MOVED = LATER
      .replace("package old", "package learn")
      .replace("points", "samples")
      .replace("rounds", "epochs");

  private static final String SPLIT = """
      package learn;

      class Model {
        double guess = 1;

        double train(double[] samples, int epochs) {
          double loss = 0;
          for (int turn = 0; turn < epochs; turn++) {
            loss = lossOf(samples);
            guess = guess - loss / 10;
          }
          return loss;
        }

        double lossOf(double[] samples) {
          double loss = 0;
          for (int p = 0; p < samples.length; p++) {
            loss = loss + square(samples[p] - guess);
          }
          return loss;
        }

        double square(double x) {
          return x * x;
        }
      }
      """;

  private static final String LATEST = """
      package learn;

      class Model {
        private final Report report = new Report();
        private double weight = 1;

        /** Trains and reports. */
        double train(double[] samples, int epochs) {
          double current = 0;
          for (int epoch = 0; epoch < epochs; epoch++) {
            current = lossOf(samples);
            weight = stepped(weight, current);
            report.add(epoch, current);
          }
          return current;
        }

        private double stepped(double from, double loss) {
          return from - loss / 10;
        }

        private double lossOf(double[] samples) {
          double sum = 0;
          for (double sample : samples) {
            double gap = sample - weight;
            sum += gap * gap;
          }
          return sum;
        }

        static final class Report {
          void add(int epoch, double loss) {}
        }
      }
      """;

  private static final String STORE = """
      class Store {
        int load(int[] items) {
          int result = 0;
          for (int item : items) {
            result += item;
          }
          return result;
        }

        int fetch(int[] items) {
          int result = 1;
          for (int item : items) {
            result *= item;
          }
          return result;
        }
      }
      """;

  @TempDir
  Path folder;

  private ScratchRepository renamed() {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("a project"));
    repository.write("src/old/Fitter.java", OLDEST).write("README.md", "A demo.\n");
    repository.commit("oldest");
    repository.write("src/old/Fitter.java", EARLY).commit("names");
    repository.git("mv", "src/old/Fitter.java", "src/old/Model.java");
    repository.write("src/old/Model.java", LATER).commit("class");
    repository.write("src/learn/Others.java", "package learn;\n\nclass Others {}\n");
    repository.git("mv", "src/old/Model.java", "src/learn/Model.java");
    repository.write("src/learn/Model.java", MOVED).commit("package");
    repository.write("src/learn/Model.java", SPLIT).commit("split");
    repository.write("src/learn/Model.java", LATEST).commit("latest");
    repository.write(
        "src/learn/Model.java",
        LATEST.replace(
            "      weight = stepped",
            "      dev.flor.Flor.log(\"loss\", current);\n      weight = stepped"));
    return repository;
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

  private static List<Propagation> carried(
      ScratchRepository repository, String commits, boolean chains, int jobs) {
    Project project = project(repository);
    List<Propagation> found = new ArrayList<>();
    try (History history = History.open(repository.root())) {
      VersionPropagator propagator = new VersionPropagator(
          project, history, Outside.ofThisProcess(text -> project.config()), false, chains);
      VersionPropagator.Latest latest = propagator.latest(List.of(), Optional.empty());
      propagator.propagate(latest, history.range(commits), jobs, new PropagationListener() {
        @Override
        public void planned(int steps) {}

        @Override
        public void step(String what) {}

        @Override
        public void done(VersionPropagation propagation) {
          found.add(propagation.propagation());
        }
      });
    }
    return found;
  }

  private static Placement only(List<Propagation> found) {
    assertThat(found).hasSize(1);
    assertThat(found.get(0).placements()).hasSize(1);
    return found.get(0).placements().get(0);
  }

  @Test
  void whatCannotBeCarriedAtOnceIsCarriedThroughTheVersionsBetween() {
    ScratchRepository repository = renamed();
    assertThat(only(carried(repository, "main~5", false, 1))).isInstanceOf(Placement.Refused.class);
    List<Propagation> found = carried(repository, "main~5", true, 1);
    assertThat(found.get(0).texts())
        .containsEntry(
            "src/old/Fitter.java",
            OLDEST.replace(
                "      guess = guess",
                "      dev.flor.Flor.log(\"loss\", error);\n      guess = guess"));
    Placement.Inserted in = (Placement.Inserted) only(found);
    assertThat(in.renames()).containsEntry("current", "error");
    assertThat(in.explanation()).startsWith("through ");
    assertThat(in.probe().file()).isEqualTo("src/learn/Model.java");
  }

  @Test
  void aSurerChainOverrulesThePlaceOfTheSameName() {
    ScratchRepository repository = ScratchRepository.in(folder.resolve("names that went on"));
    String file = "src/Store.java";
    repository.write(file, STORE).commit("oldest");
    String pull = STORE.replace("load(", "pull(");
    repository.write(file, pull).commit("another name for the sum");
    String load = pull.replace("fetch(", "load(");
    repository.write(file, load).commit("its name for the product");
    repository.write(file, logging(load, "result *= item;"));
    assertThat(carried(repository, "main~2", false, 1).get(0).texts())
        .containsEntry(file, logging(STORE, "result += item;"));
    assertThat(carried(repository, "main~2", true, 1).get(0).texts())
        .containsEntry(file, logging(STORE, "result *= item;"));
  }

  /** The name was logged once before, elsewhere and with another value: that statement is not the one to go further back with. */
  @Test
  void aStatementOfTheSameNameIsNotTakenForTheOneThatIsCarried() {
    String bare =
        "package q;\n\nclass T {\n  int work(int n) {\n    int count = n;\n    prepare(n);\n    return count;\n  }\n%s  void prepare(int n) { }\n  void handle(int n) { }\n}\n";
    String work = "    prepare(n);\n";
    String loop = work
        + "    for (int i = 0; i < n; i++) {\n      int item = i * 2;\n      handle(item);\n    }\n";
    ScratchRepository repository = ScratchRepository.in(folder.resolve("one name"));
    String path = "src/q/T.java";
    repository.write(
        path, bare.formatted("  void a() { Object o = new Object() { int item = 3; }; }\n"));
    repository.commit("v1");
    repository.write(path, bare.formatted("  void a() { dev.flor.Flor.log(\"item\", 3); }\n"));
    repository.commit("v2");
    repository.write(
        path, bare.formatted("  void a(int item) { dev.flor.Flor.log(\"item\", item); }\n"));
    repository.commit("v3");
    String latest = bare.formatted("").replace(work, loop);
    repository.write(path, latest).commit("v4");
    repository.write(
        path,
        latest.replace("      handle", "      dev.flor.Flor.log(\"item\", item);\n      handle"));
    assertThat(only(carried(repository, "HEAD~3", true, 1))).isInstanceOf(Placement.Refused.class);
    assertThat(only(carried(repository, "HEAD~3", false, 1))).isInstanceOf(Placement.Refused.class);
  }

  /** With a statement behind the loop that has this line. */
  private static String logging(String text, String line) {
    String behind = line + "\n    }\n";
    return text.replace(behind, behind + "    dev.flor.Flor.log(\"result\", result);\n");
  }

  @Test
  void aVersionByItselfAndInARangeGetTheSame() throws IOException {
    ScratchRepository repository = renamed();
    List<Propagation> all = carried(repository, "main~5..main", true, 2);
    for (int back = 0; back < all.size(); back++) {
      Folders.delete(repository.root().resolve(".flor"));
      List<Propagation> alone = carried(repository, "main~" + back, true, 1);
      assertThat(alone.get(0)).isEqualTo(all.get(all.size() - 1 - back));
      assertThat(carried(repository, "main~" + back, true, 1)).isEqualTo(alone);
    }
  }
}
