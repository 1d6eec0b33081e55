package dev.flor.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import dev.flor.Flor;
import dev.flor.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** What a user of Tribuo writes: real digits, learned by a loop of one's own and by Tribuo's trainer. */
final class DigitsProgram {
  private static final int IMAGES = 300;
  private static final int PIXELS = 64;
  private static final int EPOCHS = 5;

  private DigitsProgram() {}

  public static void main(String... args) throws IOException {
    MutableDataset<Label> digits = read(Path.of(args[0]));
    if (args[1].equals("trainer")) {
      byTrainer(digits);
    } else {
      byHand(digits, optimiser(args[1]));
    }
  }

  private static StochasticGradientOptimiser optimiser(String name) {
    switch (name) {
      case "adam":
        return new Adam(0.01, 1e-6);
      case "adagrad":
        return new AdaGrad(0.1);
      default:
        return SGD.getLinearDecaySGD(0.05, 0.9, SGD.Momentum.NESTEROV);
    }
  }

  /** Each epoch walks the digits in an order drawn anew, one optimiser step a digit. */
  @SuppressWarnings("try") // what the resource does is done when it is closed
  private static void byHand(MutableDataset<Label> digits, StochasticGradientOptimiser optimiser) {
    LogMulticlass objective = new LogMulticlass();
    LinearParameters weights = new LinearParameters(
        digits.getFeatureMap().size() + 1, digits.getOutputs().size());
    optimiser.initialise(weights);
    SplittableRandom rng = new SplittableRandom(5);
    try (var checkpoints =
        Flor.checkpointing("weights", weights, "optimiser", optimiser, "rng", rng)) {
      for (int epoch : Flor.loop("epoch", Flor.range(EPOCHS))) {
        double loss = 0;
        for (int step : Flor.loop("step", Flor.range(digits.size()))) {
          Example<Label> digit = digits.getExample(rng.nextInt(digits.size()));
          SGDVector pixels = SparseVector.createSparseVector(digit, digits.getFeatureIDMap(), true);
          DenseVector scores = weights.predict(pixels);
          Pair<Double, SGDVector> found =
              objective.lossAndGradient(digits.getOutputIDInfo().getID(digit.getOutput()), scores);
          Tensor[] gradients = weights.gradients(found, pixels);
          weights.update(optimiser.step(gradients, 1));
          loss += found.getA();
          if (step % 100 == 0) {
            Flor.log("step_loss", found.getA());
          }
        }
        Flor.log("loss", loss / (epoch + 1));
      }
    }
  }

  /** Each turn trains a model anew, on the digits that the last one read wrong and some others. */
  @SuppressWarnings("try") // as above
  private static void byTrainer(MutableDataset<Label> digits) {
    LinearSGDTrainer trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 2, 7L);
    Ref<Model<Label>> best = Flor.ref((Model<Label>) trainer.train(digits));
    try (var checkpoints = Flor.checkpointing("trainer", trainer, "best", best)) {
      for (int round : Flor.loop("epoch", Flor.range(EPOCHS))) {
        MutableDataset<Label> hard =
            new MutableDataset<>(digits.getSourceProvenance(), digits.getOutputFactory());
        for (Example<Label> digit : Flor.loop("step", digits)) {
          boolean right = best.get().predict(digit).getOutput().equals(digit.getOutput());
          if (!right || digit.getOutput().getLabel().hashCode() % 5 == round % 5) {
            hard.add(digit);
          }
        }
        Flor.log("hard", hard.size());
        Model<Label> next = trainer.train(digits);
        double accuracy = new LabelEvaluator().evaluate(next, hard).accuracy();
        Flor.log("accuracy", accuracy);
        Flor.log("score", next.predict(digits.getExample(3)).getOutput().getScore());
        best.set(next);
      }
    }
  }

  private static MutableDataset<Label> read(Path csv) throws IOException {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> digits =
        new MutableDataset<>(new SimpleDataSourceProvenance("digits", labels), labels);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < PIXELS; i++) {
      names.add("p" + (10 + i));
    }
    for (String line : Files.readAllLines(csv).subList(0, IMAGES)) {
      String[] cells = line.split(",", -1);
      double[] pixels = new double[PIXELS];
      for (int i = 0; i < PIXELS; i++) {
        pixels[i] = Integer.parseInt(cells[i]) / 16.0;
      }
      digits.add(
          new ArrayExample<>(new Label(cells[PIXELS]), names.toArray(new String[0]), pixels));
    }
    return digits;
  }
}
