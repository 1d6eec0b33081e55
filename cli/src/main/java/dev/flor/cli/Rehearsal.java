package dev.flor.cli;

import dev.flor.Flor;
import dev.flor.cli.demo.GitProcess;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Outputs;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Loads what commands need, so that the launcher can keep those classes in an archive: a replay has half of its start in them. */
final class Rehearsal {
  private static final String PROGRAM = """
      import dev.flor.Flor;

      class Rehearsed {
        public static void main(String[] args) {
          double[] weights = new double[2];
          try (var checkpoints = Flor.checkpointing("weights", weights)) {
            for (int epoch : Flor.loop("epoch", Flor.range(2))) {
              for (int step : Flor.loop("step", Flor.range(2))) {
                weights[0] += step;
              }
              Flor.log("loss", weights[0]);
            }
          }
        }
      }
      """;

  private Rehearsal() {}

  /** Works in the folder {@code rehearsal} below the one given, and deletes it. */
  public static void main(String... args) {
    Path scratch = Path.of(args[0]).resolve("rehearsal");
    Path florDir = scratch.resolve(".flor");
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Caller caller = new Caller(
        scratch,
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        "",
        Map.of("FLOR_HOME", florDir.toString()));
    try {
      nowhere.println(Main.class);
      record(florDir);
      Cli.run(caller, "--version");
      Cli.run(caller, "--help");
      Cli.run(caller, "dataframe", "loss");
      Cli.run(caller, "dataframe", "loss", "--format", "csv");
      Cli.run(caller, "sql", "select count(*) from run");
      Cli.run(caller, "runs");
      Cli.run(caller, "no-such-command");
      replay(caller.in(Path.of("project")));
    } catch (GitProcess.GitFailedException e) {
      System.err.println("replay is not rehearsed: " + e.getMessage());
    } finally {
      Outputs.delete(scratch);
    }
  }

  private static void replay(Caller caller) {
    Path project = caller.directory();
    Path source = project.resolve("src/Rehearsed.java");
    Outputs.write(source, PROGRAM);
    GitProcess.output(project, "init", "-q");
    GitProcess.output(project, "add", ".");
    GitProcess.output(
        project, "-c", "user.name=flor", "-c", "user.email=flor@localhost", "commit", "-qm", "One");
    Cli.run(caller, "run");
    String statement = "Flor.log(\"loss\", weights[0]);";
    Outputs.write(
        source, PROGRAM.replace(statement, statement + " Flor.log(\"half\", weights[0] / 2);"));
    Cli.run(caller, "propagate", "half", "--commits", "HEAD");
    Cli.run(caller, "replay", "half", "--commits", "HEAD", "--yes");
    GitProcess.output(project.resolve(".."), "init", "-q"); // so that git is asked of versions
    Cli.run(caller, "dataframe", "loss", "half");
  }

  private static void record(Path florDir) {
    System.setProperty("flor.dir", florDir.toString());
    System.setProperty("flor.snapshot", "false");
    for (int epoch : Flor.loop("epoch", Flor.range(2))) {
      Flor.log("loss", 1.0 / (1 + epoch));
    }
    Flor.commit();
  }
}
