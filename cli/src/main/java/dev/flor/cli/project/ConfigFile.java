package dev.flor.cli.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.flor.cli.io.Durations;
import dev.flor.cli.io.SourceReadException;
import dev.flor.cli.io.UsageException;
import dev.flor.propagator.StatementPatterns;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.store.model.TeamUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code flor.toml}: from its text to a configuration, or to one line that says what is wrong. */
public final class ConfigFile {
  public static final String NAME = "flor.toml";

  private ConfigFile() {}

  /** The folder, or the nearest one above it, that has such a file; itself if none has. */
  public static Path folderAbove(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(NAME))) {
        return at;
      }
    }
    return folder;
  }

  /** What the file in a project's root says; the defaults where there is none. */
  static ProjectConfig in(Path root) {
    Path file = root.resolve(NAME);
    if (!Files.exists(file)) {
      return ProjectConfig.defaults();
    }
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new SourceReadException(file, e);
    }
  }

  /** The user's own sets of log statements: name to patterns. */
  public static SortedMap<String, List<String>> statements(Path root) {
    Path file = root.resolve(NAME);
    try {
      return Files.exists(file) ? sets(root(Files.readString(file))) : new TreeMap<>();
    } catch (IOException e) {
      throw new SourceReadException(file, e);
    }
  }

  /** Where the team's store is, if there is one. */
  static Optional<TeamUrl> team(Path root) {
    Path file = root.resolve(NAME);
    try {
      return Files.exists(file)
          ? team(root(Files.readString(file)).table("store"))
          : Optional.empty();
    } catch (IOException e) {
      throw new SourceReadException(file, e);
    }
  }

  private static Optional<TeamUrl> team(ConfigTable store) {
    store.allow(List.of("url"));
    return store.text("url", List.of()).map(text -> TeamUrl.parse(text)
        .orElseThrow(() -> store.wrong(
            "url",
            "jdbc:postgresql://host/database, with no parameters but harmless ones"
                + " (docs/cli.md)")));
  }

  /** What {@code flor gc} keeps. */
  static RetentionSettings retention(Path root) {
    Path file = root.resolve(NAME);
    try {
      return RetentionSettings.of(
          root(Files.exists(file) ? Files.readString(file) : "").table("gc"));
    } catch (IOException e) {
      throw new SourceReadException(file, e);
    }
  }

  static ProjectConfig parse(String text) {
    ConfigTable root = root(text);
    sets(root);
    RetentionSettings.of(root.table("gc"));
    team(root.table("store"));
    List<ProjectConfig.ForCommits> forCommits = new ArrayList<>();
    for (ConfigTable entry : root.tables("build").forCommits()) {
      forCommits.add(forCommits(entry, Optional.of(build(entry)), Optional.empty()));
    }
    for (ConfigTable entry : root.tables("run").forCommits()) {
      forCommits.add(forCommits(entry, Optional.empty(), Optional.of(run(entry))));
    }
    for (ConfigTable entry : root.tables("jdk").all()) {
      forCommits.add(jdk(entry));
    }
    return new ProjectConfig(
        build(root.tables("build").usual()),
        run(root.tables("run").usual()),
        recording(root.table("checkpoint")),
        limits(root.table("replay")),
        List.copyOf(forCommits));
  }

  private static ProjectConfig.ForCommits forCommits(
      ConfigTable entry, Optional<ProjectConfig.Build> build, Optional<ProjectConfig.Run> run) {
    String commits = entry.text("commits", List.of()).orElseThrow();
    return new ProjectConfig.ForCommits(commits, build, run, Optional.empty());
  }

  private static ProjectConfig.ForCommits jdk(ConfigTable jdk) {
    jdk.allow(List.of("commits", "home"));
    String commits = jdk.text("commits", List.of())
        .orElseThrow(() -> jdk.wrong("commits", "a range of commits such as \"v1..v2\""));
    String home =
        jdk.text("home", List.of()).orElseThrow(() -> jdk.wrong("home", "the folder of a JDK"));
    return new ProjectConfig.ForCommits(
        commits, Optional.empty(), Optional.empty(), Optional.of(home));
  }

  private static ConfigTable root(String text) {
    ConfigTable root = new ConfigTable(text, "", tree(text));
    root.allow(List.of("build", "run", "jdk", "checkpoint", "replay", "statements", "gc", "store"));
    return root;
  }

  private static SortedMap<String, List<String>> sets(ConfigTable root) {
    ConfigTable statements = root.table("statements");
    SortedMap<String, List<String>> sets = new TreeMap<>();
    for (String name : statements.keys()) {
      if (StatementPatterns.names().contains(name)) {
        throw statements.wrong(name, "under another name: this set is built in");
      }
      List<String> patterns = statements.texts(name).orElseThrow();
      if (patterns.isEmpty() || !patterns.stream().allMatch(StatementPatterns::isPattern)) {
        throw statements.wrong(
            name, "a list of calls such as [\"Metrics.record(*)\", \"counter.increment()\"]");
      }
      sets.put(name, patterns);
    }
    return sets;
  }

  private static JsonNode tree(String text) {
    try {
      return new TomlMapper().readTree(text);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null ? NAME : NAME + ":" + e.getLocation().getLineNr();
      throw new UsageException(
          where + ": " + e.getOriginalMessage().lines().findFirst().orElse("not TOML"),
          "repair the line; flor init in an empty folder shows a file to start from");
    }
  }

  private static ProjectConfig.Build build(ConfigTable build) {
    ProjectConfig.Build usual = ProjectConfig.defaults().build();
    build.allow(List.of("commits", "tool", "sources", "classpath", "options"));
    return new ProjectConfig.Build(
        build.text("tool", List.of("javac", "maven", "gradle")),
        build.texts("sources").orElse(usual.sources()),
        build.texts("classpath").orElse(usual.classpath()),
        build.texts("options").orElse(usual.options()));
  }

  private static ProjectConfig.Run run(ConfigTable run) {
    ProjectConfig.Run usual = ProjectConfig.defaults().run();
    run.allow(List.of("commits", "main", "args", "data", "jvm", "directory"));
    return new ProjectConfig.Run(
        run.text("main", List.of()),
        run.texts("args").orElse(usual.args()),
        run.texts("data").orElse(usual.data()),
        run.texts("jvm").orElse(usual.jvm()),
        run.text("directory", List.of()).orElse(usual.directory()));
  }

  private static ProjectConfig.Recording recording(ConfigTable checkpoint) {
    checkpoint.allow(List.of("policy"));
    return checkpoint
        .text("policy", List.of("adaptive", "always", "never"))
        .map(ProjectConfig.Recording::new)
        .orElse(ProjectConfig.defaults().recording());
  }

  private static ProjectConfig.Limits limits(ConfigTable replay) {
    ProjectConfig.Limits usual = ProjectConfig.defaults().limits();
    replay.allow(List.of("timeout", "memory", "tolerance", "environment"));
    return new ProjectConfig.Limits(
        replay
            .text("timeout", List.of())
            .map(text -> Durations.parse(text)
                .orElseThrow(() -> replay.wrong("timeout", "a duration such as \"10m\"")))
            .orElse(usual.timeout()),
        replay.text("memory", List.of()).or(usual::memory),
        tolerance(replay).orElse(usual.tolerance()),
        replay.texts("environment").orElse(usual.environment()));
  }

  private static Optional<Double> tolerance(ConfigTable replay) {
    Optional<Double> share = replay.number("tolerance");
    if (share.filter(given -> !LimitOptions.isTolerance(given)).isPresent()) {
      throw replay.wrong("tolerance", "a share, from 0 up to 1, such as 1e-6");
    }
    return share;
  }
}
