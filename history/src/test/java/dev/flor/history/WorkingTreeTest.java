package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {
  @TempDir
  Path temp;

  @Test
  void trackedAndUntrackedFilesAreInItAndIgnoredOnesAreNot() throws IOException {
    GitRepo repo = GitRepo.init(temp)
        .file("build/kept.txt", "tracked although ignored")
        .file("gone.txt", "deleted later")
        .commit("v1", "a.txt", "one");
    repo.file(".gitignore", "build/\n*.log\n")
        .file("build/out/B.class", "ignored")
        .file("build/more.txt", "ignored")
        .file("x.log", "ignored")
        .file("a.txt", "edited")
        .file("sub/new.txt", "untracked")
        .file(".flor/runs/1/journal.flor", "flor's own");
    Files.delete(repo.dir().resolve("gone.txt"));
    GitRepo.at(repo.dir().resolve("nested")).git("init", "-q");
    Files.createSymbolicLink(repo.dir().resolve("sub/link"), Path.of("new.txt"));
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.workingTree();
      assertThat(tree.files())
          .containsExactly(".gitignore", "a.txt", "build/kept.txt", "sub/link", "sub/new.txt");
      assertThat(tree.read("a.txt")).asString(StandardCharsets.UTF_8).isEqualTo("edited");
      assertThat(tree.read("sub/link")).asString(StandardCharsets.UTF_8).isEqualTo("new.txt");
      assertThat(tree.contentId("a.txt")).isEqualTo(repo.git("hash-object", "a.txt"));
    }
  }

  @Test
  void namedPipesAreNoFiles() throws IOException, InterruptedException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one").commit("v2", "b.txt", "two");
    Files.delete(repo.dir().resolve("b.txt"));
    for (String name : List.of("b.txt", "Pipe.java")) {
      assertThat(new ProcessBuilder("mkfifo", repo.dir().resolve(name).toString())
              .start()
              .waitFor())
          .isZero();
    }
    try (History history = History.open(repo.dir())) {
      assertThat(history.workingTree().files()).containsExactly("a.txt");
    }
  }

  @Test
  void submodulesAreLeftAlone() {
    GitRepo library = GitRepo.at(temp.resolve("library"));
    library.git("init", "-q", "-b", "main");
    library.commit("v1", "Lib.java", "class Lib { }");
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one");
    repo.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "-q",
        "add",
        library.dir().toString(),
        "lib");
    repo.commitAll("with a submodule");
    try (History history = History.open(repo.dir())) {
      assertThat(history.workingTree().files()).containsExactly(".gitmodules", "a.txt");
      assertThat(history.tree(history.resolve("main")).files())
          .containsExactly(".gitmodules", "a.txt");
    }
  }

  @Test
  void nothingInTheRepositoryChangesWhateverIsAsked() throws IOException {
    GitRepo repo = GitRepo.init(temp)
        .commit("v1", "a.txt", "one")
        .commit("v2", "src/b.txt", "two")
        .file("a.txt", "edited")
        .file("new.txt", "new");
    repo.git("update-ref", "refs/flor/runs/01A", "main");
    repo.git("gc", "-q");
    repo.commit("v3", "c.txt", "three").file("c.txt", "edited again");
    repo.git("add", "c.txt");
    SortedMap<String, String> before = GitRepo.fingerprint(repo.dir());
    try (History history = History.open(repo.dir())) {
      assertThat(history.head()).isPresent();
      history.range("main~2..main");
      history.range("main~2...main");
      history.runSnapshots();
      VersionTree older = history.tree(history.resolve("main~1"));
      older.files().forEach(older::read);
      older.materialise(temp.resolve("older"));
      VersionTree now = history.workingTree();
      now.files().forEach(now::contentId);
      now.materialise(temp.resolve("now"));
    }
    assertThat(GitRepo.fingerprint(repo.dir())).isEqualTo(before);
  }
}
