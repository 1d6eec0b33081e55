package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.ReplayOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The digits' network with momentum, and with dropout that draws from a generator of the program's
 * own: a training that is taken up after any of its epochs logs what it would have logged.
 */
class DropoutTest {
  private static final int EPOCHS = 5;

  private static final String NOISE = """
        static final class Noise {
          private long state = 88172645463325252L;

          double next() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return (state >>> 11) * 0x1p-53;
          }
        }

        final Noise noise = new Noise();
      """;

  private static final String DROPOUT = """
          for (int j = 0; j < h.length; j++) {
            h[j] = noise.next() < 0.2 ? 0 : h[j];
          }
      """;

  @TempDir
  Path temporary;

  @Test
  void goingOnFromAnyCheckpointIsBitForBitWhatItWas() throws Exception {
    Path tree = withDropout(temporary.resolve("tree"));
    TrainedVersion original = TrainedVersion.train(
        tree,
        "-Dflor.run.id=original",
        "-Dflor.checkpoint=always",
        "-Dflor.arg.epochs=" + EPOCHS,
        "-Dflor.arg.hidden=12");
    assertThat(original.doubles("loss")).hasSize(EPOCHS).doesNotHaveDuplicates();
    Path recorded = temporary.resolve("recorded");
    Files.createDirectories(recorded.resolve("runs"));
    Files.move(tree.resolve(".flor/runs/original"), recorded.resolve("runs/original"));
    Files.move(tree.resolve(".flor/checkpoints"), recorded.resolve("checkpoints"));
    for (int first = 1; first < EPOCHS; first++) {
      Path order = temporary.resolve("order" + first);
      ReplayOrder.builder("from" + first, "c0ffee")
          .replayOf(recorded.resolve("runs/original"))
          .mainLoop("epoch")
          .segment(first, -1)
          .build()
          .write(order);
      TrainedVersion resumed = TrainedVersion.train(
          tree, "-Dflor.dir=" + temporary.resolve("again" + first), "-Dflor.replay=" + order);
      for (String name : List.of("loss", "accuracy")) {
        assertThat(resumed.values().get(name))
            .as("%s from epoch %d", name, first)
            .isEqualTo(original.values().get(name).subList(first, EPOCHS));
      }
    }
  }

  private static Path withDropout(Path tree) throws Exception {
    RecordedHistory digits = RecordedHistory.digits();
    digits.commits().stream()
        .filter(commit -> commit.slug().compareTo("09-momentum") <= 0)
        .forEach(commit -> commit.writeTo(tree));
    Path network = tree.resolve("src/digits/Network.java");
    String source = Files.readString(network)
        .replace("class Network {\n", "class Network {\n" + NOISE)
        .replace(
            "    double[] h = hidden(x);\n    double[] p = output(h);\n    p[label]",
            "    double[] h = hidden(x);\n" + DROPOUT
                + "    double[] p = output(h);\n    p[label]");
    assertThat(source).contains("noise.next() < 0.2");
    Files.writeString(network, source);
    return tree;
  }
}
