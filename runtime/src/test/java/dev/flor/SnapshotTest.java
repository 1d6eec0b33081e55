package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, text).isZero();
    return text.trim();
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

  private static String state(Path folder) throws Exception {
    byte[] index = Files.readAllBytes(folder.resolve(".git/index"));
    return String.join(
        "\n",
        git(folder, "status", "--porcelain=v2", "--untracked-files=all"),
        git(folder, "for-each-ref", "refs/heads", "refs/stash", "refs/tags"),
        Files.readString(folder.resolve(".git/HEAD")),
        new String(index, StandardCharsets.ISO_8859_1));
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
}
