package dev.flor.history;

import static dev.flor.history.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialiseTest {
  @TempDir
  Path temp;

  /** Everything below the checkout of a clone that git made, without its .git. */
  private Path checkoutByGit(GitRepo repo, String... config) {
    Path clone = temp.resolve("by git");
    repo.git("clone", "-q", "--no-checkout", ".", clone.toString());
    GitRepo made = GitRepo.at(clone);
    for (String setting : config) {
      made.git("config", setting.split("=", 2)[0], setting.split("=", 2)[1]);
      repo.git("config", setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    made.git("checkout", "-q", "main");
    made.git("update-ref", "refs/heads/kept", "main");
    return clone;
  }

  private Path byFlor(GitRepo repo) {
    Path target = temp.resolve("by flor/deep");
    try (History history = History.open(repo.dir())) {
      history.tree(history.resolve("main")).materialise(target);
    }
    return target;
  }

  private static void assertSameFiles(Path expected, Path actual) throws IOException {
    try (var files = Files.walk(expected)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> !f.startsWith(expected.resolve(".git")))::iterator) {
        Path other = actual.resolve(expected.relativize(file));
        assertThat(Files.isSymbolicLink(other)).isEqualTo(Files.isSymbolicLink(file));
        if (Files.isSymbolicLink(file)) {
          assertThat(Files.readSymbolicLink(other)).isEqualTo(Files.readSymbolicLink(file));
        } else if (Files.isRegularFile(file)) {
          assertThat(other).hasSameBinaryContentAs(file);
          assertThat(Files.isExecutable(other)).isEqualTo(Files.isExecutable(file));
        }
      }
    }
  }

  private GitRepo everyKindOfFile() throws IOException {
    GitRepo repo = GitRepo.init(temp)
        .file("src/a b/Ünïcode.java", "class A {\r\n}\n")
        .file("run.sh", "#!/bin/sh\n")
        .file("notes.txt", "one\ntwo\n")
        .file("windows.bat", "one\ntwo\n")
        .file("data.bin", "\0\n\r\n")
        .file(".gitattributes", "*.bat text eol=crlf\n*.txt text=auto\n*.bin -text\n");
    assertThat(repo.dir().resolve("run.sh").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(repo.dir().resolve("src/link"), Path.of("../notes.txt"));
    Files.createSymbolicLink(repo.dir().resolve("out"), Path.of("/etc/nowhere"));
    return repo.commitAll("all");
  }

  @Test
  void theFilesAreThoseOfACheckout() throws IOException {
    GitRepo repo = everyKindOfFile();
    assertSameFiles(checkoutByGit(repo), byFlor(repo));
  }

  @Test
  void lineEndsAreThoseOfACheckoutWithAutocrlf() throws IOException {
    GitRepo repo = everyKindOfFile();
    Path expected = checkoutByGit(repo, "core.autocrlf=true");
    assertThat(Files.readString(expected.resolve("notes.txt"))).isEqualTo("one\r\ntwo\r\n");
    assertSameFiles(expected, byFlor(repo));
  }

  @Test
  void theWorkingTreeIsCopiedAsItIs() throws IOException {
    GitRepo repo = everyKindOfFile().file("notes.txt", "edited").file("new.txt", "new");
    Path target = temp.resolve("copy");
    try (History history = History.open(repo.dir())) {
      history.workingTree().materialise(target);
    }
    assertSameFiles(repo.dir(), target);
    assertThat(target.resolve(".git")).doesNotExist();
  }

  @Test
  void nothingIsWrittenIntoAFolderThatHoldsSomething() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one").file("a.txt", "mine");
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("main"));
      assertRefused(
          () -> tree.materialise(repo.dir()), MaterialiseException.class, "not empty", "empty");
    }
    assertThat(repo.dir().resolve("a.txt")).hasContent("mine");
  }

  @Test
  void aTreeThatWouldWriteThroughItsOwnLinkIsStopped() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "evil");
    String blob = repo.id("main:a.txt");
    String target = repo.file("target", outside.toString()).git("hash-object", "-w", "target");
    String folder = tree(repo, "100644 blob " + blob + "\tf");
    String root = tree(repo, "120000 blob " + target + "\td", "040000 tree " + folder + "\td");
    String commit = repo.git("commit-tree", "-m", "evil", root);
    try (History history = History.open(repo.dir())) {
      VersionTree evil = history.tree(history.resolve(commit));
      Path into = temp.resolve("into");
      assertRefused(() -> evil.materialise(into), MaterialiseException.class, "into", "folder");
    }
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aPathOutOfTheFolderIsRefused() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "evil");
    String file = "100644 blob " + repo.id("main:a.txt");
    String below = tree(repo, file + "\tf");
    for (String name : new String[] {"..", ".git", ".GIT", "."}) {
      String commit =
          repo.git("commit-tree", "-m", "evil", tree(repo, "040000 tree " + below + "\t" + name));
      try (History history = History.open(repo.dir())) {
        VersionTree evil = history.tree(history.resolve(commit));
        Path into = temp.resolve("into " + name.length() + name.hashCode());
        assertRefused(() -> evil.materialise(into), MaterialiseException.class, name, "git fsck");
      }
    }
    assertThat(temp.resolve("f")).doesNotExist();
  }

  /** Writes a tree object as it stands, however wrong. */
  private static String tree(GitRepo repo, String... entries) {
    try {
      var bytes = new java.io.ByteArrayOutputStream();
      for (String entry : entries) {
        String[] parts = entry.split("[ \t]", 4);
        String mode = parts[0].startsWith("0") ? parts[0].substring(1) : parts[0];
        bytes.write(
            (mode + " " + parts[3] + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        bytes.write(java.util.HexFormat.of().parseHex(parts[2]));
      }
      Path raw = Files.createTempFile(repo.dir(), "tree", "");
      Files.write(raw, bytes.toByteArray());
      return repo.git("hash-object", "-t", "tree", "-w", "--literally", raw.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() {
    GitRepo repo = GitRepo.init(temp).commit("v1", "a.txt", "one");
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("main"));
      Path below = repo.dir().resolve("a.txt/below a file");
      assertRefused(
          () -> tree.materialise(below), MaterialiseException.class, "below a file", "disk");
    }
  }
}
