package dev.flor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  @TempDir
  Path folder;

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  @Test
  void equalStatesShareOneFile() throws Exception {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    ObjectGraph graph = ObjectGraph.of(Map.of("w", new double[] {1, 2}));
    String first = checkpoints.write(graph.save());
    String second = checkpoints.write(graph.save());
    assertThat(first).isEqualTo(second).hasSize(64);
    assertThat(files()).hasSize(1);
    assertThat(checkpoints.read(first)).isEqualTo(graph.save().toBytes());
  }

  @Test
  void aChangedFileIsDetected() throws Exception {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    String digest =
        checkpoints.write(ObjectGraph.of(Map.of("w", new double[] {1})).save());
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> checkpoints.read(digest))
        .isInstanceOf(NotRestorable.class)
        .hasMessageContaining("is not what was written");
  }
}
