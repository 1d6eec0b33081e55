package digits;

import java.util.Arrays;
import java.util.Random;

/**
 * A network with one hidden layer.
 *
 * <p>The hidden units are tanh, the outputs softmax, so that they add up to one and can be read as
 * probabilities.
 */
class Network {
  final double[][] w1;
  final double[] b1;
  final double[][] w2;
  final double[] b2;

  /** Gradient of the loss over the current batch: what backward() has summed up since zero(). */
  final double[][] dW1;
  final double[] dB1;
  final double[][] dW2;
  final double[] dB2;

  Network(int in, int hidden, int out, Random rng) {
    w1 = random(hidden, in, rng);
    b1 = new double[hidden];
    w2 = random(out, hidden, rng);
    b2 = new double[out];
    dW1 = new double[hidden][in];
    dB1 = new double[hidden];
    dW2 = new double[out][hidden];
    dB2 = new double[out];
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

  /** Forgets the gradient. */
  void zero() {
    for (double[] row : dW1) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(dB1, 0);
    for (double[] row : dW2) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(dB2, 0);
  }

  /**
   * Adds the gradient of one image's loss.
   *
   * @param weight the image's share of the batch
   */
  void backward(double[] x, int label, double weight) {
    double[] h = hidden(x);
    double[] p = output(h);
    p[label] -= 1;
    for (int k = 0; k < p.length; k++) {
      double d = weight * p[k];
      for (int j = 0; j < h.length; j++) {
        dW2[k][j] += d * h[j];
      }
      dB2[k] += d;
    }
    for (int j = 0; j < h.length; j++) {
      double d = 0;
      for (int k = 0; k < p.length; k++) {
        d += weight * p[k] * w2[k][j];
      }
      d *= 1 - h[j] * h[j];
      for (int i = 0; i < x.length; i++) {
        dW1[j][i] += d * x[i];
      }
      dB1[j] += d;
    }
  }

  /** Goes one step downhill. */
  void update(double lr) {
    for (int j = 0; j < w1.length; j++) {
      for (int i = 0; i < w1[j].length; i++) {
        w1[j][i] -= lr * dW1[j][i];
      }
      b1[j] -= lr * dB1[j];
    }
    for (int k = 0; k < w2.length; k++) {
      for (int j = 0; j < w2[k].length; j++) {
        w2[k][j] -= lr * dW2[k][j];
      }
      b2[k] -= lr * dB2[k];
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
