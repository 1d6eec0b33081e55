package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.demo.GitProcess;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories as people have them, made by git itself: propagated over, or refused in words that help. */
class RepositoryStatesTest {
  private static final String SUM = """
      package demo;

      class Sum {
        static int sum(int[] numbers) {
          int total = 0;
          for (int number : numbers) {
            total += number;
          }
          return total;
        }
      }
      """;
  private static final String LATEST = SUM.replace(
      "    return total;", "    dev.flor.Flor.log(\"total\", total);\n    return total;");
  private static final String FILE = "src/demo/Sum.java";
  private static final String ALL = "1970-01-01";

  @TempDir
  Path temporary;

  private Given versions() {
    return Given.repository(temporary)
        .file(FILE, SUM)
        .commit("v1")
        .file(FILE, SUM.replace("total", "result"))
        .commit("v2")
        .file("README.md", "more")
        .commit("v3");
  }

  private Given clone(Given given, String... options) {
    String[] arguments = new String[options.length + 5];
    arguments[0] = "-c";
    arguments[1] = "protocol.file.allow=always";
    arguments[2] = "clone";
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[arguments.length - 2] = options[options.length - 1].equals("--shared")
        ? given.path("").toString()
        : given.path("").toUri().toString();
    arguments[arguments.length - 1] = temporary.resolve("clone of it").toString();
    given.git(arguments);
    return Given.at(temporary.resolve("clone of it")).file(FILE, LATEST);
  }

  private static Given.Answer propagate(Given given) {
    return given.flor("propagate", "--since", ALL, "--no-diff", "--apply-to-refs");
  }

  private static void assertWhole(Given given) {
    assertThat(given.git("fsck", "--no-dangling")).isEmpty();
    assertThat(given.git("for-each-ref", "refs/flor/hindsight")).isNotEmpty();
  }

  @Test
  void aShallowCloneIsPropagatedAsFarAsItGoesAndSaysSo() {
    Given clone = clone(versions(), "--quiet", "--depth", "2");
    propagate(clone)
        .exits(ExitCode.DONE)
        .says("2 versions: 2 statements inserted", "note: the clone is shallow", "--unshallow");
    assertWhole(clone);
  }

  @Test
  void aPartialCloneNamesWhatIsMissingAndTheCommandThatBringsIt() {
    Given given = versions();
    given.git("config", "uploadpack.allowFilter", "true");
    Given clone = clone(given, "--quiet", "--filter=blob:none");
    propagate(clone)
        .exits(ExitCode.FAILED)
        .says("partial clone", FILE, "git fetch --refetch --no-filter origin");
    clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin");
    propagate(clone).exits(ExitCode.DONE).says("3 versions: 3 statements inserted");
    assertWhole(clone);
  }

  @Test
  void aCloneThatBorrowsObjectsIsAnyOther() {
    Given clone = clone(versions(), "--quiet", "--shared");
    assertThat(clone.path(".git/objects/info/alternates")).exists();
    propagate(clone).exits(ExitCode.DONE).says("3 versions: 3 statements inserted");
    assertWhole(clone);
  }

  @Test
  void packedRefsAndObjectsAreReadAndStayAsTheyAre() throws IOException {
    Given given = versions().file(FILE, LATEST);
    given.git("tag", "v1", "HEAD~2");
    given.git("gc", "--quiet");
    given.git("pack-refs", "--all");
    String packed = Files.readString(given.path(".git/packed-refs"));
    propagate(given).exits(ExitCode.DONE).says("3 statements inserted");
    assertThat(given.path(".git/packed-refs")).hasContent(packed);
    given.git("pack-refs", "--all");
    given.flor("undo").exits(ExitCode.DONE).says("3 refs taken back");
    assertThat(refs(Files.readString(given.path(".git/packed-refs")))).isEqualTo(refs(packed));
  }

  private static String refs(String packed) {
    return packed.replaceFirst("(?m)^#.*\\R", "");
  }

  /** Made by git and turned over by JGit: git itself makes such repositories from 2.45 on, and reads this one from then on. */
  @Test
  void refsThatAreKeptInTablesAreReadAndWritten() throws IOException {
    Given given = versions().file(FILE, LATEST);
    try (FileRepository repository = new FileRepository(given.path(".git").toFile())) {
      repository.convertRefStorage(ConfigConstants.CONFIG_REF_STORAGE_REFTABLE, false, false);
    }
    assertThat(given.path(".git/reftable/tables.list")).exists();
    propagate(given).exits(ExitCode.DONE).says("3 versions: 3 statements inserted");
    assertThat(hindsight(given)).isEqualTo(3);
    assertThat(given.path(".git/refs/flor")).doesNotExist();
    given.flor("undo").exits(ExitCode.DONE).says("3 refs taken back");
    assertThat(hindsight(given)).isZero();
  }

  private static int hindsight(Given given) throws IOException {
    try (Repository repository = new FileRepository(given.path(".git").toFile())) {
      return repository.getRefDatabase().getRefsByPrefix("refs/flor/hindsight/").size();
    }
  }

  @Test
  void aLinkedWorktreeHasStatementsOfItsOwn() {
    Given given = versions();
    given.git("worktree", "add", "--quiet", "--detach", "../linked tree", "HEAD~1");
    Given linked = Given.at(temporary.resolve("linked tree")).file(FILE, LATEST);
    propagate(linked).exits(ExitCode.DONE).says("2 versions: 2 statements inserted");
    assertWhole(given);
    assertThat(given.git("status", "--short")).isEmpty();
  }

  @Test
  void aSubmoduleIsNamedAndLeftAlone() throws IOException {
    Given given = versions();
    given.git("init", "--quiet", "../library");
    Given library = Given.at(temporary.resolve("library"));
    library.git("config", "user.name", "Ada");
    library.git("config", "user.email", "ada@example.org");
    library.file("src/lib/Sum.java", SUM.replace("demo", "lib")).commit("library");
    given.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        "../library",
        "libs/library");
    given.commit("with a submodule").file(FILE, LATEST);
    String inside = library.git("rev-parse", "HEAD");
    propagate(given)
        .exits(ExitCode.DONE)
        .says(
            "note: the submodule libs/library is a repository of its own",
            "4 versions: 4 statements");
    String ref = "refs/flor/hindsight/" + given.git("rev-parse", "HEAD").strip();
    assertThat(given.git("ls-tree", ref, "libs/library"))
        .contains("160000 commit " + inside.strip());
    assertThat(given.git("submodule", "status")).contains(inside.strip());
    assertWhole(given);
  }

  @Test
  void aLinkStaysALinkAndIsNotWrittenThrough() throws IOException {
    Given given = versions();
    Files.createSymbolicLink(given.path("src/demo/Alias.java"), Path.of("Sum.java"));
    given.commit("a link").file(FILE, LATEST);
    propagate(given).exits(ExitCode.DONE).says("4 versions: 4 statements inserted");
    String ref = "refs/flor/hindsight/" + given.git("rev-parse", "HEAD").strip();
    assertThat(given.git("ls-tree", ref, "src/demo/Alias.java")).contains("120000 blob");
    assertThat(given.git("diff", "--name-only", "HEAD", ref).strip()).isEqualTo(FILE);
    assertWhole(given);
  }

  @Test
  void namesThatDifferInCaseOnlyAreDifferentNames() {
    Given given = versions();
    given.git("mv", FILE, "src/demo/SUM.java");
    given.commit("shouted");
    given.git("mv", "src/demo/SUM.java", FILE);
    given.commit("calm again").file(FILE, LATEST);
    propagate(given).exits(ExitCode.DONE).says("5 versions: 5 statements inserted");
    String shouted = given.git("rev-parse", "HEAD~1").strip();
    assertThat(given
            .git("diff", "--name-only", shouted, "refs/flor/hindsight/" + shouted)
            .strip())
        .isEqualTo("src/demo/SUM.java");
    assertWhole(given);
  }

  /** The files on disk end their lines with CRLF, those in git do not. */
  @Test
  void lineEndsThatAnAttributeAsksForStayOnDisk() {
    Given given = versions();
    given.file(".gitattributes", "*.java text eol=crlf\n").commit("for other systems");
    given.file(FILE, LATEST.replace("\n", "\r\n"));
    propagate(given).exits(ExitCode.DONE).says("4 versions: 4 statements inserted");
    String ref = "refs/flor/hindsight/" + given.git("rev-parse", "HEAD").strip();
    assertThat(given.git("cat-file", "blob", ref + ":" + FILE))
        .contains("Flor.log")
        .doesNotContain("\r");
    assertThat(given.git("diff", "--numstat", "HEAD", ref)).startsWith("1\t0\t");
    assertWhole(given);
  }

  @Test
  void aPointerOfGitLfsIsNoSourceAndIsRefused() {
    Given given = versions();
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n";
    given.file(FILE, pointer).commit("large");
    given.file(FILE, LATEST).file("data.bin", pointer);
    given
        .flor("propagate", "--commits", "HEAD~1..HEAD", "--no-diff")
        .exits(ExitCode.FAILED)
        .prints("refused at " + FILE, "unparsable");
    propagate(given).exits(ExitCode.PARTLY).says("3 statements inserted, 0 present, 1 refused");
    assertWhole(given);
  }

  @Test
  void replacedAndGraftedVersionsAreReadAsTheyWereCommittedAndThatIsSaid() {
    Given given = versions();
    String v2 = given.git("rev-parse", "HEAD~1").strip();
    given.git("replace", v2, given.git("rev-parse", "HEAD").strip());
    given.file(".git/info/grafts", v2 + "\n").file(FILE, LATEST);
    given
        .flor("propagate", "--since", ALL, "--no-diff")
        .exits(ExitCode.DONE)
        .prints("v1", "v2", "v3")
        .says(
            "3 versions: ",
            "note: refs/replace is not followed",
            "note: info/grafts is not followed");
  }

  @Test
  void aSha256RepositoryIsRefusedWithAHintAndStaysAsItIs() throws IOException {
    Path at = Files.createDirectories(temporary.resolve("sha256"));
    GitProcess.output(at, "init", "--quiet", "--object-format=sha256");
    Given given = Given.at(at).file(FILE, LATEST);
    propagate(given).failsInTwoLines(ExitCode.FAILED, "sha256", "sha1");
    assertThat(given.path(".flor")).doesNotExist();
  }

  /** Another process commits, repacks and prunes all the while. */
  @Test
  void aRepositoryThatSomebodyWritesMeanwhileIsReadAsItWasWhenTheCommandBegan() throws Exception {
    Given given = versions();
    for (int i = 0; i < 12; i++) {
      given
          .file("other/Other" + i + ".java", "package other;\n\nclass Other" + i + " {}\n")
          .commit("other " + i);
    }
    Given writer = clone(given, "--quiet");
    given.file(FILE, LATEST);
    AtomicBoolean ended = new AtomicBoolean();
    writer.git("checkout", "--quiet", "-f", "-b", "busy");
    writer.git("config", "user.name", "Bob");
    writer.git("config", "user.email", "bob@example.org");
    Thread busy = new Thread(() -> {
      for (int i = 0; !ended.get(); i++) {
        writer.file("busy", "x" + i).commit("busy " + i);
        writer.git("push", "--quiet", "--force", "origin", "busy");
        given.git("repack", "-a", "-d", "--quiet");
        given.git("prune", "--expire=now");
      }
    });
    busy.start();
    try {
      for (int i = 0; i < 4; i++) {
        Outputs.delete(Files.createDirectories(given.path(".flor/propagations")));
        propagate(given).exits(ExitCode.DONE).says("15 versions: 15 statements inserted");
      }
    } finally {
      ended.set(true);
      busy.join();
    }
    assertWhole(given);
  }
}
