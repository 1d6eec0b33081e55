package dev.flor.replay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.Outcome;
import dev.flor.replay.ReplayReport;
import dev.flor.replay.TaskReport;
import dev.flor.replay.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects that Maven builds, by a real Maven. Nothing that they need is anywhere but in this repository's own build. */
class MavenBuildTest {
  private static final String WITHOUT_FLOR = """
      package app;

      import core.Model;

      public class Train {
        public static void main(String[] args) {
          Model model = new Model();
          for (int epoch = 0; epoch < 3; epoch++) {
            double loss = model.step();
            System.out.println(loss);
          }
        }
      }
      """;

  private static final String MODEL = """
      package core;

      public class Model {
        private double state = 1;

        public double step() {
          return state /= 2;
        }
      }
      """;

  @TempDir
  Path folder;

  private static String withProbe(String statement) {
    return WITHOUT_FLOR
        .replace("import core.Model;", "import core.Model;\nimport dev.flor.Flor;")
        .replace("System.out.println(loss);", "System.out.println(loss);\n      " + statement);
  }

  private static String pom(String artifact, String rest) {
    return "<project><modelVersion>4.0.0</modelVersion><groupId>demo</groupId><artifactId>"
        + artifact
        + "</artifactId><version>1</version>" + rest + "</project>";
  }

  private static final String LEVEL =
      "<properties><maven.compiler.release>11</maven.compiler.release></properties>";

  private Training twoModules() {
    Training training = Training.in(folder).builtBy("maven");
    training.repository.write(
        "pom.xml",
        pom(
            "top",
            "<packaging>pom</packaging><modules><module>app</module><module>core</module>"
                + "<module>other</module></modules>"
                + LEVEL));
    training.repository.write("core/pom.xml", child("core", ""));
    training.repository.write("app/pom.xml", child("app", """
        <dependencies><dependency><groupId>demo</groupId><artifactId>core</artifactId><version>1</version></dependency></dependencies>
        """));
    training.repository.write("other/pom.xml", child("other", ""));
    training.repository.write(
        "other/src/main/java/other/Broken.java", "package other; class Broken { int x = \"\"; }");
    training.repository.write("core/src/main/java/core/Model.java", MODEL);
    training.repository.write("app/src/main/java/app/Train.java", WITHOUT_FLOR);
    return training;
  }

  private static String child(String artifact, String rest) {
    return "<project><modelVersion>4.0.0</modelVersion><parent><groupId>demo</groupId>"
        + "<artifactId>top</artifactId><version>1</version></parent><artifactId>" + artifact
        + "</artifactId>" + rest + "</project>";
  }

  @Test
  void theModuleOfTheMainClassAndThoseItNeedsAreCompiledAndNoOther() {
    Training training = twoModules();
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", withProbe("Flor.log(\"loss\", loss);"));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "loss").values())
        .containsExactly(0.5, 0.25, 0.125);
  }

  @Test
  void mavenIsAskedOnceForEqualPoms() {
    Training training = twoModules();
    String first = training.commit("v1");
    training.repository.write(
        "core/src/main/java/core/Model.java", MODEL.replace("state /= 2", "state /= 4"));
    String second = training.commit("v2");
    training.repository.write("core/pom.xml", child("core", "<name>Core</name>"));
    String third = training.commit("v3");
    training.repository.write(
        "app/src/main/java/app/Train.java", withProbe("Flor.log(\"loss\", loss);"));

    ReplayReport report = training.replay("loss", 1, first, second, third);

    assertThat(report.complete()).isTrue();
    assertThat(entries(training.project().florDir().resolve("builds/models"))).isEqualTo(2);
    assertThat(
            training.values(report.tasks().get(1).replayRuns().get(0), "loss").values())
        .containsExactly(0.25, 0.0625, 0.015625);
  }

  private static long entries(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theVersionsOwnLevelAndEncodingCount() {
    Training training = twoModules();
    String old =
        MODEL.replace("double state", "double enum_, state").replace("state /= 2", "yield()");
    training.repository.write(
        "core/src/main/java/core/Model.java",
        old.replaceFirst(
            "}\\n}",
            "}\n\n  private double yield() {\n    String name = \"\u00e9\";\n"
                + "    return state /= 2 * name.length();\n  }\n}"));
    latin1(training.repository.root().resolve("core/src/main/java/core/Model.java"));
    training.repository.write("core/pom.xml", child("core", """
        <properties><maven.compiler.release>12</maven.compiler.release>
        <project.build.sourceEncoding>ISO-8859-1</project.build.sourceEncoding></properties>
        """));
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", withProbe("Flor.log(\"loss\", loss);"));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "loss").values())
        .containsExactly(0.5, 0.25, 0.125);
  }

  private static void latin1(Path file) {
    try {
      Files.write(
          file, Files.readString(file).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String PLUGINS = """
      <build><pluginManagement><plugins>
      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
      </plugins></pluginManagement></build>""";

  /** The processor is a module of the build: it doubles what has its annotation. */
  private Training withProcessor() {
    Training training = twoModules();
    training.repository.write(
        "pom.xml",
        pom(
            "top",
            "<packaging>pom</packaging><modules><module>core</module><module>app</module></modules>"
                + LEVEL
                + PLUGINS));
    training.repository.write("core/pom.xml", child("core", """
        <build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>
        <configuration><proc>none</proc></configuration></plugin></plugins></build>"""));
    training.repository.write(
        "core/src/main/resources/META-INF/services/javax.annotation.processing.Processor",
        "core.Halves\n");
    training.repository.write("core/src/main/java/core/Halves.java", """
        package core;

        import java.io.IOException;
        import java.io.Writer;
        import java.util.Set;
        import javax.annotation.processing.AbstractProcessor;
        import javax.annotation.processing.RoundEnvironment;
        import javax.annotation.processing.SupportedAnnotationTypes;
        import javax.lang.model.element.TypeElement;

        @SupportedAnnotationTypes("core.Half")
        public class Halves extends AbstractProcessor {
          @Override
          public boolean process(Set<? extends TypeElement> found, RoundEnvironment round) {
            for (var one : found) {
              try (Writer out = processingEnv.getFiler().createSourceFile("app.Made").openWriter()) {
                out.write("package app; class Made { static double half(double x) { return x / 2; } }");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }
            return true;
          }
        }
        """);
    training.repository.write(
        "core/src/main/java/core/Half.java", "package core; public @interface Half {}");
    training.repository.write("app/src/main/java/app/Train.java", generated(WITHOUT_FLOR));
    return training;
  }

  private static String generated(String program) {
    return program
        .replace("public class Train", "@core.Half\npublic class Train")
        .replace("= model.step()", "= Made.half(model.step())");
  }

  @Test
  void mavenItselfBuildsWhereAnnotationProcessorsRun() {
    Training training = withProcessor();
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", generated(withProbe("Flor.log(\"loss\", loss);")));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REPLAYED);
    assertThat(training.values(task.replayRuns().get(0), "loss").values())
        .containsExactly(0.25, 0.125, 0.0625);
    String run = training.record();
    assertThat(training.values(run, "loss").values()).containsExactly(0.25, 0.125, 0.0625);
    assertThat(training.repository.root().resolve("app/target")).doesNotExist();
  }

  @Test
  void whatTheCompilerSaysThroughMavenIsSaidOfTheFile() {
    Training training = withProcessor();
    training.repository.write(
        "core/src/main/java/core/Model.java",
        MODEL.replace("double state = 1", "double state = \"\""));
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", generated(withProbe("Flor.log(\"loss\", loss);")));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).isEqualTo(Outcome.BUILD_FAILED);
    assertThat(task.detail()).startsWith("core/src/main/java/core/Model.java:4:");
  }

  @Test
  void aStatementInALaterJavaThanTheVersionsIsRefused() {
    Training training = twoModules();
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java",
        withProbe("Flor.log(\"loss\", switch (epoch) { case 0 -> 1; default -> loss; });"));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).as(task.detail()).isEqualTo(Outcome.REFUSED);
    assertThat(task.refused().get(0).detail()).contains("switch expressions are not supported");
  }

  @Test
  void aPomThatCannotBeReadIsABuildThatFailed() {
    Training training = twoModules();
    training.repository.write("app/pom.xml", child("app", """
        <dependencies><dependency><groupId>demo</groupId><artifactId>core</artifactId></dependency></dependencies>
        """));
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", withProbe("Flor.log(\"loss\", loss);"));

    TaskReport task = training.replayOne("loss", version);

    assertThat(task.outcome()).isEqualTo(Outcome.BUILD_FAILED);
    assertThat(task.detail()).contains("dependencies.dependency.version");
  }

  @Test
  void withoutMavenTheBuildFailsAndStatementsAreCarriedAllTheSame() {
    Training training = twoModules();
    String version = training.commit("v1");
    training.repository.write(
        "app/src/main/java/app/Train.java", withProbe("Flor.log(\"loss\", loss);"));
    Training bare = training.withoutPath();

    TaskReport task = bare.replayOne("loss", version);

    assertThat(task.refused()).isEmpty();
    assertThat(task.outcome()).isEqualTo(Outcome.BUILD_FAILED);
    assertThat(task.detail()).contains("built by mvn, and there is none", "on the PATH");
  }

  @Test
  void aWorkingTreeIsRecordedAndNothingIsWrittenToIt() {
    Training training = twoModules();
    training.repository.write("app/src/main/resources/app/names.txt", "a resource");
    training.repository.write(
        "app/src/main/java/app/Train.java",
        withProbe("Flor.log(\"text\", Train.class.getResource(\"names.txt\") != null);"));
    training.commit("v1");

    String run = training.record();

    assertThat(training.values(run, "text").values()).containsExactly("true", "true", "true");
    assertThat(training.repository.root().resolve("app/target")).doesNotExist();
  }
}
