package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.history.ObjectsMark;
import dev.flor.history.UnsupportedRepositoryException;
import dev.flor.journal.JournalWriter;
import dev.flor.journal.RunInfo;
import dev.flor.store.FlorStore;
import dev.flor.testdata.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What read commands ask of git, and what they do not ask twice. */
class DescribingTest {
  @TempDir
  Path temporary;

  private ScratchRepository repo;
  private Path florDir;

  @BeforeEach
  void aProjectOfFourFiles() {
    repo = ScratchRepository.in(temporary.resolve("my project"));
    repo.write(".gitignore", ".flor/\n");
    for (String name : List.of("Data", "Model", "Page")) {
      repo.write("src/" + name + ".java", "class " + name + " { }\n");
    }
    florDir = repo.root().resolve(".flor");
  }

  private String version(int number) {
    repo.write("src/Train.java", logging(number));
    return repo.commit("v" + number);
  }

  private static String logging(int number) {
    return "import dev.flor.Flor;\nclass Train {\n  void a() {\n    Flor.log(\"loss\", " + number
        + ");\n    Flor.log(\"tab\\tname\", 1);\n  }\n}\n";
  }

  private void ran(String run, String version) throws IOException {
    Path dir = Files.createDirectories(florDir.resolve("runs").resolve(run));
    JournalWriter writer = JournalWriter.create(dir.resolve("journal.flor"), said -> {
      throw new IllegalStateException(said);
    });
    writer.runStarted(RunInfo.builder(run)
        .program("Train")
        .on("box", "17")
        .process(7, Instant.EPOCH)
        .head(version)
        .build());
    writer.version(version);
    writer.close("completed");
  }

  /** What a command that reads does; gives the subjects of all versions. */
  private List<Object> read() {
    return read("SELECT subject FROM version ORDER BY authored, id");
  }

  private List<Object> read(String query) {
    try (FlorStore store = FlorStore.open(florDir)) {
      store.ingest();
      Describing.describe(store, florDir, repo.root());
      return store.query(query).rows().stream().map(row -> row.get(0)).toList();
    }
  }

  private List<String> scanned() throws IOException {
    return Files.readAllLines(florDir.resolve("versions/scans"));
  }

  @Test
  void eachContentIsSearchedOnceHoweverManyVersionsHaveIt() throws IOException {
    for (int i = 0; i < 5; i++) {
      ran("r" + i, version(i));
    }
    assertThat(read()).hasSize(5).startsWith("v0").endsWith("v4");
    assertThat(scanned()).hasSize(3 + 5);
    for (int i = 5; i < 10; i++) {
      ran("r" + i, version(i));
      assertThat(read()).hasSize(i + 1);
    }
    assertThat(scanned()).hasSize(3 + 10);
    assertThat(new LinkedHashSet<>(scanned())).hasSize(3 + 10);
    assertThat(read("SELECT text || ' at ' || file || ':' || line FROM statement"
            + " WHERE name = 'loss' AND version IN (SELECT id FROM version WHERE subject = 'v7')"))
        .containsExactly("Flor.log(\"loss\", 7) at src/Train.java:4");
    assertThat(read("SELECT COUNT(*) FROM statement WHERE name = 'tab\tname'"))
        .containsExactly(10L);
  }

  @Test
  void whatIsKeptOfSearchesMayBeTornOrNoise() throws IOException {
    Path scans = florDir.resolve("versions/scans");
    ran("r0", version(0));
    ran("r1", version(1));
    read();
    List<String> whole = scanned();
    String torn = Files.readString(scans);
    for (String left : List.of(
        torn.substring(0, torn.length() - 7),
        torn.replace("loss", "gain"),
        "noise" + torn.substring(100),
        "\n\n")) {
      Files.writeString(scans, left);
      FlorStore.open(florDir).close();
      for (Path facts : described()) {
        Files.delete(facts);
      }
      Files.delete(florDir.resolve("flor.mv.db"));
      assertThat(read("SELECT COUNT(*) FROM statement WHERE name = 'loss' AND file IS NOT NULL"))
          .containsExactly(2L);
      assertThat(scanned()).containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  private List<Path> described() throws IOException {
    try (var files = Files.list(florDir.resolve("versions"))) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".json")).toList());
    }
  }

  @Test
  void whatGitLacksIsNotAskedForAgainUntilItMayHaveCome() throws IOException {
    String here = version(0);
    Path elsewhere = temporary.resolve("elsewhere");
    repo.git("clone", "-q", ".", elsewhere.toString());
    ScratchRepository other = ScratchRepository.in(elsewhere);
    String there = other.write("src/Train.java", logging(7)).commit("of another clone");
    ran("r0", here);
    ran("r1", there);
    assertThat(read()).containsOnly("v0", null);

    Path config = repo.root().resolve(".git/config");
    String good = Files.readString(config);
    Files.writeString(
        config, "[core]\nrepositoryformatversion=1\n[extensions]\nobjectformat=sha256\n");
    assertThat(read()).as("git is not opened").containsOnly("v0", null);
    ran("r2", "2".repeat(40));
    Assertions.assertThatThrownBy(this::read).isInstanceOf(UnsupportedRepositoryException.class);

    Files.writeString(config, good);
    assertThat(read()).containsOnly("v0", null);
    repo.git("fetch", "-q", elsewhere.toString(), "main");
    assertThat(read()).containsOnly("v0", "of another clone", null);
  }

  @Test
  void whatComesInAPackOrFromABorrowedRepositoryIsSeenToo() throws IOException {
    version(0);
    Path elsewhere = temporary.resolve("elsewhere");
    repo.git("clone", "-q", ".", elsewhere.toString());
    ScratchRepository other = ScratchRepository.in(elsewhere);
    String packed = other.write("src/Train.java", logging(1)).commit("packed");
    String borrowed = other.write("src/Train.java", logging(2)).commit("borrowed");
    ran("r1", packed);
    ran("r2", borrowed);
    assertThat(read()).containsOnlyNulls().hasSize(2);
    repo.git("-c", "fetch.unpackLimit=1", "fetch", "-q", elsewhere.toString(), packed);
    assertThat(read()).containsOnly("packed", null);
    Files.writeString(
        repo.root().resolve(".git/objects/info/alternates"),
        elsewhere.resolve(".git/objects") + "\n",
        StandardOpenOption.CREATE);
    assertThat(read()).containsOnly("packed", "borrowed");
  }

  @Test
  void aLinkedWorkingTreeAsksTheRepositoryItBelongsTo() throws IOException {
    String first = version(0);
    Path tree = temporary.resolve("tree");
    repo.git("worktree", "add", "-q", tree.toString());
    List<String> missing = List.of("2".repeat(40));
    String before = ObjectsMark.take(tree, missing).of(missing);
    assertThat(before).isEqualTo(ObjectsMark.take(repo.root(), missing).of(missing));
    repo.git("repack", "-q", "-a", "-d");
    assertThat(ObjectsMark.take(tree, missing).of(missing)).isNotEqualTo(before);
    assertThat(ObjectsMark.take(tree, List.of(first)).of(List.of(first))).contains(first);
  }
}
