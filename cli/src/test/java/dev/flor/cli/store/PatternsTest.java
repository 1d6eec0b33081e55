package dev.flor.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/patterns.md says what is so: its programs are run, its queries asked, and the answers are these. */
class PatternsTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(java|sh|sql|text)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  @TempDir
  Path temporary;

  static List<String> sections() throws IOException {
    String text = Files.readString(Given.REPOSITORY.resolve("docs/patterns.md"));
    return List.of(text.split("\n(?=## )")).stream().skip(1).toList();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void thePatternWorksAsWritten(String section) {
    Given given = Given.repository(temporary);
    String answer = "";
    int compared = 0;
    for (MatchResult block : BLOCK.matcher(section).results().toList()) {
      String text = block.group(2);
      switch (block.group(1)) {
        case "java" -> write(given, text);
        case "sh" ->
          text.lines()
              .forEach(line ->
                  given.flor(line.substring("flor ".length()).split(" ")).exits(ExitCode.DONE));
        case "sql" -> answer = given.flor("sql", text).exits(ExitCode.DONE).out();
        default -> {
          assertThat(answer).isEqualTo(text);
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static void write(Given given, String program) {
    Matcher name = CLASS.matcher(program);
    assertThat(name.find()).isTrue();
    given.file(
        "flor.toml",
        "[run]\nmain = \"" + name.group(1) + "\"\n[checkpoint]\npolicy = \"always\"\n");
    given.file("src/" + name.group(1) + ".java", program).commit("A program");
  }
}
