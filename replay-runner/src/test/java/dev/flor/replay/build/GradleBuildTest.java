package dev.flor.replay.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flor.replay.Outcome;
import dev.flor.replay.TaskReport;
import dev.flor.replay.Training;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that Gradle builds, where there is a Gradle that runs on this JDK. */
class GradleBuildTest {
  private static final String TRAIN = """
      package app;

      public class Train {
        public static void main(String[] args) {
          core.Model model = new core.Model();
          for (int epoch = 0; epoch < 3; epoch++) {
            double loss = model.step();
            System.out.println(loss);
          }
        }
      }
      """;

  @TempDir
  Path folder;

  private Training twoProjects() {
    assumeTrue(
        new Executables(System.getenv()).find("gradlew", "gradle").isPresent(), "no Gradle here");
    Training training = Training.in(folder).builtBy("gradle");
    training
        .repository
        .write("settings.gradle", "include 'app', 'core'\n")
        .write("build.gradle", "subprojects { apply plugin: 'java'; sourceCompatibility = '11' }\n")
        .write("app/build.gradle", "dependencies { implementation project(':core') }\n")
        .write("core/src/main/java/core/Model.java", """
            package core;

            public class Model {
              private double state = 1;

              public double step() {
                return state /= 2;
              }
            }
            """)
        .write("app/src/main/java/app/Train.java", TRAIN);
    return training;
  }

  @Test
  void theProjectOfTheMainClassAndThoseItNeedsAreCompiled() {
    Training training = twoProjects();
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java",
        TRAIN
            .replace("package app;", "package app;\n\nimport dev.flor.Flor;")
            .replace("println(loss);", "println(loss);\n      Flor.log(\"loss\", loss);"));

    TaskReport task = training.replayOne("loss", version);

    assumeFalse(
        task.detail().contains("class file major version")
            || task.detail().contains("determine java version"),
        "this Gradle does not run on this JDK");

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "loss").values())
        .containsExactly(0.5, 0.25, 0.125);
  }
}
