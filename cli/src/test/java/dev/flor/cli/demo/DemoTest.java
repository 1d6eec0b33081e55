package dev.flor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import dev.flor.journal.RunDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir
  Path temporary;

  @Test
  void playsTheWholeStoryAndStartsNothingTheSecondTime() {
    Given given = Given.folder(temporary);
    Given.Answer first = given.flor("demo", "--keep", "the demo").exits(ExitCode.DONE);
    assertThat(first.out())
        .contains("$ git commit -m ", "$ flor run\n", "$ git diff\n", "$ flor propagate grad_norm")
        .contains("$ flor replay grad_norm --commits ", "$ flor dataframe grad_norm loss lr\n")
        .contains("12 versions have grad_norm in all 20 epochs; one cannot: ")
        .contains(" replays of recorded runs executed no training step")
        .doesNotContain("WRONG");
    assertThat(first.err()).contains(" differ\n", " has no grad_norm: refused at src/");
    int runs = RunDirectory.all(given.path("the demo/.flor")).size();

    Given.Answer second = given.flor("demo", "--keep", "the demo").exits(ExitCode.DONE);
    assertThat(second.out())
        .contains("everything was cached, and no process was started")
        .doesNotContain("$ flor run\n", "WRONG");
    assertThat(RunDirectory.all(given.path("the demo/.flor"))).hasSize(runs);
  }

  @Test
  void doesNotTouchAFolderThatIsNotItsOwn() {
    Given.folder(temporary)
        .file("mine/file.txt", "mine")
        .flor("demo", "--keep", "mine")
        .failsInTwoLines(ExitCode.USAGE, "mine is not empty", "does not exist yet");
  }
}
