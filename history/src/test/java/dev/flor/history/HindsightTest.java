package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits on top of versions; all else in the repository stays as it is, to the byte. */
class HindsightTest {
  @TempDir
  Path temp;

  private GitRepo versions() {
    GitRepo repo = GitRepo.init(temp)
        .file("tool", "run")
        .file("src/näme 1/A.java", "class A {}\r\n")
        .commit("v1", "src/b/B.java", "class B {}");
    repo.git("update-index", "--chmod=+x", "tool");
    repo.git("update-index", "--add", "--cacheinfo", "160000," + repo.id("HEAD") + ",sub");
    repo.git("commit", "-q", "-m", "v2");
    repo.git("stash", "list");
    repo.commit("v3", "other", "x");
    return repo.file("src/b/B.java", "class B { /* dirty */ }");
  }

  private Path folder() {
    return temp.resolve("flor's own");
  }

  private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private List<RefChange> write(GitRepo repo, String more) {
    try (History history = History.open(repo.dir());
        Hindsight hindsight = history.hindsight(folder())) {
      for (String version : List.of("main", "main~1")) {
        hindsight.add(
            history.resolve(version),
            files(
                "src/b/B.java", "class B { " + more + " }", "src/näme 1/A.java", "class A { }\r\n"),
            "one more\n");
      }
      hindsight.leaveOut(history.resolve("main~2"));
      return hindsight.write();
    }
  }

  private List<RefChange> undo(GitRepo repo) {
    try (History history = History.open(repo.dir())) {
      return history.undo(folder());
    }
  }

  private static SortedMap<String, String> allButObjectsAndFlorsRefs(GitRepo repo) {
    SortedMap<String, String> files = GitRepo.fingerprint(repo.dir());
    files
        .keySet()
        .removeIf(path -> path.startsWith(".git/objects")
            || path.startsWith(".git/refs/flor")
            || path.equals(".git/refs"));
    return files;
  }

  private static String refs(GitRepo repo) {
    return repo.git("for-each-ref", "refs/flor");
  }

  @Test
  void aVersionGetsACommitOnTopAndNothingElseChanges() {
    GitRepo repo = versions();
    SortedMap<String, String> before = allButObjectsAndFlorsRefs(repo);
    assertThat(write(repo, "int i;")).hasSize(2);
    assertThat(allButObjectsAndFlorsRefs(repo)).isEqualTo(before);
    repo.git("fsck", "--strict", "--no-dangling");
    String ref = "refs/flor/hindsight/" + repo.id("main~1");
    assertThat(repo.id(ref + "^")).isEqualTo(repo.id("main~1"));
    assertThat(repo.git("-c", "core.quotePath=false", "diff", "--stat", "main~1", ref))
        .contains("src/b/B.java", "src/näme 1/A.java", "2 files changed");
    assertThat(repo.git("ls-tree", ref)).contains("100755 blob", "160000 commit");
    assertThat(repo.git("reflog", "show", "--all")).doesNotContain("flor");
  }

  @Test
  void theSameAgainWritesNothingAndUndoTakesTheLastWriteBack() {
    GitRepo repo = versions();
    write(repo, "int i;");
    String first = refs(repo);
    assertThat(write(repo, "int i;")).isEmpty();
    assertThat(write(repo, "int k;")).hasSize(2);
    assertThat(refs(repo)).isNotEqualTo(first);
    repo.git("update-ref", "refs/flor/hindsight/" + repo.id("main~1"), "main");
    assertThat(undo(repo)).as("what was changed since is left alone").hasSize(1);
    assertThat(undo(repo)).isEmpty();
    assertThat(repo.id("refs/flor/hindsight/" + repo.id("main~1"))).isEqualTo(repo.id("main"));
    assertThat(first).contains(repo.id("refs/flor/hindsight/" + repo.id("main")));
  }

  @Test
  void undoOfTheFirstWriteLeavesNoRef() {
    GitRepo repo = versions();
    write(repo, "int i;");
    repo.git("pack-refs", "--all");
    assertThat(undo(repo)).hasSize(2);
    assertThat(refs(repo)).isEmpty();
    repo.git("fsck", "--strict", "--no-dangling");
  }

  /** As a process leaves it that was killed after half of its refs, with the lock of the next one. */
  @Test
  void aWriteThatWasKilledIsGoneOnWithAndCanBeTakenBackWhole() throws IOException {
    GitRepo repo = versions();
    write(repo, "int i;");
    String first = refs(repo);
    write(repo, "int k;");
    String second = refs(repo);
    Path folder = folder();
    Files.move(folder.resolve("last"), folder.resolve("pending"));
    String half = "refs/flor/hindsight/" + repo.id("main");
    repo.git(
        "update-ref",
        half,
        first.lines().filter(l -> l.endsWith(half)).findFirst().orElseThrow().split(" ", 2)[0]);
    Files.writeString(repo.dir().resolve(".git/" + half + ".lock"), "");
    Path left = Files.createDirectories(folder.resolve("objects-4194305/objects/pack"));
    Files.writeString(left.resolve("x.pack"), "torn");

    write(repo, "int k;");

    assertThat(refs(repo)).isEqualTo(second);
    assertThat(folder.resolve("objects-4194305")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("objects"));
    undo(repo);
    assertThat(refs(repo)).isEqualTo(first);
  }

  @Test
  void aRefThatAnotherProgramHasLockedIsSaid() throws IOException {
    GitRepo repo = versions();
    write(repo, "int i;");
    Path lock = repo.dir().resolve(".git/refs/flor/hindsight/" + repo.id("main") + ".lock");
    Files.writeString(lock, "");
    Refusals.assertRefused(
        () -> write(repo, "int k;"), RefWriteException.class, repo.id("main"), "another program");
    assertThat(lock).exists();
  }

  @Test
  void aBareAndALinkedRepositoryAreWrittenToo() {
    GitRepo repo = versions();
    Path linked = temp.resolve("linked tree");
    repo.git("worktree", "add", "-q", "--detach", linked.toString(), "main~2");
    assertThat(write(GitRepo.at(linked), "int i;")).hasSize(2);
    assertThat(refs(repo).lines()).hasSize(2);
    Path bare = temp.resolve("bare one.git");
    repo.git("clone", "-q", "--bare", ".", bare.toString());
    assertThat(write(GitRepo.at(bare), "int i;")).hasSize(2);
    GitRepo.at(bare).git("fsck", "--strict", "--no-dangling");
  }
}
