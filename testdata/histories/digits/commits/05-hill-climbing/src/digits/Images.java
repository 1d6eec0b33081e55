package digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Images of digits, and which digits they are. */
class Images {
  static final int PIXELS = 64;

  final double[][] pixels;
  final int[] labels;

  Images(double[][] pixels, int[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  /** Reads lines of 64 pixels and a label; see data/README.md. */
  static Images read(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    double[][] pixels = new double[lines.size()][PIXELS];
    int[] labels = new int[lines.size()];
    for (int n = 0; n < labels.length; n++) {
      String[] cells = lines.get(n).split(",");
      for (int i = 0; i < PIXELS; i++) {
        pixels[n][i] = Integer.parseInt(cells[i]) / 16.0; // 0 paper, 1 ink
      }
      labels[n] = Integer.parseInt(cells[PIXELS]);
    }
    return new Images(pixels, labels);
  }

  int size() {
    return labels.length;
  }

  /** The images from one position up to, not including, another. */
  Images part(int from, int to) {
    return new Images(
        Arrays.copyOfRange(pixels, from, to), Arrays.copyOfRange(labels, from, to));
  }

  /** Some images drawn at random, with replacement. */
  Images sample(int count, Random rng) {
    double[][] some = new double[count][];
    int[] theirs = new int[count];
    for (int i = 0; i < count; i++) {
      int n = rng.nextInt(size());
      some[i] = pixels[n];
      theirs[i] = labels[n];
    }
    return new Images(some, theirs);
  }
}
