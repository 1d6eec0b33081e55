package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.Lineage.Stage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files followed through real repositories, commit by commit. */
class LineageTest {
  private static final String BODY = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n";

  @TempDir
  Path folder;

  private static List<String> stages(GitRepo repo, String from, String path, String to) {
    try (History history = History.open(repo.dir())) {
      Version latest = history.resolve("main");
      return history
          .ways(latest)
          .lineage(history.resolve(from), path)
          .stages(history.resolve(to))
          .stream()
          .map(LineageTest::shown)
          .toList();
    }
  }

  private static String shown(Stage stage) {
    return stage.version().subject() + " " + stage.path().orElse("-");
  }

  private GitRepo renamedTwice() {
    GitRepo repo = GitRepo.init(folder);
    repo.commit("first", "a/Old.java", BODY);
    repo.commit("other", "Other.java", "x\n");
    repo.git("mv", "a/Old.java", "a/Mid.java");
    repo.commit("to mid", "a/Mid.java", BODY + "ten\n");
    repo.git("mv", "a/Mid.java", "New.java");
    repo.commit("to new", "New.java", BODY + "ten\neleven\n");
    repo.commit("changed", "New.java", BODY + "ten\neleven\ntwelve\n");
    return repo;
  }

  @Test
  void aFileIsFollowedThroughItsNames() {
    GitRepo repo = renamedTwice();
    assertThat(stages(repo, "main", "New.java", "main~4"))
        .containsExactly("to new New.java", "to mid a/Mid.java", "other a/Old.java");
  }

  @Test
  void commitsThatDoNotTouchItAreNoStages() {
    GitRepo repo = renamedTwice();
    assertThat(stages(repo, "main~2", "a/Mid.java", "main~4"))
        .isEqualTo(stages(repo, "main~2", "a/Mid.java", "main~3"))
        .containsExactly("other a/Old.java");
  }

  @Test
  void aFileThatWasNotThereYetEndsItsLine() {
    GitRepo repo = GitRepo.init(folder);
    repo.commit("first", "Other.java", "x\n");
    repo.commit("second", "Other.java", "x\ny\n");
    repo.commit("third", "New.java", BODY);
    assertThat(stages(repo, "main", "New.java", "main~2")).containsExactly("second -");
  }

  @Test
  void aVersionOnAnotherBranchIsReachedThroughWhereThatBegan() {
    GitRepo repo = GitRepo.init(folder);
    repo.commit("first", "A.java", BODY);
    repo.git("switch", "-q", "-c", "side");
    repo.git("mv", "A.java", "B.java");
    repo.commit("on the side", "B.java", BODY + "ten\n");
    repo.git("switch", "-q", "main");
    repo.commit("on main", "A.java", "zero\n" + BODY);
    assertThat(stages(repo, "main", "A.java", "side"))
        .containsExactly("first A.java", "on the side B.java");
  }

  @Test
  void ofTwoSidesOfAMergeTheFirstIsGone() {
    GitRepo repo = GitRepo.init(folder);
    repo.commit("first", "A.java", BODY);
    repo.git("switch", "-q", "-c", "side");
    repo.commit("on the side", "A.java", BODY + "ten\n");
    repo.git("switch", "-q", "main");
    repo.commit("on main", "A.java", "zero\n" + BODY);
    repo.git("merge", "-q", "--no-edit", "side");
    assertThat(stages(repo, "main", "A.java", "main~2"))
        .containsExactly("on main A.java", "first A.java");
    assertThat(stages(repo, "main", "A.java", "side")).containsExactly("on the side A.java");
  }

  @Test
  void noWayLeadsToWhatHasAnotherBeginning() {
    GitRepo repo = GitRepo.init(folder);
    repo.commit("first", "A.java", BODY);
    repo.git("switch", "-q", "--orphan", "apart");
    repo.commit("apart", "A.java", "x\n");
    assertThat(stages(repo, "main", "A.java", "apart")).isEmpty();
  }
}
