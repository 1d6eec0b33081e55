package dev.flor.cli;

import dev.flor.Flor;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Loads what short commands need, so that the launcher can keep those classes in an archive. */
final class Rehearsal {
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
      record(florDir);
      Cli.run(caller, "--version");
      Cli.run(caller, "--help");
      Cli.run(caller, "dataframe", "loss");
      Cli.run(caller, "dataframe", "loss", "--format", "csv");
      Cli.run(caller, "sql", "select count(*) from run");
      Cli.run(caller, "runs");
      Cli.run(caller, "no-such-command");
    } finally {
      Outputs.delete(scratch);
    }
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
