package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The project of rows L1 to L3: a training of so many passes a step, recorded by {@code flor run}, and asked for what it did not log. */
final class ReplayedTraining {
  static final int EPOCHS = 100;
  private static final String SETTING = "-c user.name=b -c user.email=b@b";
  private static final String PROGRAM = """
      import dev.flor.Flor;

      class Train {
        static final int PASSES = %d;
        final double[] weights = new double[125_000];

        void step(int number) {
          for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < weights.length; i++) {
              weights[i] = 0.999 * weights[i] + 1e-3 * ((i ^ number) & 1023);
            }
          }
        }

        double norm(int rounds) {
          double sum = 0;
          for (int round = 0; round < rounds; round++) {
            for (double weight : weights) {
              sum += Math.sqrt(Math.abs(weight) + round);
            }
          }
          return sum;
        }

        public static void main(String[] args) {
          int epochs = Flor.arg("epochs", %d);
          Train model = new Train();
          try (var checkpoints = Flor.checkpointing("model", model)) {
            for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
              for (int step : Flor.loop("step", Flor.range(20))) {
                model.step(20 * epoch + step);
                // in a step
              }
              Flor.log("loss", model.weights[epoch]);
              // in an epoch
            }
            // at the end
          }
        }
      }
      """;

  private final Lab lab;
  private final Path project;
  private String source = "";

  private ReplayedTraining(Lab lab, Path project) {
    this.lab = lab;
    this.project = project;
  }

  static ReplayedTraining in(Lab lab) throws IOException {
    Path project = Files.createDirectories(lab.scratch().resolve("project"));
    lab.time(project, List.of("git", "init", "-q", "--initial-branch=main"));
    Files.writeString(project.resolve("flor.toml"), "[build]\nsources = [\"src\"]\n");
    Files.createDirectories(project.resolve("src"));
    return new ReplayedTraining(lab, project);
  }

  /** How many passes a step must make for {@code epochs} epochs to take about so long. */
  int passes(int epochs, double seconds) throws IOException {
    int passes = 100;
    write(passes, 10, "");
    double millis =
        full("norm", "0.0", "epoch") / 1e6; // with the start of the JVM, so it is a little less
    return Math.max(1, (int) (seconds * 1000 / epochs / (millis / 10) * passes));
  }

  /** Makes it the working tree, with a comment that makes its source differ from others. */
  ReplayedTraining write(int passes, int epochs, String comment) throws IOException {
    source = PROGRAM.formatted(passes, epochs) + comment;
    Files.writeString(project.resolve("src/Train.java"), source);
    return this;
  }

  void commit(String readme) throws IOException {
    Files.writeString(project.resolve("README.md"), readme);
    lab.time(project, List.of("git", "add", "."));
    List<String> commit = new ArrayList<>(List.of("git"));
    commit.addAll(List.of(SETTING.split(" ", -1)));
    commit.addAll(List.of("commit", "-qm", readme));
    lab.time(project, commit);
  }

  void record() throws IOException {
    lab.time(project, List.of(flor(), "run"));
  }

  /** The program with a statement in it: in each {@code step}, in each {@code epoch}, or at the {@code end}. */
  private String asking(String name, String value, String where) {
    String place = Map.of("step", "// in a step", "epoch", "// in an epoch", "end", "// at the end")
        .get(where);
    return source.replace(place, "Flor.log(\"" + name + "\", " + value + ");");
  }

  /** The wall time of {@code flor replay}, which must do it without falling back; all that it prints is checked. */
  long replay(String name, String value, String where, String commits, int jobs)
      throws IOException {
    Files.writeString(project.resolve("src/Train.java"), asking(name, value, where));
    long nanos = lab.time(
        project,
        List.of(
            flor(),
            "replay",
            name,
            "--commits",
            commits,
            "--force",
            "--yes",
            "--json",
            "--jobs",
            Integer.toString(jobs)));
    String said = String.join("\n", lab.lastOutput());
    if (said.contains("\"fellBack\" : true") || !said.contains("\"outcome\" : \"replayed\"")) {
      throw new IllegalStateException("not what is to be measured:\n" + said);
    }
    Files.writeString(project.resolve("src/Train.java"), source);
    return nanos;
  }

  /** The wall time of {@code --dry-run} for the same. */
  long plan(String name, String value, String where, String commits) throws IOException {
    Files.writeString(project.resolve("src/Train.java"), asking(name, value, where));
    long nanos = lab.time(
        project, List.of(flor(), "replay", name, "--commits", commits, "--force", "--dry-run"));
    Files.writeString(project.resolve("src/Train.java"), source);
    return nanos;
  }

  /** The wall time of the program with the statement in it, from start to end, by a bare {@code java}. */
  long full(String name, String value, String where) throws IOException {
    return run(compiled(name, value, where));
  }

  /** The classes of the program with the statement in it. */
  Path compiled(String name, String value, String where) throws IOException {
    Path folder = Files.createTempDirectory(lab.scratch(), "full");
    Path file = folder.resolve("Train.java");
    Files.writeString(file, asking(name, value, where));
    compile(file, folder);
    return folder;
  }

  long run(Path classes) throws IOException {
    List<String> command = lab.java(
        Set.of("flor-runtime"),
        "-Dflor.dir=" + classes.resolve(".flor"),
        "-Dflor.snapshot=false",
        "-Dflor.checkpoint=never",
        "Train");
    command.set(2, classes + System.getProperty("path.separator") + command.get(2));
    long nanos = lab.time(project, command);
    lab.empty(classes.resolve(".flor"));
    return nanos;
  }

  /** Compiles one file with the runtime on the class path. */
  void compile(Path file, Path classes) throws IOException {
    List<String> command = lab.java(Set.of("flor-runtime"));
    command.set(0, lab.java().resolveSibling("javac").toString());
    command.addAll(List.of("-d", classes.toString(), file.toString()));
    lab.time(lab.scratch(), command);
  }

  /** How many builds flor has kept. */
  long builds() throws IOException {
    try (Stream<Path> builds = Files.list(project.resolve(".flor/builds"))) {
      return builds.filter(build -> Files.isDirectory(build.resolve("classes"))).count();
    }
  }

  void forgetBuilds() {
    lab.empty(project.resolve(".flor/builds"));
  }

  private String flor() {
    return lab.repository().resolve("flor").toString();
  }
}
