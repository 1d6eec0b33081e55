package dev.flor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  static final class Model {
    double rate;
    final double[][] weights = {{1, 2}, {3}};
    final Map<String, List<Integer>> seen = new TreeMap<>();
    Model twin;
  }

  @TempDir
  Path folder;

  private final Model model = new Model();
  private final Random rng = new Random(5);
  private final Map<String, Object> roots = new LinkedHashMap<>();

  private byte[] saved() throws Exception {
    model.rate = 0.5;
    model.twin = model;
    model.seen.put("a", new ArrayList<>(List.of(1, 2)));
    roots.put("rng", rng);
    roots.put("shared", new ArrayList<>(List.of(model, "text")));
    roots.put("model", model);
    return ObjectGraph.of(roots).save().toBytes();
  }

  @Test
  void oneObjectOfACheckpointIsTheCheckpointOfThatObject() throws Exception {
    CheckpointFile file = CheckpointFile.of(saved());
    assertThat(file.names()).containsExactly("rng", "shared", "model");
    for (String name : file.names()) {
      byte[] alone = ObjectGraph.of(Map.of(name, roots.get(name))).save().toBytes();
      assertThat(file.only(name)).as(name).isEqualTo(alone);
      assertThat(CheckpointFile.of(alone).only(name)).isEqualTo(alone);
    }
  }

  @Test
  void anObjectOfAFileIsPutIntoALiveOne() throws Exception {
    Path file =
        Files.write(folder.resolve("model.ckpt"), CheckpointFile.of(saved()).only("model"));
    Model other = new Model();
    other.weights[0][1] = 77;
    CheckpointFile.read(file).restore("model", other);
    assertThat(other.rate).isEqualTo(0.5);
    assertThat(other.weights[0]).containsExactly(1, 2);
    assertThat(other.seen).isEqualTo(model.seen);
    assertThat(other.twin).isSameAs(other);
  }

  @Test
  void whatIsNoCheckpointOrNotInItIsRefused() throws Exception {
    byte[] whole = saved();
    CheckpointFile file = CheckpointFile.of(whole);
    assertThatThrownBy(() -> file.only("modell"))
        .isInstanceOf(NotRestorable.class)
        .hasMessage("saved were [rng, shared, model], not modell");
    assertThatThrownBy(() -> file.restore("model", new double[3]))
        .isInstanceOf(NotRestorable.class);
    assertThatThrownBy(() -> CheckpointFile.of("no checkpoint".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NotRestorable.class);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CheckpointFile.of(cut)).isInstanceOf(NotRestorable.class);
    }
  }
}
