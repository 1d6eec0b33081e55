package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunDirectory;
import dev.flor.journal.Value;
import dev.flor.replay.process.Attached;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.store.FlorStore;
import dev.flor.testdata.ScratchRepository;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A project with a small training program, recorded and replayed as the command line would. */
public final class Training {
  /** Weights, a random stream and a nested loop; {@code truth} is what a probe will ask for. */
  public static final String PROGRAM = """
      import dev.flor.Flor;
      import java.util.Random;

      class Train {
        final double[] weights = new double[3];

        void step(double x) {
          for (int i = 0; i < weights.length; i++) {
            weights[i] += x / (i + 1);
          }
        }

        public static void main(String[] args) {
          int epochs = Flor.arg("epochs", 20);
          Train model = new Train();
          Random rng = new Random(7);
          try (var ckpt = Flor.checkpointing("model", model, "rng", rng)) {
            for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
              for (int step : Flor.loop("step", Flor.range(5))) {
                model.step(rng.nextDouble() - 0.5);
              }
              Flor.log("loss", model.weights[0]);
              Flor.log("truth", model.weights[1]);
            }
          }
        }
      }
      """;

  private static final String ANCHOR = "        Flor.log(\"loss\", model.weights[0]);\n";
  private static final String STEP = "          model.step(rng.nextDouble() - 0.5);\n";

  private static final ProjectConfig CONFIG = new ProjectConfig(
      new ProjectConfig.Build(Optional.of("javac"), List.of("src"), List.of("lib/*.jar")),
      new ProjectConfig.Run(Optional.empty(), List.of(), List.of()),
      new ProjectConfig.Recording("always"),
      new ProjectConfig.Limits(Duration.ofMinutes(2), Optional.of("256m")));

  private static final Attached SILENT =
      new Attached(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false);

  /** For places in maps that are shown. */
  static final Comparator<RecordedRun.ValuePlace> BY_PLACE = Comparator.comparing(
          RecordedRun.ValuePlace::context)
      .thenComparing(RecordedRun.ValuePlace::name)
      .thenComparing(RecordedRun.ValuePlace::ordinal);

  public final ScratchRepository repository;
  private final ProjectConfig config;
  private final Path javaHome;
  private boolean withoutPath;

  private Training(ScratchRepository repository, ProjectConfig config, Path javaHome) {
    this.repository = repository;
    this.config = config;
    this.javaHome = javaHome;
  }

  public static Training in(Path folder) {
    return new Training(
        ScratchRepository.in(folder.resolve("a project")),
        CONFIG,
        Path.of(System.getProperty("java.home")));
  }

  /** The same project, its programs run by a Java that starts as fast as it can. */
  public Training startingQuickly(Path folder) {
    Path java = folder.resolve("quick java/bin/java");
    script(
        java,
        "exec '" + javaHome.resolve("bin/java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto \"$@\"");
    return new Training(repository, config, java.getParent().getParent());
  }

  private static void script(Path file, String line) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + line + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code program} with a statement after the one that logs the loss of an epoch. */
  static String afterLoss(String program, String statement) {
    return program.replace(ANCHOR, ANCHOR + "        " + statement + "\n");
  }

  /** {@code program} with a statement after each step. */
  public static String afterStep(String program, String statement) {
    return program.replace(STEP, STEP + "          " + statement + "\n");
  }

  /** {@code program} asked for a weight that no version logs under this name, once an epoch. */
  public static String withEpochProbe(String program) {
    return afterLoss(program, "Flor.log(\"second\", model.weights[1]);");
  }

  Training limited(Duration timeout) {
    ProjectConfig.Limits limits = new ProjectConfig.Limits(timeout, Optional.empty());
    return new Training(
        repository,
        new ProjectConfig(config.build(), config.run(), config.recording(), limits),
        javaHome);
  }

  /** The same project, whose configuration of today names an ignored folder; that of older versions does not. */
  Training readingToday(String data) {
    ProjectConfig.Run run = new ProjectConfig.Run(Optional.empty(), List.of(), List.of(data));
    return new Training(
        repository,
        new ProjectConfig(config.build(), run, config.recording(), config.limits()),
        javaHome);
  }

  /** The same project, built by another tool; its own flor.toml is today's. */
  public Training builtBy(String tool) {
    ProjectConfig.Build build =
        new ProjectConfig.Build(Optional.of(tool), List.of(), List.of("lib/*.jar"));
    script(tools().resolve("mvn"), "exec '" + wrapper() + "' \"$@\"");
    return configured(new ProjectConfig(build, config.run(), config.recording(), config.limits()));
  }

  /** What is found where no Maven is installed: this repository's own wrapper. */
  private static Path wrapper() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve("mvnw");
  }

  private Path tools() {
    return repository.root().resolveSibling("tools");
  }

  /** The same project with another configuration of today. */
  public Training configured(ProjectConfig other) {
    return new Training(repository, other, javaHome);
  }

  /** The same project, where no program is installed. */
  public Training withoutPath() {
    Training bare = configured(config);
    bare.withoutPath = true;
    return bare;
  }

  public ProjectConfig config() {
    return config;
  }

  public Project project() {
    return Project.at(repository.root(), config);
  }

  public Training source(String text) {
    repository.write("src/Train.java", text);
    return this;
  }

  public String commit(String message) {
    return repository.commit(message);
  }

  /** Runs the working tree and returns the run's id. */
  public String record(String... args) {
    try (History history = History.open(repository.root())) {
      Map<String, String> values = args.length == 0 ? Map.of() : Map.of(args[0], args[1]);
      return new Recorder(project(), history, outside(), SILENT)
          .record(values, List.of())
          .runId()
          .orElseThrow();
    }
  }

  public ReplayPlan plan(String name, int jobs, String... commits) {
    return plan(ReplayRequest.of(List.of(name), List.of(commits), jobs));
  }

  public ReplayPlan plan(ReplayRequest request) {
    try (History history = History.open(repository.root())) {
      return replayer(history).plan(request);
    }
  }

  public ReplayReport replay(String name, int jobs, String... commits) {
    return replay(plan(name, jobs, commits));
  }

  public ReplayReport replay(ReplayPlan plan) {
    return replay(plan, ReplayListener.NONE);
  }

  public ReplayReport replay(ReplayPlan plan, ReplayListener listener) {
    try (History history = History.open(repository.root())) {
      return replayer(history).replay(plan, listener);
    }
  }

  BisectReport bisect(ReplayRequest request) {
    try (History history = History.open(repository.root())) {
      Replayer replayer = replayer(history);
      return replayer.bisect(replayer.plan(request), ReplayListener.NONE);
    }
  }

  /** The one task of a replay of one version with one run. */
  public TaskReport replayOne(String name, String commit) {
    return replay(name, 1, commit).tasks().get(0);
  }

  private Replayer replayer(History history) {
    return new Replayer(project(), history, outside(), notice -> {});
  }

  Outside outside() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("DEPLOY_TOKEN", "a secret");
    String path = environment.get("PATH") + File.pathSeparator + tools();
    environment.put("PATH", withoutPath ? "" : path);
    return new Outside(javaHome, environment, text -> config);
  }

  RecordedRun journal(String runId) {
    return RecordedRun.read(run(runId).journal());
  }

  /** What the store says of each run. */
  SortedMap<String, Optional<String>> verdicts() {
    SortedMap<String, Optional<String>> verdicts = new TreeMap<>();
    try (FlorStore store = FlorStore.open(project().florDir())) {
      store.ingest();
      store.runs().forEach(run -> verdicts.put(run.id(), run.verdict()));
    }
    return verdicts;
  }

  /** Every run in the project's log, recorded and replayed. */
  public List<RunDirectory> runs() {
    return RunDirectory.all(project().florDir());
  }

  private RunDirectory run(String runId) {
    return Planner.directory(project(), runId).orElseThrow();
  }

  /** What a run logged under {@code name}, by the place it was logged at. */
  public SortedMap<String, Object> values(String runId, String name) {
    SortedMap<String, Object> found = new TreeMap<>();
    journal(runId).values().forEach((place, value) -> {
      if (place.name().equals(name)) {
        found.put(
            place.context() + "#" + place.ordinal(),
            value.type() == Value.Type.DOUBLE ? value.asDouble() : value.text());
      }
    });
    return found;
  }

  /** How many iterations of loops of that name a run executed. */
  public long iterations(String runId, String loop) {
    Counter counter = new Counter(loop);
    JournalReader.read(run(runId).journal(), 0, counter);
    return counter.iterations;
  }

  private static final class Counter implements JournalVisitor {
    private final String wanted;
    private final TreeSet<Integer> loops = new TreeSet<>();
    private long iterations;

    Counter(String wanted) {
      this.wanted = wanted;
    }

    @Override
    public void loopStarted(int loop, int context, String name, int ordinal, long total) {
      if (name.equals(wanted)) {
        loops.add(loop);
      }
    }

    @Override
    public void iterationStarted(int context, int loop, long index, Value value) {
      if (loops.contains(loop)) {
        iterations++;
      }
    }
  }
}
