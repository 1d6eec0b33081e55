package digits;

import java.util.Random;

/**
 * A network with one hidden layer.
 *
 * <p>The hidden units are tanh, the outputs softmax, so that they add up to one and can be read as
 * probabilities.
 */
class Net {
  final double[][] w1;
  final double[] b1;
  final double[][] w2;
  final double[] b2;

  Net(int in, int hidden, int out, Random rng) {
    w1 = random(hidden, in, rng);
    b1 = new double[hidden];
    w2 = random(out, hidden, rng);
    b2 = new double[out];
  }

  private static double[][] random(int rows, int cols, Random rng) {
    double[][] w = new double[rows][cols];
    double scale = 1 / Math.sqrt(cols);
    for (double[] row : w) {
      for (int i = 0; i < cols; i++) {
        row[i] = scale * (2 * rng.nextDouble() - 1);
      }
    }
    return w;
  }

  private double[] hidden(double[] x) {
    double[] h = new double[b1.length];
    for (int j = 0; j < h.length; j++) {
      double sum = b1[j];
      for (int i = 0; i < x.length; i++) {
        sum += w1[j][i] * x[i];
      }
      h[j] = StrictMath.tanh(sum);
    }
    return h;
  }

  private double[] output(double[] h) {
    double[] p = new double[b2.length];
    double total = 0;
    for (int k = 0; k < p.length; k++) {
      double sum = b2[k];
      for (int j = 0; j < h.length; j++) {
        sum += w2[k][j] * h[j];
      }
      p[k] = StrictMath.exp(sum);
      total += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= total;
    }
    return p;
  }

  /** Shakes the weights of one unit; takes that back if the loss over the images went up. */
  void climb(Images images, double size, Random rng) {
    int unit = rng.nextInt(w1.length + w2.length);
    double[] weights = unit < w1.length ? w1[unit] : w2[unit - w1.length];
    double[] before = weights.clone();
    double lossBefore = loss(images);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += size * rng.nextGaussian();
    }
    if (loss(images) > lossBefore) {
      System.arraycopy(before, 0, weights, 0, before.length);
    }
  }

  /** Mean cross entropy over some images. */
  double loss(Images images) {
    double total = 0;
    for (int n = 0; n < images.size(); n++) {
      double[] p = output(hidden(images.pixels[n]));
      total -= StrictMath.log(p[images.labels[n]]);
    }
    return total / images.size();
  }

  /** Share of the images that are read right. */
  double acc(Images images) {
    int right = 0;
    for (int n = 0; n < images.size(); n++) {
      if (best(images.pixels[n]) == images.labels[n]) {
        right++;
      }
    }
    return (double) right / images.size();
  }

  /** The digit that the network reads in an image. */
  private int best(double[] x) {
    double[] p = output(hidden(x));
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      if (p[k] > p[best]) {
        best = k;
      }
    }
    return best;
  }
}
