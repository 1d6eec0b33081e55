package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir
  Path temp;

  private GitRepo threeVersions() {
    return GitRepo.init(temp)
        .commit("v1", "src/Train.java", "class Train { }")
        .commit("v2", "src/Train.java", "class Train { int epochs = 3; }")
        .commit("v3", "README.md", "digits");
  }

  private static List<String> subjects(List<Version> versions) {
    return versions.stream().map(Version::subject).toList();
  }

  @Test
  void aVersionTellsWhoMadeItWhenAndFromWhat() {
    GitRepo repo = threeVersions();
    try (History history = History.open(repo.dir())) {
      Version version = history.resolve("main");
      assertThat(version)
          .isEqualTo(new Version(
              repo.id("HEAD"),
              List.of(repo.id("HEAD~1")),
              Instant.ofEpochSecond(1_700_000_120L),
              "Ada",
              "v3"));
      assertThat(version.abbreviated()).isEqualTo(repo.git("rev-parse", "--short=7", "HEAD"));
    }
  }

  @Test
  void theRepositoryIsFoundFromAFolderBelow() {
    GitRepo repo = threeVersions();
    try (History history = History.open(repo.dir().resolve("src"))) {
      assertThat(history.root()).isEqualTo(repo.dir());
    }
  }

  @Test
  void twoVersionsDifferWhereTheIdsOfFilesDo() {
    GitRepo repo = GitRepo.init(temp)
        .file("a/one", "1")
        .file("a/b/two", "2")
        .file("a.b", "3")
        .commit("v1", "gone/there", "4")
        .file("a/one", "other")
        .commit("v2", "new/below/it", "5");
    repo.git("rm", "-q", "-r", "a", "gone");
    repo.file("gone", "a file now").commit("v3", "a/b", "a file, too").commitAll("v4");
    try (History history = History.open(repo.dir())) {
      List<VersionTree> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(history.tree(history.resolve("main~" + i)));
      }
      for (VersionTree one : all) {
        for (VersionTree other : all) {
          SortedSet<String> paths = new TreeSet<>(one.files());
          paths.addAll(other.files());
          paths.removeIf(path -> one.id(path).equals(other.id(path)));
          assertThat(one.differing(other)).contains(paths);
        }
        assertThat(one.differing(history.workingTree())).isEmpty();
        assertThat(history.workingTree().differing(one)).isEmpty();
      }
      assertThat(all.get(3).differing(all.get(0)))
          .contains(new TreeSet<>(
              List.of("a/b", "a/b/two", "a/one", "gone", "gone/there", "new/below/it")));
    }
  }

  @Test
  void revisionsAreBranchesTagsIdsAndTheirAncestors() {
    GitRepo repo = threeVersions();
    repo.git("tag", "-m", "first", "v1.0", "main~2");
    try (History history = History.open(repo.dir())) {
      String first = repo.id("main~2");
      assertThat(List.of("v1.0", "main~2", "HEAD~2", first, first.substring(0, 8), "@^^"))
          .allSatisfy(name -> assertThat(history.resolve(name).id()).isEqualTo(first));
    }
  }

  @Test
  void aRangeIsOldestFirstAndWithoutItsStart() {
    try (History history = History.open(threeVersions().dir())) {
      assertThat(subjects(history.range("main~2..main"))).containsExactly("v2", "v3");
      assertThat(subjects(history.range("main~1.."))).containsExactly("v3");
      assertThat(subjects(history.range("main~1^!"))).containsExactly("v2");
      assertThat(subjects(history.range("main~1"))).containsExactly("v2");
      assertThat(history.range("main..main~2")).isEmpty();
    }
  }

  @Test
  void mergedBranchesComeParentsBeforeChildrenAndAlwaysInTheSameOrder() {
    GitRepo repo = threeVersions();
    repo.git("checkout", "-q", "-b", "side", "main~1");
    repo.commit("side 1", "side.txt", "1").commit("side 2", "side.txt", "2");
    repo.git("checkout", "-q", "main");
    repo.commit("v4", "README.md", "more");
    repo.git("merge", "-q", "-m", "merge", "side");
    try (History history = History.open(repo.dir())) {
      List<String> order = subjects(history.range("main~3..main"));
      assertThat(order).containsExactly("v3", "side 1", "side 2", "v4", "merge");
      assertThat(subjects(history.range("side...main~1")))
          .containsExactly("v3", "side 1", "side 2", "v4");
    }
  }

  @Test
  void snapshotsOfRunsAreFoundByRun() {
    GitRepo repo = threeVersions();
    repo.git("update-ref", "refs/flor/runs/01B", "main~1");
    repo.git("update-ref", "refs/flor/runs/01A", "main");
    repo.git("pack-refs", "--all");
    try (History history = History.open(repo.dir())) {
      assertThat(history.runSnapshots().keySet()).containsExactly("01A", "01B");
      assertThat(history.runSnapshots().get("01B")).isEqualTo(history.resolve("main~1"));
    }
  }

  @Test
  void aTreeHoldsTheFilesOfItsVersion() {
    GitRepo repo = threeVersions();
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("main~1"));
      assertThat(tree.files()).containsExactly("src/Train.java");
      assertThat(new String(tree.read("src/Train.java"), StandardCharsets.UTF_8))
          .isEqualTo("class Train { int epochs = 3; }");
      assertThat(tree.contentId("src/Train.java")).isEqualTo(repo.id("main~1:src/Train.java"));
    }
  }

  @Test
  void aBareRepositoryHasVersionsButNoWorkingTree() {
    GitRepo repo = threeVersions();
    Path bare = temp.resolve("bare one.git");
    repo.git("clone", "-q", "--bare", ".", bare.toString());
    try (History history = History.open(bare)) {
      assertThat(history.root()).isEqualTo(bare);
      assertThat(history.range("main~1..main")).hasSize(1);
      assertThat(history.head()).isPresent();
      Refusals.assertRefused(
          history::workingTree, UnsupportedRepositoryException.class, "is bare", "--from");
    }
  }

  @Test
  void aLinkedWorktreeHasAHeadAndAnIndexOfItsOwnAndSharesTheRest() {
    GitRepo repo = threeVersions();
    repo.git("update-ref", "refs/flor/runs/01A", "main");
    Path linked = temp.resolve("linked tree");
    repo.git("worktree", "add", "-q", "--detach", linked.toString(), "main~2");
    GitRepo.at(linked).file("new.txt", "new");
    try (History history = History.open(linked.resolve("src"))) {
      assertThat(history.root()).isEqualTo(linked);
      assertThat(history.head().map(Version::subject)).contains("v1");
      assertThat(history.resolve("main").subject()).isEqualTo("v3");
      assertThat(history.runSnapshots()).containsKey("01A");
      assertThat(history.workingTree().files()).containsExactly("new.txt", "src/Train.java");
    }
  }

  @Test
  void aShallowCloneEndsWhereItIsCut() {
    GitRepo repo = threeVersions();
    Path shallow = temp.resolve("shallow");
    repo.git("clone", "-q", "--depth=2", repo.dir().toUri().toString(), shallow.toString());
    try (History history = History.open(shallow)) {
      assertThat(history.resolve("main~1").parents()).isEmpty();
      Refusals.assertRefused(
          () -> history.resolve("main~2"), UnknownRevisionException.class, "main~2", "main~1");
      String cut = history.waysId(history.resolve("main"));
      assertThat(history.waysId(history.resolve("main"))).isEqualTo(cut);
      repo.git("-C", shallow.toString(), "fetch", "-q", "--unshallow");
      try (History whole = History.open(shallow)) {
        assertThat(whole.waysId(whole.resolve("main"))).isNotEqualTo(cut);
      }
    }
  }
}
