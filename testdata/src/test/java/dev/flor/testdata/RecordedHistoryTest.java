package dev.flor.testdata;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedHistoryTest {
  private final RecordedHistory digits = RecordedHistory.digits();

  @TempDir
  Path scratch;

  @Test
  void aHistoryBuiltTwiceHasTheSameCommitIds() {
    List<String> ids = digits.buildIn(scratch.resolve("one place"));

    assertThat(digits.buildIn(scratch.resolve("another place")))
        .isEqualTo(ids)
        .doesNotHaveDuplicates();
    assertThat(ids).hasSameSizeAs(digits.commits());
  }

  @Test
  void theRepositoryIsCleanAndOnMainAfterTheLastCommit() throws Exception {
    Path repo = scratch.resolve("a repository");
    digits.buildIn(repo);

    assertThat(git(repo, "status", "--porcelain=v2", "--branch"))
        .contains("# branch.head main")
        .allMatch(line -> line.startsWith("# "));
  }

  @Test
  void eachCommitKeepsItsAuthorDateAndMessage() throws Exception {
    Path repo = scratch.resolve("a repository");
    digits.buildIn(repo);

    assertThat(git(repo, "log", "-1", "--reverse", "--format=%an <%ae> %aI %cn %cI %s", "main~12"))
        .containsExactly("Mara Lindqvist <mara@digits.example> 2026-09-07T21:14:00+02:00 "
            + "Mara Lindqvist 2026-09-07T21:14:00+02:00 A network that learns to read digits");
    assertThat(git(repo, "log", "--reverse", "--format=%s"))
        .isEqualTo(digits.commits().stream().map(RecordedCommit::subject).toList());
    assertThat(git(repo, "log", "--reverse", "--format=%at")).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theProbeEditsTwoFilesOfTheLastVersion() throws Exception {
    Path repo = scratch.resolve("a repository");
    digits.buildIn(repo);
    digits.probe().writeTo(repo);

    assertThat(git(repo, "diff", "--name-only")).isEqualTo(digits.probe().files());
    assertThat(git(repo, "diff", "--numstat"))
        .allMatch(line -> line.contains("\t0\t"), "only adds lines");
  }

  @Test
  void someVersionsWereRecordedAndSomeWereNot() {
    assertThat(digits.commits().stream().filter(RecordedCommit::recorded)).hasSize(10);
    assertThat(digits.commits()).hasSize(13);
  }

  @Test
  void deletedFilesAreGoneAfterTheirCommit() {
    Path tree = scratch.resolve("a tree");
    digits.commits().forEach(commit -> commit.writeTo(tree));

    assertThat(tree.resolve("src/digits/nn/Network.java")).exists();
    assertThat(tree.resolve(".gitignore")).exists();
    assertThat(tree.resolve("src/digits/Network.java")).doesNotExist();
    assertThat(tree.resolve("src/digits/Net.java")).doesNotExist();
  }

  @Test
  void theIndexListsEveryFile() throws IOException {
    Path history = Path.of("histories", "digits");
    TreeSet<String> files = new TreeSet<>();
    for (String folder : List.of("commits", "probe")) {
      try (Stream<Path> walk = Files.walk(history.resolve(folder))) {
        files.addAll(walk.filter(Files::isRegularFile)
            .map(file -> history.relativize(file).toString().replace('\\', '/'))
            .collect(toCollection(TreeSet::new)));
      }
    }

    assertThat(Files.readAllLines(history.resolve(Resources.INDEX)))
        .containsExactlyElementsOf(files);
  }

  private static List<String> git(Path repo, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("git");
    builder.command().addAll(List.of(arguments));
    Process process = builder.directory(repo.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
