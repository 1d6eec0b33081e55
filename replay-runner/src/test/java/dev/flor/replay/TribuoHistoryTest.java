package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that trains with Tribuo, built by Maven, in a history that changes the version of Tribuo. */
class TribuoHistoryTest {
  private static final String PROGRAM = """
      package learn;

      import dev.flor.Flor;
      import java.util.Random;
      import org.tribuo.Model;
      import org.tribuo.MutableDataset;
      import org.tribuo.Tribuo;
      import org.tribuo.classification.Label;
      import org.tribuo.classification.LabelFactory;
      import org.tribuo.classification.evaluation.LabelEvaluation;
      import org.tribuo.classification.evaluation.LabelEvaluator;
      import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
      import org.tribuo.classification.sgd.objectives.LogMulticlass;
      import org.tribuo.impl.ArrayExample;
      import org.tribuo.math.optimisers.AdaGrad;
      import org.tribuo.provenance.SimpleDataSourceProvenance;

      public class Train {
        public static void main(String[] args) {
          MutableDataset<Label> points = points(new Random(3));
          Flor.log("tribuo", Tribuo.VERSION);
          for (int epochs : Flor.loop("epoch", Flor.range(1, 4))) {
            LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), epochs, 7L);
            Model<Label> model = trainer.train(points);
            LabelEvaluation evaluation = new LabelEvaluator().evaluate(model, points);
            Flor.log("accuracy", evaluation.accuracy());
          }
        }

        static MutableDataset<Label> points(Random random) {
          LabelFactory labels = new LabelFactory();
          MutableDataset<Label> points =
              new MutableDataset<>(new SimpleDataSourceProvenance("points", labels), labels);
          for (int i = 0; i < 200; i++) {
            double shift = i % 2 == 0 ? 0.7 : -0.7;
            points.add(new ArrayExample<>(
                new Label(i % 2 == 0 ? "right" : "left"),
                new String[] {"x", "y"},
                new double[] {random.nextGaussian() + shift, random.nextGaussian()}));
          }
          return points;
        }
      }
      """;

  @TempDir
  Path folder;

  private static String pom(String tribuo) {
    return """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>demo</groupId><artifactId>learn</artifactId><version>1</version>
        <properties><maven.compiler.release>11</maven.compiler.release></properties>
        <dependencies><dependency><groupId>org.tribuo</groupId>
        <artifactId>tribuo-classification-sgd</artifactId><version>%s</version></dependency>
        <dependency><groupId>dev.flor</groupId><artifactId>flor-runtime</artifactId>
        <version>0.0.1-never-published</version></dependency></dependencies></project>
        """.formatted(tribuo);
  }

  private Training version(Training training, String tribuo) {
    training.repository.write("pom.xml", pom(tribuo));
    return training;
  }

  @Test
  void eachVersionIsReplayedWithTheTribuoOfItsPom() {
    Training training = Training.in(folder).builtBy("maven");
    training.repository.write(".gitignore", ".flor/\n");
    training.repository.write("src/main/java/learn/Train.java", PROGRAM);
    String first = version(training, "4.3.1").commit("Tribuo 4.3.1");
    String firstRun = training.record();
    String second = version(training, "4.3.2").commit("Tribuo 4.3.2");
    String secondRun = training.record();
    training.repository.write(
        "src/main/java/learn/Train.java",
        PROGRAM.replace(
            "evaluation.accuracy());",
            "evaluation.accuracy());\n      Flor.log(\"recall\", evaluation.macroAveragedRecall());"));

    ReplayReport report = training.replay("recall", 2, first, second);

    assertThat(report.tasks()).allSatisfy(task -> {
      assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
      assertThat(task.compared()).isEqualTo(4);
      assertThat(task.differing()).isZero();
      String replayed = task.replayRuns().get(0);
      assertThat(training.values(replayed, "recall")).hasSize(3);
      assertThat(training.values(replayed, "accuracy"))
          .isEqualTo(training.values(task.task().baseRun().orElseThrow(), "accuracy"));
    });
    assertThat(training.values(firstRun, "tribuo").values()).containsExactly("4.3.1");
    assertThat(training.values(secondRun, "tribuo").values()).containsExactly("4.3.2");
  }
}
