package dev.flor.replay.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.Outcome;
import dev.flor.replay.ReplayReport;
import dev.flor.replay.TaskReport;
import dev.flor.replay.Training;
import dev.flor.replay.process.Launch;
import dev.flor.replay.project.ProjectConfig.ForCommits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What today's flor.toml says of some commits only. */
class CommitRangesTest {
  private static final String PLAIN = """
      class Train {
        public static void main(String[] args) throws Exception {
          String seen = String.join(",", args);
          System.out.println(seen);
        }
      }
      """;

  private static final String OTHER = PLAIN.replace("class Train", "class Other");

  @TempDir
  Path folder;

  private static String probed(String program, String value) {
    return "import dev.flor.Flor;\n\n"
        + program.replace("(seen);", "(seen);\n    Flor.log(\"seen\", " + value + ");");
  }

  private static ProjectConfig with(ProjectConfig config, ForCommits... entries) {
    return new ProjectConfig(
        config.build(), config.run(), config.recording(), config.limits(), List.of(entries));
  }

  private static ForCommits run(String commits, ProjectConfig.Run run) {
    return new ForCommits(commits, Optional.empty(), Optional.of(run), Optional.empty());
  }

  private String seen(Training training, TaskReport task) {
    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.task().baseRun()).isEmpty();
    return training
        .values(task.replayRuns().get(0), "seen")
        .values()
        .iterator()
        .next()
        .toString();
  }

  @Test
  void aRangeWithoutABeginningIsAllUpToItsEnd() {
    Training training = Training.in(folder);
    training.repository.write("src/Train.java", PLAIN);
    String first = training.commit("v1");
    training.repository.write("note", "2");
    String second = training.commit("v2");
    training.repository.write("note", "3");
    String third = training.commit("v3");
    training.repository.write("src/Train.java", probed(PLAIN, "seen"));
    Training asked = training.configured(with(
        training.config(),
        run(".." + second, new ProjectConfig.Run(Optional.empty(), List.of("old"), List.of())),
        run(third, new ProjectConfig.Run(Optional.empty(), List.of("new"), List.of()))));

    assertThat(seen(asked, asked.replayOne("seen", first))).isEqualTo("old");
    assertThat(seen(asked, asked.replayOne("seen", second))).isEqualTo("old");
    assertThat(seen(asked, asked.replayOne("seen", third))).isEqualTo("new");
  }

  @Test
  void aVersionWithoutRunsIsRunAsTheEntryForItsCommitsSays() {
    Training training = Training.in(folder);
    training.repository.write("src/Train.java", PLAIN).write("src/Other.java", OTHER);
    training.repository.write("conf/x.txt", "x");
    String first = training.commit("v1");
    training.repository.write("note", "2");
    String second = training.commit("v2");
    training.repository.write("note", "3");
    String third = training.commit("v3");
    String value = "seen + System.getProperty(\"p\") + new java.io.File(\"x.txt\").exists()";
    training.repository.write("src/Train.java", probed(PLAIN, value));
    training.repository.write("src/Other.java", probed(OTHER, value));
    Training asked = training.configured(with(
        training.config(),
        run(first, new ProjectConfig.Run(Optional.of("Other"), List.of("a", "b"), List.of())),
        run(
            first + ".." + second,
            new ProjectConfig.Run(
                Optional.of("Train"), List.of("c d"), List.of(), List.of("-Dp=q"), "conf")),
        run(third, new ProjectConfig.Run(Optional.of("Train"), List.of(), List.of()))));

    ReplayReport report = asked.replay("seen", 1, first, second, third);

    assertThat(report.tasks())
        .extracting(task -> seen(asked, task))
        .containsExactly("a,bnullfalse", "c dqtrue", "nullfalse");
  }

  @Test
  void aProgramThatAnotherOneHasStartedIsStartedAsConfigured() {
    String recorded = probed(PLAIN, "seen");
    Training training = Training.in(folder).source(recorded);
    training.repository.write("src/Other.java", OTHER);
    Training asked = training.configured(new ProjectConfig(
        training.config().build(),
        new ProjectConfig.Run(Optional.of("Train"), List.of("x"), List.of()),
        training.config().recording(),
        training.config().limits()));
    String version = asked.commit("v1");
    String run = asked.record();
    new Launch("org.example.Launcher", List.of("exec:java"), List.of(), "")
        .save(asked.project().florDir(), run);
    asked.source(recorded.replace("Flor.log", "Flor.log(\"more\", seen + seen);\n    Flor.log"));

    TaskReport task = asked.replayOne("more", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(asked.values(task.replayRuns().get(0), "more").values()).containsExactly("xx");
  }

  @Test
  void anotherEntryIsAnotherReplay() {
    Training training = Training.in(folder).source(PLAIN);
    String version = training.commit("v1");
    training.source(probed(PLAIN, "seen"));
    for (String argument : List.of("one", "two")) {
      Training asked = training.configured(with(
          training.config(),
          run(version, new ProjectConfig.Run(Optional.empty(), List.of(argument), List.of()))));
      assertThat(seen(asked, asked.replayOne("seen", version))).isEqualTo(argument);
      assertThat(asked.replayOne("seen", version).outcome()).isEqualTo(Outcome.CACHED);
    }
  }

  @Test
  void theJdkThatIsNamedForItCompilesAndRunsAVersion() throws IOException {
    Training training = Training.in(folder).source(PLAIN);
    String version = training.commit("v1");
    training.source(probed(PLAIN, "String.valueOf(System.getProperty(\"jdk\"))"));
    Path own = Path.of(System.getProperty("java.home"), "bin");
    script("javac", "touch '" + folder + "/compiled'; exec '" + own + "/javac' \"$@\"");
    script("java", "exec '" + own + "/java' -Djdk=other \"$@\"");
    Training asked = training.configured(with(
        training.config(),
        new ForCommits(
            version,
            Optional.empty(),
            Optional.empty(),
            Optional.of(folder.resolve("other jdk").toString()))));

    assertThat(seen(asked, asked.replayOne("seen", version))).isEqualTo("other");
    assertThat(folder.resolve("compiled")).exists();
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve("other jdk/bin").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFolderWithoutACompilerIsNoJdk() {
    Training training = Training.in(folder).source(PLAIN);
    String version = training.commit("v1");
    training.source(probed(PLAIN, "seen"));
    Training asked = training.configured(with(
        training.config(),
        new ForCommits(version, Optional.empty(), Optional.empty(), Optional.of("nowhere"))));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> asked.replayOne("seen", version))
        .isInstanceOf(SettingsFinder.NoJdkException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aLevelThatTheCompilerDoesNotKnowIsSaidInOneLine() {
    for (List<String> options :
        List.of(List.of("--release", "5"), List.of("-source", "5", "-target", "5"))) {
      Training training = Training.in(folder.resolve(options.get(0))).source(PLAIN);
      String version = training.commit("v1");
      training.source(probed(PLAIN, "seen"));
      ProjectConfig.Build build =
          new ProjectConfig.Build(Optional.of("javac"), List.of("src"), List.of(), options);
      Training asked = training.configured(new ProjectConfig(
          build,
          training.config().run(),
          training.config().recording(),
          training.config().limits()));

      TaskReport task = asked.replayOne("seen", version);

      assertThat(task.outcome()).isEqualTo(Outcome.BUILD_FAILED);
      assertThat(task.detail())
          .startsWith("this version is written in Java 5, which JDK ")
          .contains("[[jdk]]");
    }
  }
}
