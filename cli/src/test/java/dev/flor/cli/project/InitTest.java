package dev.flor.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String MAIN =
      "package a;\n\nclass Train {\n  public static void main(String[] args) {}\n}\n";

  @TempDir
  Path temporary;

  @Test
  void writesAConfigurationWithTheMainClassAndAnIgnoredFolder() throws IOException {
    Given given = Given.repository(temporary).file("src/a/Train.java", MAIN);
    Given.Answer answer = given.flor("init").exits(ExitCode.DONE);
    answer.says("build tool: javac", "main class: a.Train", "wrote flor.toml");
    assertThat(answer.out()).isEmpty();
    assertThat(Files.readString(given.path("flor.toml"))).contains("\nmain = \"a.Train\"\n");
    assertThat(given.git("status", "--porcelain")).doesNotContain(".flor");
  }

  @Test
  void worksFromAFolderBelowTheRoot() {
    Given given = Given.repository(temporary).file("src/a/Train.java", MAIN);
    given.flor("-C", "src/a", "init").exits(ExitCode.DONE);
    assertThat(given.path("flor.toml")).exists();
    assertThat(given.path(".flor/.gitignore")).exists();
  }

  @Test
  void whateverIsDoneFirstGitSeesNothingOfIt() {
    for (String first : List.of("run", "propagate", "replay loss", "runs", "gc", "undo")) {
      Given given = TinyProject.committed(temporary.resolve(first));
      if (first.equals("run")) {
        given.file("src/tiny/Train.java", "no program").commit("Broken");
      }
      given.flor(first.split(" "));
      assertThat(given.git("status", "--porcelain")).as(first).isEmpty();
    }
    Given refs = TinyProject.committed(temporary.resolve("refs"));
    refs.file("src/tiny/Train.java", TinyProject.with("Flor.log(\"more\", epoch);"));
    refs.flor("propagate", "--explain", "--apply-to-refs").exits(ExitCode.DONE);
    assertThat(refs.git("status", "--porcelain")).isEqualTo(" M src/tiny/Train.java\n");
  }

  @Test
  void keepsAConfigurationThatIsThere() throws IOException {
    Given given = Given.repository(temporary).file("flor.toml", "[run]\nmain = \"x.Y\"\n");
    given.flor("init").exits(ExitCode.DONE).says("kept flor.toml");
    assertThat(Files.readString(given.path("flor.toml"))).isEqualTo("[run]\nmain = \"x.Y\"\n");
  }

  @Test
  void aConfigurationThatIsWrongIsSaidSo() {
    Given.repository(temporary)
        .file("flor.toml", "[run]\nmian = \"x.Y\"\n")
        .flor("init")
        .exits(ExitCode.USAGE)
        .says("flor: flor.toml:2: there is no mian in [run]", "hint: did you mean main?");
  }
}
