package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is moved into a repository while somebody packs it anew, before a ref leads to it. */
class KeptPacksTest {
  private static final String REF = "refs/flor/hindsight/x";

  @TempDir
  Path temp;

  @Test
  void whoPacksAnewMeanwhileTakesNothingAway() throws IOException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "A.java", "class A {}");
    GitRepo other = with(repo);
    try (KeptPacks kept = KeptPacks.move(packs(other), packs(repo))) {
      assertThat(kept).isNotNull();
      packAnew(repo);
      repo.git("update-ref", REF, id(other));
    }
    packAnew(repo);
    assertThat(repo.git("show", REF + ":A.java")).contains("class B {}");
    assertThat(repo.git("fsck", "--strict")).isEmpty();
    assertThat(keeps(repo)).isEmpty();
  }

  @Test
  void afterwardsItIsAPackLikeOthers() throws IOException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "A.java", "class A {}");
    GitRepo other = with(repo);
    KeptPacks.move(packs(other), packs(repo)).close();
    assertThat(repo.git("cat-file", "-t", id(other))).contains("commit");
    packAnew(repo);
    assertThat(repo.git("cat-file", "--batch-all-objects", "--batch-check"))
        .doesNotContain(id(other));
  }

  @Test
  void whatAProcessThatIsNoMoreKeptIsLetGo() throws IOException, InterruptedException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "A.java", "class A {}");
    Process gone = new ProcessBuilder("git", "--version").start();
    assertThat(gone.waitFor()).isZero();
    Files.createDirectories(packs(repo));
    Files.writeString(packs(repo).resolve("pack-1.keep"), "flor " + gone.pid() + "\n");
    Files.writeString(
        packs(repo).resolve("pack-2.keep"), "flor " + ProcessHandle.current().pid() + "\n");
    Files.writeString(packs(repo).resolve("pack-3.keep"), "fetch-pack 1 on somewhere\n");
    Files.writeString(packs(repo).resolve("pack-4.keep"), "");
    KeptPacks.clear(packs(repo));
    assertThat(keeps(repo)).containsExactly("pack-2.keep", "pack-3.keep", "pack-4.keep");
  }

  @Test
  void whatSomebodyElseKeepsStaysKept() throws IOException {
    GitRepo repo = GitRepo.init(temp).commit("v1", "A.java", "class A {}");
    GitRepo other = with(repo);
    String pack = names(packs(other)).stream()
        .filter(name -> name.endsWith(".pack"))
        .findFirst()
        .orElseThrow();
    Files.createDirectories(packs(repo));
    Files.writeString(packs(repo).resolve(pack.replace(".pack", ".keep")), "mine\n");
    KeptPacks.move(packs(other), packs(repo)).close();
    assertThat(keeps(repo)).hasSize(1);
  }

  /** A clone with a commit more, all in one pack. */
  private GitRepo with(GitRepo repo) {
    repo.git("clone", "-q", "--no-hardlinks", repo.dir().toString(), temp + "/other");
    GitRepo other = GitRepo.at(temp.resolve("other"));
    other.commit("v2", "A.java", "class B {}");
    packAnew(other);
    return other;
  }

  private static void packAnew(GitRepo repo) {
    repo.git("repack", "-q", "-a", "-d");
    repo.git("prune", "--expire=now");
  }

  private static String id(GitRepo repo) {
    return repo.id("HEAD");
  }

  private static Path packs(GitRepo repo) {
    return repo.dir().resolve(".git/objects/pack");
  }

  private static List<String> keeps(GitRepo repo) throws IOException {
    return names(packs(repo)).stream().filter(name -> name.endsWith(".keep")).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
