package dev.flor.cli.project;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoProjectTest {
  @TempDir
  Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"init", "run", "propagate", "replay loss", "runs", "dataframe loss"})
  void outsideARepositoryEveryCommandSaysSoWithAHint(String command) {
    Given.folder(temporary)
        .flor(command.split(" ", -1))
        .failsInTwoLines(ExitCode.FAILED, "not a git repository", "git init");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "dataframe loss", "sql SELECT", "store rebuild"})
  void whereNothingWasRecordedTheStoreSaysSoWithAHint(String command) {
    Given.repository(temporary)
        .flor(command.split(" ", -1))
        .failsInTwoLines(ExitCode.FAILED, "nothing has been recorded here", "flor run");
  }

  @Test
  void anUnknownRunIsOneLineAndAHint() {
    Given.repository(temporary)
        .flor("journal", "cat", "nonsense")
        .failsInTwoLines(ExitCode.FAILED, "there is no run nonsense", "flor runs");
  }
}
