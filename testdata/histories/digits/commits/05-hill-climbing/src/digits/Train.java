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
    int batch = Flor.arg("batch", 100);
    int tries = Flor.arg("tries", 50);
    double lr = Flor.arg("lr", 0.1);
    long seed = Flor.arg("seed", 1L);

    Images all = Images.read(Path.of("data/digits.csv"));
    Images train = all.part(0, 1500);
    Images test = all.part(1500, all.size());
    Random rng = new Random(seed);
    Net net = new Net(Images.PIXELS, hidden, 10, rng);

    // Everything that changes from one epoch to the next is enrolled here.
    try (var ckpt = Flor.checkpointing("net", net, "rng", rng)) {
      for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
        for (int attempt : Flor.loop("attempt", Flor.range(tries))) {
          net.climb(train.sample(batch, rng), lr, rng);
        }
        Flor.log("loss", net.loss(train));
        Flor.log("accuracy", net.acc(test));
      }
    }
  }
}
