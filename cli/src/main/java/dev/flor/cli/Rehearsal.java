package dev.flor.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Loads what short commands need, so that the launcher can keep those classes in an archive. */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Caller caller =
        new Caller(Path.of(args[0]), InputStream.nullInputStream(), nowhere, nowhere, "", Map.of());
    Cli.run(caller, "--version");
    Cli.run(caller, "--help");
    Cli.run(caller, "dataframe", "--rehearsal");
  }
}
