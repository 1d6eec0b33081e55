package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.io.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what is so. */
class DocumentsTest {
  private static final Path ROOT = Given.REPOSITORY;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    assertThat(documents()).allSatisfy(document -> {
      Matcher link = LINK.matcher(text(document));
      while (link.find()) {
        assertThat(document.resolveSibling(link.group(1)))
            .as("link in %s", document)
            .exists();
      }
    });
  }

  @Test
  void theExitCodesAreDocumented() {
    String manual = text(ROOT.resolve("docs/cli.md"));
    assertThat(ExitCode.values())
        .allSatisfy(code -> assertThat(manual).contains("\n| " + code.number() + " | "));
  }

  @Test
  void everyCommandIsInTheManualAndInTheReadme() {
    String manual = text(ROOT.resolve("docs/cli.md"));
    String readme = text(ROOT.resolve("README.md"));
    assertThat(Commands.names()).allSatisfy(name -> {
      assertThat(manual).contains("`flor " + name);
      assertThat(readme).contains("| `flor " + name);
    });
  }

  @Test
  void theArchitectureIsUnderTwoPages() {
    assertThat(text(ROOT.resolve("ARCHITECTURE.md")).lines().count()).isLessThanOrEqualTo(130);
  }

  @Test
  void theContinuousIntegrationCallsTheReadmesTestCommand() {
    assertThat(text(ROOT.resolve("README.md"))).contains("    ./mvnw verify ");
    assertThat(text(ROOT.resolve(".ci/run"))).contains("\n./mvnw verify\n");
  }

  private static List<Path> documents() {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/adr"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
