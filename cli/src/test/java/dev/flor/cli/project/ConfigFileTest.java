package dev.flor.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.cli.io.UsageException;
import dev.flor.replay.project.ProjectConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir
  Path temporary;

  @Test
  void anEmptyFileAndNoFileAreTheDefaults() {
    assertThat(ConfigFile.parse("")).isEqualTo(ProjectConfig.defaults());
    assertThat(ConfigFile.in(temporary)).isEqualTo(ProjectConfig.defaults());
  }

  @Test
  void everyKeyIsRead() {
    ProjectConfig config = ConfigFile.parse("""
            [build]
            tool = "javac"
            sources = ["src", "gen"]
            classpath = ["lib/*.jar"]
            [run]
            main = "digits.Train"
            args = ["--fast"]
            data = ["data"]
            [checkpoint]
            policy = "always"
            [replay]
            timeout = "90s"
            memory = "1g"
            """);
    assertThat(config.build().tool()).contains("javac");
    assertThat(config.build().sources()).containsExactly("src", "gen");
    assertThat(config.run())
        .isEqualTo(
            new ProjectConfig.Run(Optional.of("digits.Train"), List.of("--fast"), List.of("data")));
    assertThat(config.recording().policy()).isEqualTo("always");
    assertThat(config.limits())
        .isEqualTo(new ProjectConfig.Limits(Duration.ofSeconds(90), Optional.of("1g")));
  }

  @Test
  void whatCountsForSomeCommitsIsReadInItsOrder() {
    ProjectConfig config = ConfigFile.parse("""
            [[run]]
            commits = "v1..v2, v4"
            main = "old.Train"
            jvm = ["-Dfast=true"]
            directory = "work"
            [[run]]
            main = "digits.Train"
            [[build]]
            commits = "..v1"
            tool = "maven"
            options = ["-Pcpu"]
            [[jdk]]
            commits = "..v3"
            home = "/opt/jdk-11"
            """);
    assertThat(config.run().main()).contains("digits.Train");
    assertThat(config.build()).isEqualTo(ProjectConfig.defaults().build());
    assertThat(config.forCommits())
        .extracting(ProjectConfig.ForCommits::commits)
        .containsExactly("..v1", "v1..v2, v4", "..v3");
    assertThat(config.forCommits().get(0).build().orElseThrow().options()).containsExactly("-Pcpu");
    assertThat(config.forCommits().get(1).run().orElseThrow())
        .isEqualTo(new ProjectConfig.Run(
            Optional.of("old.Train"), List.of(), List.of(), List.of("-Dfast=true"), "work"));
    assertThat(config.forCommits().get(2).jdk()).contains("/opt/jdk-11");
  }

  @Test
  void aJdkForNoCommitsIsAskedBack() {
    fails("[[jdk]]\nhome = \"/opt/jdk\"\n", "commits in [jdk]", "range of commits");
    fails(
        "[[run]]\ncommits = \"v1\"\nman = \"x\"\n",
        "flor.toml:3: there is no man in [run]",
        "main");
  }

  @Test
  void theFileThatInitWritesIsTheDefaults() {
    assertThat(ConfigFile.parse(new ProjectSurvey("javac", List.of()).config()))
        .isEqualTo(ProjectConfig.defaults());
  }

  @Test
  void aToleranceIsAShare() {
    assertThat(ConfigFile.parse("[replay]\ntolerance = 1e-6\n").limits().tolerance())
        .isEqualTo(1e-6);
    fails("[replay]\ntolerance = 1.0\n", "tolerance", "a share");
    fails("[replay]\ntolerance = -0.1\n", "tolerance", "a share");
  }

  @Test
  void anUnknownKeyIsAskedBackWithItsLine() {
    fails(
        "[build]\ntool = \"javac\"\n[run]\nman = \"x\"\n",
        "flor.toml:4: there is no man in [run]",
        "did you mean main?");
  }

  @Test
  void anUnknownTableIsAskedBackWithItsLine() {
    fails("[bild]\n", "flor.toml:1: there is no [bild]", "did you mean build?");
  }

  @Test
  void aKeyFarFromAllKnownOnesListsThem() {
    fails("[run]\nsomething_else = 1\n", "something_else", "known here: commits, main, args, data");
  }

  @Test
  void aWrongTypeSaysWhatItShouldBe() {
    fails("[run]\nargs = \"a b\"\n", "flor.toml:2: args in [run] is \"a b\"", "a list of texts");
    fails("[run]\nargs = [1]\n", "flor.toml:2: ", "a list of texts");
    fails("[run]\nmain = 3\n", "main in [run] is 3", "a text in quotes");
    fails("run = 3\n", "flor.toml:1: [run] is 3", "a table");
  }

  @Test
  void aWrongWordSaysTheRightOnes() {
    fails("[checkpoint]\npolicy = \"sometimes\"\n", "sometimes", "one of adaptive, always, never");
    fails("[replay]\ntimeout = \"soon\"\n", "flor.toml:2: ", "a duration such as \"10m\"");
  }

  @Test
  void whatIsNotTomlIsOneLineWithItsNumber() {
    fails("[run]\nmain = \n", "flor.toml:2: ", "repair the line");
  }

  private static void fails(String text, String message, String hint) {
    UsageException e = catchThrowableOfType(UsageException.class, () -> ConfigFile.parse(text));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).contains(message).doesNotContain("\n");
    assertThat(e.hint()).contains(hint);
  }
}
