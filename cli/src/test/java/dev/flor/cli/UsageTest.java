package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.io.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {
  @TempDir
  Path temporary;

  @Test
  void theVersionIsOneLineOnStdout() {
    Given.Answer answer = Given.folder(temporary).flor("--version").exits(ExitCode.DONE);
    assertThat(answer.out().lines()).hasSize(1).allMatch(line -> line.startsWith("flor "));
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void theVersionAfterAnotherOptionIsTheSame() {
    assertThat(Given.folder(temporary)
            .flor("-C", ".", "--version")
            .exits(ExitCode.DONE)
            .out())
        .startsWith("flor ");
  }

  @Test
  void theHelpListsEveryCommand() {
    Given.Answer answer = Given.folder(temporary).flor("--help").exits(ExitCode.DONE);
    assertThat(Commands.names()).allSatisfy(name -> assertThat(answer.out()).contains("  " + name));
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.flor.cli.Commands#names")
  void everyCommandHasHelp(String command) {
    Given.folder(temporary)
        .flor(command, "--help")
        .exits(ExitCode.DONE)
        .prints("Usage: flor " + command, "Show this help.");
  }

  @Test
  void noCommandIsAUsageError() {
    Given.folder(temporary)
        .flor()
        .failsInTwoLines(ExitCode.USAGE, "no command is given", "flor --help");
  }

  @Test
  void aMisspeltCommandIsAskedBack() {
    Given.folder(temporary)
        .flor("replya", "loss")
        .failsInTwoLines(ExitCode.USAGE, "replya", "did you mean replay");
  }

  @Test
  void anUnknownOptionIsAskedBack() {
    Given.folder(temporary)
        .flor("runs", "--formt", "csv")
        .failsInTwoLines(ExitCode.USAGE, "--formt", "--format");
  }

  @Test
  void anUnknownFormatIsNamedWithTheKnownOnes() {
    Given.folder(temporary)
        .flor("runs", "--format", "xml")
        .failsInTwoLines(ExitCode.USAGE, "'xml'", "flor runs --help");
  }

  @Test
  void aMissingNameIsAUsageError() {
    Given.folder(temporary).flor("replay").failsInTwoLines(ExitCode.USAGE, "NAME", "flor replay");
  }

  @Test
  void groupsOfCommandsSayWhatTheyHold() {
    Given.folder(temporary).flor("store").failsInTwoLines(ExitCode.USAGE, "store rebuild", "help");
    Given.folder(temporary).flor("journal").failsInTwoLines(ExitCode.USAGE, "journal cat", "help");
  }
}
