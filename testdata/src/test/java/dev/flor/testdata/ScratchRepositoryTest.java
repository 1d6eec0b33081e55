package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchRepositoryTest {
  @TempDir
  Path folder;

  @Test
  void equalStepsGiveEqualCommits() {
    assertThat(twoCommits("one")).isEqualTo(twoCommits("an other"));
  }

  private String twoCommits(String name) {
    ScratchRepository repository = ScratchRepository.in(folder.resolve(name));
    repository.write("a/b.txt", "1\n").commit("first");
    String second = repository.write("a/b.txt", "2\n").commit("second");
    assertThat(repository.git("log", "--format=%s %at"))
        .isEqualTo("second 1767603660\nfirst 1767603600\n");
    return second;
  }
}
