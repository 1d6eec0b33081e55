package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.History;
import dev.flor.replay.build.RuntimeJar;
import dev.flor.replay.process.Launch;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.propagation.VersionPropagator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not run again: that of which all that goes in is equal, and nothing else. */
class ReplayKeyTest {
  @TempDir
  Path folder;

  private Training training;
  private String version;
  private String other;
  private String recorded;
  private String second;

  private void history() {
    training = Training.in(folder).startingQuickly(folder).source(Training.PROGRAM);
    version = training.commit("v1");
    recorded = training.record("epochs", "1");
    second = training.record("epochs", "1");
    training.source(Training.PROGRAM.replace("new Random(7)", "new Random(8)"));
    other = training.commit("v2");
    training.source(Training.withEpochProbe(Training.PROGRAM));
  }

  private ReplayRequest asked() {
    return ReplayRequest.of(List.of("second"), List.of(version), 1);
  }

  private String key(ReplayRequest request) {
    return key(training, request, training.outside(), RuntimeJar.path());
  }

  private String key(Training of, ReplayRequest request, Outside outside, Path runtime) {
    try (History history = History.open(of.repository.root())) {
      VersionPropagator propagator = new VersionPropagator(of.project(), history, outside);
      return new Planner(
              of.project(), history, propagator, new ReplayKey(of.project(), outside, runtime))
          .plan(request)
          .tasks()
          .get(0)
          .key();
    }
  }

  private String key(ProjectConfig config) {
    return key(training.configured(config), asked(), training.outside(), RuntimeJar.path());
  }

  private String key(Outside outside) {
    return key(training, asked(), outside, RuntimeJar.path());
  }

  private Outside with(String name, String value) {
    Map<String, String> environment = new TreeMap<>(training.outside().environment());
    environment.put(name, value);
    return new Outside(
        training.outside().javaHome(), environment, training.outside().configReader());
  }

  @Test
  void whatDecidesNothingIsNotInTheKey() throws IOException {
    history();
    String key = key(asked());
    ProjectConfig config = training.config();

    Set<String> keys = new LinkedHashSet<>();
    keys.add(key(asked()));
    keys.add(key(ReplayRequest.of(List.of("second"), List.of(version), 7)));
    keys.add(key(asked().forced()));
    keys.add(key(with("PATH", "/elsewhere/bin:" + System.getenv("PATH"))));
    keys.add(key(with("DEPLOY_TOKEN", "another secret")));
    keys.add(key(new ProjectConfig(
        config.build(),
        config.run(),
        new ProjectConfig.Recording("never"),
        new ProjectConfig.Limits(Duration.ofHours(3), config.limits().memory()))));
    Path same = Files.write(folder.resolve("same.jar"), new byte[] {1});
    Path again = Files.write(folder.resolve("again.jar"), new byte[] {1});
    assertThat(key(training, asked(), training.outside(), same))
        .isEqualTo(key(training, asked(), training.outside(), again))
        .isNotEqualTo(key);

    assertThat(keys).containsExactly(key);
  }

  @Test
  void whateverDecidesSomethingChangesTheKey() throws IOException {
    history();
    ProjectConfig config = training.config();
    Map<String, String> keys = new TreeMap<>();

    keys.put("as it is", key(asked()));
    keys.put("source", key(ReplayRequest.of(List.of("second"), List.of(other), 1)));
    keys.put("turns", key(asked().of(Turns.parse("epoch", "1").orElseThrow())));
    keys.put("trust", key(asked().trusted()));
    keys.put("tolerance", key(asked().within(1e-6)));
    keys.put("tolerance, greater", key(asked().within(1e-5)));
    keys.put("language", key(with("LC_ALL", "tr_TR.UTF-8")));
    keys.put("time zone", key(with("TZ", "Asia/Kathmandu")));
    keys.put("memory", key(withMemory(config, "300m")));
    keys.put("no limit of memory", key(training.limited(Duration.ofMinutes(2)).config()));
    keys.put("data", key(training.readingToday("data").config()));
    keys.put("main class", key(running(config, Optional.of("Train"), List.of())));
    keys.put("arguments", key(running(config, Optional.empty(), List.of("--fast"))));
    keys.put(
        "build",
        key(new ProjectConfig(
            new ProjectConfig.Build(Optional.of("javac"), List.of("src"), List.of()),
            config.run(),
            config.recording(),
            config.limits())));
    keys.put(
        "runtime",
        key(
            training,
            asked(),
            training.outside(),
            Files.write(folder.resolve("other.jar"), new byte[] {2})));
    keys.put(
        "another runtime",
        key(
            training,
            asked(),
            training.outside(),
            Files.write(folder.resolve("another.jar"), new byte[] {3})));
    keys.put("JDK", key(jdk("17.0.15")));
    keys.put("another JDK", key(jdk("25.0.1")));
    keys.put("JDK for its commits", key(onJdk(config, version, jdk("25.0.2").javaHome())));
    keys.put(
        "recorded run",
        key(asked()
            .choosing(new RunChoice(
                List.of(second), Optional.empty(), Optional.empty(), OptionalInt.empty()))));
    new Launch("Train", List.of("--slow"), List.of(), "")
        .save(training.project().florDir(), recorded);
    keys.put("arguments of the recorded run", key(asked()));
    LibraryJar.write(
        Map.of("Some.java", "class Some {}"), training.repository.root().resolve("lib/some.jar"));
    keys.put("library", key(asked()));
    training.source(
        Training.afterLoss(Training.PROGRAM, "Flor.log(\"second\", 1 * model.weights[1]);"));
    keys.put("statement", key(asked()));

    assertThat(keys.values()).doesNotHaveDuplicates();
  }

  private Outside jdk(String named) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk " + named));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + named + "\"\n");
    for (String tool : List.of("java", "javac")) {
      Path program = Files.createDirectories(home.resolve("bin")).resolve(tool);
      Files.setPosixFilePermissions(
          Files.writeString(program, ""), PosixFilePermissions.fromString("rwx------"));
    }
    return new Outside(
        home, training.outside().environment(), training.outside().configReader());
  }

  private static ProjectConfig onJdk(ProjectConfig config, String commits, Path home) {
    return new ProjectConfig(
        config.build(),
        config.run(),
        config.recording(),
        config.limits(),
        List.of(new ProjectConfig.ForCommits(
            commits, Optional.empty(), Optional.empty(), Optional.of(home.toString()))));
  }

  private static ProjectConfig withMemory(ProjectConfig config, String memory) {
    return new ProjectConfig(
        config.build(),
        config.run(),
        config.recording(),
        new ProjectConfig.Limits(config.limits().timeout(), Optional.of(memory)));
  }

  private static ProjectConfig running(
      ProjectConfig config, Optional<String> main, List<String> args) {
    return new ProjectConfig(
        config.build(),
        new ProjectConfig.Run(main, args, List.of()),
        config.recording(),
        config.limits());
  }
}
