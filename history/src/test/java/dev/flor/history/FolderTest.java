package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git sorts in its own way is found by its name. */
class FolderTest {
  @TempDir
  Path temp;

  @Test
  void filesAndFoldersOfNearlyOneNameAreTold() {
    GitRepo repo = GitRepo.init(temp);
    List<String> paths = List.of("a/b.txt", "a-b", "a.b", "a0", "Z", "é/ß", "a b/c", "ab");
    paths.forEach(path -> repo.file(path, "in " + path));
    repo.commitAll("names");
    try (History history = History.open(repo.dir())) {
      VersionTree tree = history.tree(history.resolve("HEAD"));
      assertThat(tree.files()).containsExactlyInAnyOrderElementsOf(paths);
      for (String path : paths) {
        assertThat(tree.id(path)).as(path).contains(repo.id("HEAD:" + path));
      }
      for (String none :
          List.of("a", "é", "a/", "A", "a/b", "a.b/c", "", "aa", "zz", "a/b.txt/c")) {
        assertThat(tree.id(none)).as(none).isEmpty();
      }
    }
  }
}
