package digits;

import dev.flor.Flor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Trains a network on the first 1,500 digits and tries it on the other 297. */
public class Train {
  public static void main(String[] args) throws IOException {
    int epochs = Flor.arg("epochs", 20);
    int hidden = Flor.arg("hidden", 32);
    int batchSize = Flor.arg("batch", 50);
    double rate = Flor.arg("lr", 0.1);
    double momentum = Flor.arg("momentum", 0.9);
    long seed = Flor.arg("seed", 1L);

    Images all = Images.read(Path.of("data/digits.csv"));
    Images train = all.part(0, 1500);
    Images test = all.part(1500, all.size());
    Random rng = new Random(seed);
    Network model = new Network(Images.PIXELS, hidden, 10, rng);
    int[] order = new int[train.size()];
    for (int n = 0; n < order.length; n++) {
      order[n] = n;
    }

    // Everything that changes from one epoch to the next is enrolled here.
    try (var ckpt = Flor.checkpointing("model", model, "rng", rng, "order", order)) {
      for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
        shuffle(order, rng);
        for (int[] batch : Flor.loop("step", batches(order, batchSize))) {
          step(model, train, batch, rate, momentum);
        }
        Flor.log("loss", model.loss(train));
        Flor.log("accuracy", model.accuracy(test));
      }
    }
  }

  /** One step of the network, by the mean gradient of a batch. */
  private static void step(
      Network model, Images images, int[] batch, double rate, double momentum) {
    model.clearGradients();
    for (int n : batch) {
      model.accumulate(images.pixels[n], images.labels[n], 1.0 / batch.length);
    }
    model.descend(rate, momentum);
  }

  private static List<int[]> batches(int[] order, int size) {
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += size) {
      batches.add(Arrays.copyOfRange(order, from, Math.min(from + size, order.length)));
    }
    return batches;
  }

  /** Fisher-Yates. */
  private static void shuffle(int[] order, Random rng) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = rng.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
