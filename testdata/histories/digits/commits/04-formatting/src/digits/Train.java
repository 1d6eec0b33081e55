package digits;

import dev.flor.Flor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Trains a network on the first 1,500 digits and tries it on the other 297. */
public class Train {
  public static void main(String[] args) throws IOException {
    int epochs = Flor.arg("epochs", 20);
    int hidden = Flor.arg("hidden", 32);
    int batch = Flor.arg("batch", 50);
    double lr = Flor.arg("lr", 0.5);
    long seed = Flor.arg("seed", 1L);

    Images all = Images.read(Path.of("data/digits.csv"));
    Images train = all.part(0, 1500);
    Images test = all.part(1500, all.size());
    Random rng = new Random(seed);
    Net net = new Net(Images.PIXELS, hidden, 10, rng);
    int[] order = new int[train.size()];
    for (int n = 0; n < order.length; n++) {
      order[n] = n;
    }

    // Everything that changes from one epoch to the next is enrolled here.
    try (var ckpt = Flor.checkpointing("net", net, "rng", rng, "order", order)) {
      for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
        shuffle(order, rng);
        for (int step : Flor.loop("step", Flor.range(train.size() / batch))) {
          net.zero();
          for (int i = step * batch; i < (step + 1) * batch; i++) {
            int n = order[i];
            net.backward(train.pixels[n], train.labels[n], 1.0 / batch);
          }
          net.update(lr);
        }
        Flor.log("loss", net.loss(train));
        Flor.log("accuracy", net.acc(test));
      }
    }
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
