package digits.nn;

import digits.data.Images;
import java.util.Arrays;
import java.util.Random;

/**
 * A network with one hidden layer.
 *
 * <p>The hidden units are tanh, the outputs softmax, so that they add up to one and can be read as
 * probabilities.
 */
public class Network {
  private final double[][] w1;
  private final double[] b1;
  private final double[][] w2;
  private final double[] b2;

  /**
   * Gradient of the loss over the current batch: what accumulate() has summed up since
   * clearGradients().
   */
  private final double[][] gradW1;
  private final double[] gradB1;
  private final double[][] gradW2;
  private final double[] gradB2;

  /** Where each weight is going. */
  private final double[][] velW1;
  private final double[] velB1;
  private final double[][] velW2;
  private final double[] velB2;

  public Network(int in, int hidden, int out, Random rng) {
    w1 = random(hidden, in, rng);
    b1 = new double[hidden];
    w2 = random(out, hidden, rng);
    b2 = new double[out];
    gradW1 = new double[hidden][in];
    gradB1 = new double[hidden];
    gradW2 = new double[out][hidden];
    gradB2 = new double[out];
    velW1 = new double[hidden][in];
    velB1 = new double[hidden];
    velW2 = new double[out][hidden];
    velB2 = new double[out];
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
  public void clearGradients() {
    for (double[] row : gradW1) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(gradB1, 0);
    for (double[] row : gradW2) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(gradB2, 0);
  }

  /**
   * Adds the gradient of one image's loss.
   *
   * @param weight the image's share of the batch
   */
  public void accumulate(double[] x, int label, double weight) {
    double[] h = hidden(x);
    double[] p = output(h);
    p[label] -= 1;
    for (int k = 0; k < p.length; k++) {
      double d = weight * p[k];
      for (int j = 0; j < h.length; j++) {
        gradW2[k][j] += d * h[j];
      }
      gradB2[k] += d;
    }
    for (int j = 0; j < h.length; j++) {
      double d = 0;
      for (int k = 0; k < p.length; k++) {
        d += weight * p[k] * w2[k][j];
      }
      d *= 1 - h[j] * h[j];
      for (int i = 0; i < x.length; i++) {
        gradW1[j][i] += d * x[i];
      }
      gradB1[j] += d;
    }
  }

  /** Goes one step with momentum. */
  public void descend(double rate, double momentum) {
    for (int j = 0; j < w1.length; j++) {
      descend(w1[j], velW1[j], gradW1[j], rate, momentum);
    }
    descend(b1, velB1, gradB1, rate, momentum);
    for (int k = 0; k < w2.length; k++) {
      descend(w2[k], velW2[k], gradW2[k], rate, momentum);
    }
    descend(b2, velB2, gradB2, rate, momentum);
  }

  private static void descend(
      double[] weights, double[] velocity, double[] gradient, double rate, double momentum) {
    for (int i = 0; i < weights.length; i++) {
      velocity[i] = momentum * velocity[i] - rate * gradient[i];
      weights[i] += velocity[i];
    }
  }

  /** Mean cross entropy over some images. */
  public double loss(Images images) {
    double total = 0;
    for (int n = 0; n < images.size(); n++) {
      double[] p = output(hidden(images.pixels[n]));
      total -= StrictMath.log(p[images.labels[n]]);
    }
    return total / images.size();
  }

  /** Share of the images that are read right. */
  public double accuracy(Images images) {
    int right = 0;
    for (int n = 0; n < images.size(); n++) {
      if (classify(images.pixels[n]) == images.labels[n]) {
        right++;
      }
    }
    return (double) right / images.size();
  }

  /** The digit that the network reads in an image. */
  private int classify(double[] x) {
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
