package dev.flor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.project.ProjectConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same with DJL and PyTorch: {@code ./mvnw -Pdjl ...}, since its native library takes half a gigabyte. */
@EnabledIfSystemProperty(named = "flor.djl", matches = "true")
class DjlHistoryTest {
  private static final String PROGRAM = """
      package learn;

      import ai.djl.ndarray.NDArray;
      import ai.djl.ndarray.NDManager;
      import ai.djl.ndarray.types.Shape;
      import ai.djl.training.GradientCollector;
      import ai.djl.engine.Engine;
      import dev.flor.Flor;
      import java.util.Random;

      public class Train {
        public static void main(String[] args) {
          float[] weights = {0, 0, 0};
          Random rng = new Random(5);
          try (NDManager manager = NDManager.newBaseManager();
              var ckpt = Flor.checkpointing("weights", weights, "rng", rng)) {
            for (int epoch : Flor.loop("epoch", Flor.range(5))) {
              double loss = 0;
              for (int step : Flor.loop("step", Flor.range(10))) {
                try (NDManager turn = manager.newSubManager()) {
                  loss += step(turn, weights, rng);
                }
              }
              Flor.log("loss", loss);
            }
          }
        }

        static double step(NDManager turn, float[] weights, Random rng) {
          float[] points = new float[3 * 16];
          for (int i = 0; i < points.length; i++) {
            points[i] = (float) rng.nextGaussian();
          }
          NDArray x = turn.create(points, new Shape(16, 3));
          NDArray y = x.matMul(turn.create(new float[] {1, -2, 3}).reshape(3, 1));
          NDArray w = turn.create(weights.clone(), new Shape(3, 1));
          w.setRequiresGradient(true);
          try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray loss = x.matMul(w).sub(y).square().mean();
            gradients.backward(loss);
            float[] gradient = w.getGradient().toFloatArray();
            for (int i = 0; i < weights.length; i++) {
              weights[i] -= 0.1f * gradient[i];
            }
            return loss.getFloat();
          }
        }
      }
      """;

  private static final String POM = """
      <project><modelVersion>4.0.0</modelVersion>
      <groupId>demo</groupId><artifactId>learn</artifactId><version>1</version>
      <properties><maven.compiler.release>17</maven.compiler.release></properties><dependencies>
      <dependency><groupId>ai.djl</groupId><artifactId>api</artifactId><version>0.35.1</version></dependency>
      <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-engine</artifactId><version>0.35.1</version><scope>runtime</scope></dependency>
      <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-native-cpu</artifactId><version>2.7.1</version><classifier>linux-x86_64</classifier><scope>runtime</scope></dependency>
      <dependency><groupId>ai.djl.pytorch</groupId><artifactId>pytorch-jni</artifactId><version>2.7.1-0.35.1</version><scope>runtime</scope></dependency>
      </dependencies></project>
      """;

  @TempDir
  Path folder;

  @Test
  void aTrainingIsReplayedBitForBit() {
    Training plain = Training.in(folder).builtBy("maven");
    ProjectConfig.Run run = new ProjectConfig.Run(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of("-Dai.djl.pytorch.num_threads=1", "-Dai.djl.pytorch.num_interop_threads=1"),
        "");
    Training training = plain.configured(new ProjectConfig(
        plain.config().build(),
        run,
        plain.config().recording(),
        new ProjectConfig.Limits(Duration.ofMinutes(10), Optional.of("1g"))));
    training.repository.write(".gitignore", ".flor/\n").write("pom.xml", POM);
    training.repository.write("src/main/java/learn/Train.java", PROGRAM);
    String version = training.commit("v1");
    training.record();
    training.repository.write(
        "src/main/java/learn/Train.java",
        PROGRAM.replace(
            "return loss.getFloat();",
            "Flor.log(\"slope\", gradient[0]);\n      return loss.getFloat();"));

    TaskReport task = training.replayOne("slope", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(task.compared()).isEqualTo(5);
    assertThat(training.values(task.replayRuns().get(0), "slope")).hasSize(50);
  }
}
