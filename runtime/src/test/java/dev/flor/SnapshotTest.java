package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir
  Path temporary;

  private UserProgram program() throws IOException {
    return new UserProgram(temporary, "Flor.log(\"x\", 1);");
  }

  private static String git(Path folder, String... arguments) throws Exception {
    StringBuilder text = new StringBuilder();
    int exit = git(folder, text, arguments);
    assertThat(exit).as("%s: %s", List.of(arguments), text).isZero();
    return text.toString().trim();
  }

  private static int exit(Path folder, String... arguments) throws Exception {
    return git(folder, new StringBuilder(), arguments);
  }

  private static int git(Path folder, StringBuilder text, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting :
        new String[] {"user.name=A", "user.email=a@example.org", "init.defaultBranch=main"}) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process = builder.redirectErrorStream(true).start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    text.append(out.toString(StandardCharsets.UTF_8));
    return process.waitFor();
  }

  /** A tree with staged, modified, untracked, deleted and executable files, and a symlink. */
  private static void dirty(Path folder) throws Exception {
    git(folder, "init");
    for (String file : new String[] {"kept", "modified", "staged", "deleted", "script"}) {
      Files.writeString(folder.resolve(file), file + "\n");
    }
    Files.writeString(folder.resolve(".gitignore"), "ignored\n");
    git(folder, "add", "-A");
    git(folder, "commit", "-m", "first");
    git(folder, "branch", "other");
    Files.writeString(folder.resolve("modified"), "changed\n");
    Files.writeString(folder.resolve("staged"), "changed\n");
    git(folder, "add", "staged");
    Files.writeString(folder.resolve("staged"), "changed again\n");
    Files.delete(folder.resolve("deleted"));
    Files.writeString(folder.resolve("ignored"), "ignored\n");
    Files.writeString(folder.resolve("ünträcked"), "new\n");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("kept"));
    assertThat(folder.resolve("script").toFile().setExecutable(true)).isTrue();
    Path hook = folder.resolve(".git/hooks/reference-transaction");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch hook-ran\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  /** All that must not change: what git says, every reflog, HEAD, the index and the files. */
  private static String state(Path folder) throws Exception {
    Path gitDir = folder.resolve(git(folder, "rev-parse", "--absolute-git-dir"));
    Path index = gitDir.resolve("index");
    StringBuilder files = new StringBuilder();
    try (var all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.sorted()::iterator) {
        String name = folder.relativize(file).toString();
        boolean ours = name.startsWith(".git/") || name.startsWith(".flor");
        if (!ours && !Files.isDirectory(file)) {
          files.append(name).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
        }
      }
    }
    return String.join(
        "\n",
        git(folder, "status", "--porcelain=v2", "--untracked-files=all"),
        git(folder, "for-each-ref", "refs/heads", "refs/stash", "refs/tags", "refs/remotes"),
        git(folder, "stash", "list"),
        git(folder, "reflog", "--all"),
        Files.readString(gitDir.resolve("HEAD")),
        Files.exists(index)
            ? new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1)
            : "no index",
        files);
  }

  /** Runs the program; everything but its version is as before. */
  private static String recorded(UserProgram program) throws Exception {
    String before = state(program.folder());
    program.run().succeeds();
    assertThat(state(program.folder())).isEqualTo(before);
    return version(program);
  }

  private static void committed(Path folder, String... files) throws Exception {
    git(folder, "init");
    for (String file : files) {
      Files.writeString(folder.resolve(file), file + "\n");
    }
    git(folder, "add", "-A");
    git(folder, "commit", "-m", "first");
  }

  private static List<String> tree(Path folder, String version) throws Exception {
    return git(folder, "ls-tree", "-r", version)
        .lines()
        .map(line -> line.substring(0, 6) + line.substring(line.indexOf('\t')))
        .collect(java.util.stream.Collectors.toList());
  }

  private static String version(UserProgram program) {
    List<String> version = UserProgram.select(program.journal(), "version ");
    assertThat(version).hasSize(1);
    return version.get(0).substring("version ".length());
  }

  @Test
  void theSnapshotIsTheFilesAsTheyWereAndNothingElseChanges() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    dirty(folder);
    git(folder, "stash", "create");
    String before = state(folder);
    UserProgram.Outcome outcome = program.run().succeeds();
    assertThat(outcome.err).isEmpty();
    assertThat(state(folder)).isEqualTo(before);
    String version = version(program);
    String ref = "refs/flor/runs/" + program.runs().get(0).runId();
    assertThat(git(folder, "rev-parse", ref)).isEqualTo(version);
    assertThat(git(folder, "rev-parse", version + "^")).isEqualTo(git(folder, "rev-parse", "HEAD"));
    assertThat(
            git(folder, "-c", "core.quotePath=false", "ls-tree", "-r", version).lines())
        .extracting(line -> line.substring(0, 6) + line.substring(line.indexOf('\t')))
        .containsExactlyInAnyOrder(
            "100644\t.gitignore",
            "100644\tkept",
            "120000\tlink",
            "100644\tmodified",
            "100755\tscript",
            "100644\tstaged",
            "100644\tünträcked");
    assertThat(git(folder, "show", version + ":staged")).isEqualTo("changed again");
    assertThat(git(folder, "log", "-1", "--format=%an %cn", version)).isEqualTo("flor flor");
    assertThat(folder.resolve("hook-ran")).doesNotExist();
    try (var left = Files.list(program.runs().get(0).path())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("journal.flor", "lock");
    }
  }

  @Test
  void beforeTheFirstCommitTheSnapshotHasNoParent() throws Exception {
    UserProgram program = program();
    git(program.folder(), "init");
    Files.writeString(program.folder().resolve("file"), "text\n");
    program.run().succeeds();
    String version = version(program);
    assertThat(git(program.folder(), "log", "--format=%P", version)).isEmpty();
    assertThat(program.folder().resolve(".git/index")).doesNotExist();
  }

  @Test
  void aDetachedLinkedWorktreeHasASnapshotOfItsOwnFiles() throws Exception {
    UserProgram program = program();
    Path main = Files.createDirectories(temporary.resolve("main tree"));
    git(main, "init");
    Files.writeString(main.resolve("file"), "text\n");
    git(main, "add", "-A");
    git(main, "commit", "-m", "first");
    Files.delete(program.folder());
    git(main, "worktree", "add", "--detach", program.folder().toString());
    Files.writeString(program.folder().resolve("more"), "text\n");
    program.run().succeeds();
    String version = version(program);
    assertThat(git(main, "ls-tree", "--name-only", version).lines())
        .containsExactly("file", "more");
    assertThat(git(program.folder(), "rev-parse", version + "^"))
        .isEqualTo(git(main, "rev-parse", "main"));
  }

  @Test
  void outsideARepositoryOrWithoutGitTheRunHasNoVersionAndSaysSoOnce() throws Exception {
    UserProgram program = program();
    UserProgram.Outcome outside = program.run().succeeds();
    assertThat(outside.err.lines()).hasSize(1);
    assertThat(outside.err).contains("recorded without a version: not inside a git repository");
    assertThat(program.journal("value")).hasSize(1);
    git(program.folder(), "init");
    ProcessBuilder withoutGit = program.process();
    withoutGit.environment().put("PATH", temporary.toString());
    UserProgram.Outcome without = UserProgram.run(withoutGit).succeeds();
    assertThat(without.err.lines()).hasSize(1);
    assertThat(without.err).contains("recorded without a version");
    assertThat(Transcript.of(program.runs().get(1).journal())).contains("ended completed");
  }

  @Test
  void runsOfTheSameProcessShareTheirSnapshot() throws Exception {
    UserProgram program =
        new UserProgram(temporary, "Flor.log(\"x\", 1); Flor.commit(); Flor.log(\"x\", 2);");
    git(program.folder(), "init");
    Files.writeString(program.folder().resolve("file"), "text\n");
    program.run().succeeds();
    String refs = git(program.folder(), "for-each-ref", "--format=%(objectname)", "refs/flor");
    assertThat(refs.lines().distinct()).hasSize(1);
    assertThat(refs.lines()).hasSize(2);
  }

  @Test
  void aCleanRepositorysSnapshotIsItsTree() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a", "b");
    Files.writeString(folder.resolve("a"), "stashed\n");
    git(folder, "stash");
    String version = recorded(program);
    assertThat(git(folder, "rev-parse", version + "^{tree}"))
        .isEqualTo(git(folder, "rev-parse", "HEAD^{tree}"));
  }

  @Test
  void aDetachedHeadIsTheParent() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a");
    git(folder, "checkout", "--detach");
    git(folder, "commit", "--allow-empty", "-m", "aside");
    String version = recorded(program);
    assertThat(git(folder, "rev-parse", version + "^")).isEqualTo(git(folder, "rev-parse", "HEAD"));
  }

  @Test
  void inTheMiddleOfARebaseTheFilesAreTakenAsTheyAreAndTheRebaseGoesOn() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a", "b");
    git(folder, "checkout", "-b", "side");
    Files.writeString(folder.resolve("a"), "side\n");
    git(folder, "commit", "-am", "side");
    git(folder, "checkout", "main");
    Files.writeString(folder.resolve("a"), "main\n");
    git(folder, "commit", "-am", "main");
    assertThat(exit(folder, "rebase", "main", "side")).isNotZero();
    String version = recorded(program);
    assertThat(git(folder, "show", version + ":a")).contains("<<<<<<<", "side", ">>>>>>>");
    assertThat(git(folder, "rev-parse", version + "^")).isEqualTo(git(folder, "rev-parse", "HEAD"));
    Files.writeString(folder.resolve("a"), "both\n");
    git(folder, "add", "a");
    git(folder, "-c", "core.editor=true", "rebase", "--continue");
    assertThat(git(folder, "show", "side:a")).isEqualTo("both");
  }

  @Test
  void filtersStoreWhatGitWouldStore() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a");
    Files.writeString(folder.resolve(".gitattributes"), "*.txt text eol=crlf\n*.up filter=up\n");
    git(folder, "config", "filter.up.clean", "tr a-z A-Z");
    Files.writeString(folder.resolve("lines.txt"), "one\r\ntwo\r\n");
    Files.writeString(folder.resolve("x.up"), "small\n");
    String version = recorded(program);
    assertThat(git(folder, "cat-file", "-s", version + ":lines.txt")).isEqualTo("8");
    assertThat(git(folder, "cat-file", "blob", version + ":x.up")).isEqualTo("SMALL");
  }

  @Test
  void submodulesAndNestedRepositoriesAreKeptByTheirCommit() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    Path library = Files.createDirectories(temporary.resolve("library"));
    committed(library, "lib");
    committed(folder, "a");
    git(
        folder,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        library.toString(),
        "modules/sub");
    git(folder, "commit", "-m", "with a submodule");
    Path sub = folder.resolve("modules/sub");
    git(sub, "commit", "--allow-empty", "-m", "further");
    Path nested = Files.createDirectories(folder.resolve("nested"));
    committed(nested, "own");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    git(empty, "init");
    Files.writeString(empty.resolve("file"), "text\n");
    String version = recorded(program);
    assertThat(tree(folder, version))
        .containsExactly(
            "100644\t.gitmodules", "100644\ta", "160000\tmodules/sub", "160000\tnested");
    assertThat(git(folder, "rev-parse", version + ":modules/sub", version + ":nested"))
        .isEqualTo(git(sub, "rev-parse", "HEAD") + "\n" + git(nested, "rev-parse", "HEAD"));
    assertThat(program.journal("fault"))
        .containsExactly(
            "fault the source snapshot leaves out empty/: it is a repository without a commit");
  }

  @Test
  void aLinkedWorktreeOnABranchIsAsUntouchedAsItsMainOne() throws Exception {
    UserProgram program = program();
    Path main = Files.createDirectories(temporary.resolve("main tree"));
    committed(main, "file");
    Files.delete(program.folder());
    git(main, "worktree", "add", "-b", "linked", program.folder().toString());
    Files.writeString(program.folder().resolve("file"), "changed\n");
    git(program.folder(), "add", "file");
    String before = state(main);
    String version = recorded(program);
    assertThat(state(main)).isEqualTo(before);
    assertThat(git(main, "show", version + ":file")).isEqualTo("changed");
  }

  @Test
  void filesOverFiftyMegabytesAreLeftOutAndNamed() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a", "grown", "kept");
    Files.writeString(folder.resolve(".gitignore"), "ignored\n");
    for (String name : new String[] {"grown", "new data", "ignored"}) {
      try (var file = new java.io.RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        file.setLength((50L << 20) + 1); // sparse: no disk is used
      }
    }
    Files.writeString(folder.resolve(" odd name\n"), "text\n");
    String before = state(folder);
    UserProgram.Outcome outcome = program.run().succeeds();
    assertThat(state(folder)).isEqualTo(before);
    assertThat(outcome.err.lines())
        .hasSize(2)
        .anyMatch(
            line -> line.startsWith("flor: the source snapshot leaves out new data: it has 50 MB"))
        .anyMatch(
            line -> line.startsWith("flor: the source snapshot leaves out grown: it has 50 MB"));
    assertThat(git(folder, "ls-tree", "-r", "--name-only", version(program)).lines())
        .containsExactlyInAnyOrder("\" odd name\\n\"", ".gitignore", "a", "kept");
  }

  @Test
  void aSplitIndexAndAFileThatCannotBeReadAreNoTrouble() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "a", "b");
    git(folder, "update-index", "--split-index");
    Files.writeString(folder.resolve("b"), "changed\n");
    Files.writeString(folder.resolve("c"), "secret\n");
    assertThat(folder.resolve("c").toFile().setReadable(false)).isTrue();
    String version = recorded(program);
    assertThat(git(folder, "show", version + ":b")).isEqualTo("changed");
  }

  @Test
  void aFileThatBecameAFolderAndAFolderThatBecameAFileAreTakenAsTheyAre() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    Files.createDirectories(folder.resolve("folder"));
    committed(folder, "file", "folder/inner", "link");
    Files.delete(folder.resolve("file"));
    Files.createDirectories(folder.resolve("file"));
    Files.writeString(folder.resolve("file/new"), "text\n");
    Files.delete(folder.resolve("folder/inner"));
    Files.delete(folder.resolve("folder"));
    Files.writeString(folder.resolve("folder"), "text\n");
    Files.delete(folder.resolve("link"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("folder"));
    Files.writeString(folder.resolve("intended"), "text\n");
    git(folder, "add", "--intent-to-add", "intended");
    String version = recorded(program);
    assertThat(tree(folder, version))
        .containsExactly("100644\tfile/new", "100644\tfolder", "100644\tintended", "120000\tlink");
  }

  @Test
  void filesThatGitWasToldNotToLookAtAreTakenAsTheyAre() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    committed(folder, "assumed", "deleted", "hidden", "both", "sparse", "same");
    git(folder, "update-index", "--assume-unchanged", "assumed", "deleted", "both", "same");
    git(folder, "update-index", "--skip-worktree", "hidden", "both", "sparse");
    for (String name : new String[] {"assumed", "hidden", "both"}) {
      Files.writeString(folder.resolve(name), "changed\n");
    }
    Files.delete(folder.resolve("deleted"));
    Files.delete(folder.resolve("sparse"));
    String version = recorded(program);
    assertThat(git(folder, "grep", "-h", "", version))
        .isEqualTo(String.join("\n", "changed", "changed", "changed", "same", "sparse"));
  }

  @Test
  void aFileThatChangedInTheMomentOfItsIndexIsTaken() throws Exception {
    UserProgram program = program();
    Path folder = program.folder();
    git(folder, "init");
    git(folder, "config", "core.trustctime", "false");
    Path file = folder.resolve("file");
    FileTime moment = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.writeString(file, "1\n");
    Files.setLastModifiedTime(file, moment);
    git(folder, "add", "file");
    Files.setLastModifiedTime(folder.resolve(".git/index"), moment);
    Files.writeString(file, "2\n");
    Files.setLastModifiedTime(file, moment);
    program.run().succeeds();
    assertThat(git(folder, "show", version(program) + ":file")).isEqualTo("2");
  }
}
