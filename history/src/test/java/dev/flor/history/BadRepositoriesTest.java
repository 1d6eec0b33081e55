package dev.flor.history;

import static dev.flor.history.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRepositoriesTest {
  @TempDir
  Path temp;

  @Test
  void noRepositoryIsSaidWithAHintToMakeOne() {
    assertRefused(
        () -> History.open(temp), NotARepositoryException.class, temp.toString(), "git init");
  }

  @Test
  void aRepositoryWithoutCommitsHasNoVersions() {
    GitRepo repo = GitRepo.init(temp).file("new.txt", "new");
    try (History history = History.open(repo.dir())) {
      assertThat(history.head()).isEmpty();
      assertThat(history.runSnapshots()).isEmpty();
      assertThat(history.workingTree().files()).containsExactly("new.txt");
      assertRefused(
          () -> history.resolve("HEAD"),
          EmptyRepositoryException.class,
          "no commits",
          "git commit");
    }
  }

  @Test
  void anUnknownRevisionNamesTheNearestBranch() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a", "1");
    repo.git("branch", "feature/momentum");
    try (History history = History.open(repo.dir())) {
      assertUnknown(history, "featur/momentun~2", "did you mean 'feature/momentum'?");
      assertUnknown(history, "mian", "did you mean 'main'?");
      assertUnknown(history, "xylophone", "git log");
      assertUnknown(history, "main~40..main", "its first is main~0");
      assertUnknown(history, "main main", "git log");
      assertUnknown(history, "--all", "git log");
      assertUnknown(history, "main^{nonsense}", "main is known");
      assertUnknown(history, "0123456789012345678901234567890123456789", "git log");
    }
  }

  private static void assertUnknown(History history, String spec, String hint) {
    assertRefused(
        () -> history.range(spec),
        UnknownRevisionException.class,
        spec.split("[.]{2}", -1)[0],
        hint);
  }

  @Test
  void aSha256RepositoryIsRefusedBeforeAnythingIsRead() {
    GitRepo repo = GitRepo.init(temp, "--object-format=sha256").commit("v1", "a", "1");
    assertRefused(
        () -> History.open(repo.dir()), UnsupportedRepositoryException.class, "sha256", "sha1");
  }

  @Test
  void anUnknownExtensionIsRefused() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a", "1");
    repo.git("config", "core.repositoryformatversion", "1");
    repo.git("config", "extensions.fromTheFuture", "true");
    assertRefused(
        () -> History.open(repo.dir()),
        UnsupportedRepositoryException.class,
        "fromTheFuture",
        "misread");
  }

  @Test
  void aPartialCloneSaysWhatBringsTheMissingFileAndThatCommandBringsIt() {
    GitRepo repo = GitRepo.init(temp)
        .commit("v0", "same.txt", "same")
        .commit("v1", "a b.txt", "one")
        .commit("v2", "a b.txt", "two");
    repo.git("config", "uploadpack.allowFilter", "true");
    Path partial = temp.resolve("partial clone");
    repo.git(
        "clone", "-q", "--filter=blob:none", repo.dir().toUri().toString(), partial.toString());
    try (History history = History.open(partial)) {
      VersionTree older = history.tree(history.resolve("main~1"));
      assertThat(older.files()).containsExactly("a b.txt", "same.txt");
      assertRefused(
          () -> older.read("a b.txt"),
          RepositoryReadException.class,
          "partial clone; missing here: 1 of the version's 2 files",
          "git fetch --refetch --no-filter origin");
    }
    GitRepo.at(partial).git("fetch", "-q", "--refetch", "--no-filter", "origin");
    try (History history = History.open(partial)) {
      byte[] bytes = history.tree(history.resolve("main~1")).read("a b.txt");
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("one");
    }
  }

  @Test
  void aPartialCloneWithoutFoldersSaysWhatBringsThem() {
    GitRepo repo = GitRepo.init(temp)
        .commit("v1", "folder/inner/b.txt", "b")
        .commit("v2", "a.txt", "one")
        .file("a.txt", "two")
        .commit("v3", "folder/inner/b.txt", "c");
    repo.git("config", "uploadpack.allowFilter", "true");
    Path partial = temp.resolve("partial clone");
    repo.git(
        "clone",
        "-q",
        "--no-checkout",
        "--filter=combine:blob:none+tree:1",
        repo.dir().toUri().toString(),
        partial.toString());
    try (History history = History.open(partial)) {
      Version older = history.resolve("main~1");
      assertRefused(
          () -> history.tree(older),
          RepositoryReadException.class,
          "(a partial clone)",
          "git fetch --refetch --no-filter origin");
    }
  }

  @Test
  void aDamagedObjectIsNamedWithTheFileThatNeedsIt() throws IOException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one");
    Path object = objectFile(repo, repo.id("main:a.txt"));
    assertThat(object.toFile().setWritable(true)).isTrue();
    Files.writeString(object, "noise");
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("main"));
      assertRefused(() -> tree.read("a.txt"), RepositoryReadException.class, "a.txt", "git fsck");
    }
  }

  @Test
  void aMissingObjectIsNamedWithTheFileThatNeedsIt() throws IOException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one");
    String blob = repo.id("main:a.txt");
    Files.delete(objectFile(repo, blob));
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("main"));
      assertRefused(() -> tree.read("a.txt"), RepositoryReadException.class, blob, "git fsck");
    }
  }

  private static Path objectFile(GitRepo repo, String id) {
    return repo.dir().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
  }

  @Test
  void aDamagedIndexIsAReadFailure() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one").file(".git/index", "noise");
    try (History history = History.open(repo.dir())) {
      assertRefused(
          history::workingTree, RepositoryReadException.class, "the working tree", "git fsck");
    }
  }
}
