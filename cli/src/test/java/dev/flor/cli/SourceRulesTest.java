package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that can be read off the source text of all modules. */
class SourceRulesTest {
  private static final Pattern PUBLIC_TYPE = Pattern.compile(
      "^public (?:abstract |final |sealed |non-sealed |strictfp )*"
          + "(?:class|interface|enum|record|@interface) (\\w+)",
      Pattern.MULTILINE);

  @Test
  void everyPublicTypeHasAJavadoc() {
    assertThat(mainSources()).allSatisfy(source -> {
      Matcher type = PUBLIC_TYPE.matcher(text(source));
      if (type.find()) {
        assertThat(text(source).substring(0, type.start()))
            .as("%s: %s has no Javadoc", source, type.group(1))
            .contains("/**");
      }
    });
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhatIsAbsent() {
    TreeSet<Path> packages = new TreeSet<>();
    mainSources().forEach(source -> packages.add(source.getParent()));
    assertThat(packages).allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
        .content()
        .containsPattern("Nothing[\\s*]+here"));
  }

  @Test
  void noFileIsLongerThanSixHundredLines() {
    assertThat(mainSources())
        .allSatisfy(source -> assertThat(text(source).lines().count())
            .as("lines of %s", source)
            .isLessThanOrEqualTo(600));
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(mainSources())
        .allSatisfy(source ->
            assertThat(text(source)).as("%s", source).doesNotContain("TODO", "FIXME", "XXX"));
  }

  private static List<Path> mainSources() {
    try (Stream<Path> modules = Files.list(Given.REPOSITORY)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(SourceRulesTest::sourcesBelow)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sourcesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
