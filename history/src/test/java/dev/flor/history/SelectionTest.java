package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which versions revisions, ranges and options name; git says the same. */
class SelectionTest {
  @TempDir
  Path temp;

  /** v1 - v2 - v3 - merge - v4, with "side 1" and "side 2" between v2 and the merge. */
  private GitRepo merged() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a", "1").commit("v2", "a", "2");
    repo.git("checkout", "-q", "-b", "side");
    repo.commit("side 1", "b", "1").commit("side 2", "b", "2");
    repo.git("checkout", "-q", "main");
    repo.commit("v3", "a", "3");
    repo.git("merge", "-q", "-m", "merge", "side");
    return repo.commit("v4", "a", "4");
  }

  private static List<String> subjects(GitRepo repo, Selection selection) {
    try (History history = History.open(repo.dir())) {
      return history.select(selection).stream().map(Version::subject).toList();
    }
  }

  private static Selection firstParent(String... specs) {
    return new Selection(List.of(specs), true, false, Optional.empty());
  }

  @Test
  void firstParentsAreTheLineAMergeWasMadeOnAsGitSaysIt() {
    GitRepo repo = merged();
    for (String range : List.of("main~3..main", "side..main", "side~1..main", "main..side")) {
      assertThat(subjects(repo, firstParent(range)))
          .as(range)
          .isEqualTo(repo.git("log", "--reverse", "--first-parent", "--format=%s", range)
              .lines()
              .toList());
    }
    assertThat(subjects(repo, firstParent("side...main")))
        .containsExactlyInAnyOrder("v3", "merge", "v4");
  }

  @Test
  void whatSeveralRangesNameComesOnce() {
    GitRepo repo = merged();
    repo.git("tag", "-a", "-m", "two", "v2.0", "main~3");
    assertThat(subjects(repo, Selection.of(List.of("main~1..main", "v2.0", "main~2..main"))))
        .containsExactly("v4", "v2", "side 1", "side 2", "merge");
  }

  @Test
  void sinceADayIsAllThatHeadReachesOrWhatIsNamed() {
    GitRepo repo = merged();
    Optional<Instant> start = Optional.of(Instant.ofEpochSecond(1_700_000_000L + 4 * 60));
    assertThat(subjects(repo, new Selection(List.of(), false, false, start)))
        .containsExactly("v3", "merge", "v4");
    assertThat(subjects(repo, new Selection(List.of("side", "main"), false, false, start)))
        .containsExactly("v4");
    Optional<Instant> epoch = Optional.of(Instant.EPOCH);
    assertThat(subjects(repo, new Selection(List.of(), true, false, epoch)))
        .containsExactly("v1", "v2", "v3", "merge", "v4");
  }

  @Test
  void severalRootsAreAllFoundParentsBeforeChildren() {
    GitRepo repo = merged();
    repo.git("checkout", "-q", "--orphan", "other");
    repo.commit("another root", "c", "1");
    repo.git("checkout", "-q", "main");
    repo.git("merge", "-q", "--allow-unrelated-histories", "-m", "joined", "other");
    List<String> all =
        subjects(repo, new Selection(List.of(), false, false, Optional.of(Instant.EPOCH)));
    assertThat(all).hasSize(9).contains("v1", "another root").endsWith("joined");
    assertThat(subjects(repo, Selection.of(List.of("main~1..main"))))
        .containsExactly("another root", "joined");
  }

  @Test
  void allRunsAreTheirSnapshotsOldestFirst() {
    GitRepo repo = merged();
    repo.git("update-ref", "refs/flor/runs/01A", "main");
    repo.git("update-ref", "refs/flor/runs/01B", "side");
    repo.git("update-ref", "refs/flor/runs/01C", "main");
    assertThat(subjects(repo, new Selection(List.of(), false, true, Optional.empty())))
        .containsExactly("side 2", "v4");
    assertThat(subjects(repo, new Selection(List.of("main~1"), false, true, Optional.empty())))
        .containsExactly("merge", "side 2", "v4");
  }

  @Test
  void foldersAreReadOnceAndListsOfFilesAreToldByTheirIds() {
    GitRepo repo = GitRepo.init(temp)
        .commit("v1", "src/a/A.java", "1")
        .commit("v2", "src/a/A.java", "2")
        .commit("v3", "src/a/B.java", "1");
    try (History history = History.open(repo.dir())) {
      VersionTree first = history.tree(history.resolve("main~2"));
      VersionTree second = history.tree(history.resolve("main~1"));
      VersionTree third = history.tree(history.resolve("main"));
      assertThat(first.filesId()).isEqualTo(second.filesId()).isNotEqualTo(third.filesId());
      assertThat(first.files()).isSameAs(second.files()).containsExactly("src/a/A.java");
      assertThat(third.files()).containsExactly("src/a/A.java", "src/a/B.java");
      assertThat(third.id("src/a/B.java")).contains(repo.id("main:src/a/B.java"));
      for (String none :
          List.of("src/a/C.java", "src/a", "src/b/A.java", "A.java", "src/a/A.java/x")) {
        assertThat(third.id(none)).as(none).isEmpty();
      }
    }
  }
}
