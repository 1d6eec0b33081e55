package dev.flor.replay;

import dev.flor.history.VersionTree;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Propagation;
import dev.flor.replay.build.RuntimeJar;
import dev.flor.replay.process.Launch;
import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.project.JarPatterns;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.VersionSettings;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The key of a replay, made of all that decides what it gives: what is asked for, the version's files and the statements in them, the run
 * that is repeated, how the program is built and started, and with what JDK, runtime, options and environment. It does not depend on how
 * the work is divided, nor on the contents of data folders.
 */
final class ReplayKey {
  /** Where tools and scratch files are may differ from one terminal to the next. */
  private static final Set<String> PLACES = Set.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

  private final Project project;
  private final String surroundings;

  ReplayKey(Project project, Outside outside) {
    this(project, outside, RuntimeJar.path());
  }

  ReplayKey(Project project, Outside outside, Path runtime) {
    this.project = project;
    Key key = new Key("surroundings")
        .add(jdk(outside.javaHome()))
        .add(Runtime.version().toString())
        .add(digest(runtime));
    Attempt.options(project.config().limits(), List.of()).forEach(key::add);
    Map<String, String> environment = new TreeMap<>(
        ProcessRunner.allowed(outside.environment(), project.config().limits().environment()));
    environment.keySet().removeAll(PLACES);
    environment.forEach((name, value) -> key.add(name).add(value));
    this.surroundings = key.hex();
  }

  /**
   * The key of all values of a run.
   *
   * @param counts how the version is built and started
   */
  String of(
      List<String> names,
      Propagation propagation,
      VersionTree tree,
      Optional<String> baseRun,
      VersionSettings counts) {
    ProjectConfig config = counts.config();
    Key key = new Key("replay-3")
        .add(baseRun.orElse(""))
        .add(String.join(",", new TreeSet<>(names)))
        .add(surroundings)
        .add(counts.named())
        .add(counts.jdk().map(ReplayKey::jdk).orElse(""))
        .add(baseRun
            .flatMap(run -> RecordedRun.launch(project, run, config.run()))
            .map(Launch::toString)
            .orElse(""))
        .add(config.run().toString())
        .add(project.config().run().data().toString())
        .add(config.build().toString());
    for (String file : tree.files()) {
      key.add(file).add(tree.contentId(file));
    }
    for (Patch patch : propagation.patches().values()) {
      key.add(patch.file()).add(patch.apply());
    }
    for (Path library : JarPatterns.resolve(config.build().classpath(), project.root())) {
      if (!tree.files().contains(relative(library))) {
        key.add(relative(library)).add(stamp(library));
      }
    }
    return key.hex();
  }

  /**
   * The key of a replay that gives less, or takes more risks.
   *
   * @param special in what; empty: in nothing
   */
  static String narrowed(String whole, String special) {
    return special.isEmpty()
        ? whole
        : new Key("narrowed").add(whole).add(special).hex();
  }

  /** What a JDK says of itself; of one that says nothing, where it is. */
  private static String jdk(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.exists(release) ? Files.readString(release) : home.toString();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + release, e);
    }
  }

  /** Of the runtime the contents count; where it is a folder of classes, as in tests, each of them. */
  private static String digest(Path runtime) {
    Key key = new Key("runtime");
    try (var files = Files.walk(runtime)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        key.add(runtime.relativize(file).toString()).add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + runtime, e);
    }
    return key.hex();
  }

  private String relative(Path library) {
    return library.startsWith(project.root())
        ? project.root().relativize(library).toString().replace('\\', '/')
        : library.toString();
  }

  private static String stamp(Path library) {
    try {
      return Files.size(library) + " " + Files.getLastModifiedTime(library);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + library, e);
    }
  }
}
