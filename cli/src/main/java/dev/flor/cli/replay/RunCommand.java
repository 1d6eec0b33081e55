package dev.flor.cli.replay;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.project.OpenProject;
import dev.flor.replay.Recorder;
import dev.flor.replay.process.Attached;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor run}: builds the working tree aside and runs it, recording. */
@Command(
    name = "run",
    description = {
      "Build the working tree aside and run it in the project's root, recording.",
      "The exit code is the program's."
    })
public final class RunCommand implements Callable<Integer> {
  private final RootCommand root;

  @Option(
      names = "--arg",
      paramLabel = "NAME=VALUE",
      description = "A value for Flor.arg; may be repeated.")
  private Map<String, String> args = new LinkedHashMap<>();

  @Parameters(
      paramLabel = "-- ARG",
      arity = "0..*",
      description = "The program's arguments. Default: those of flor.toml.")
  private List<String> programArgs = List.of();

  public RunCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    try (OpenProject open = OpenProject.of(caller)) {
      Attached attached = new Attached(caller.out(), caller.err(), caller.messagesGoToTerminal());
      Recorder.Recorded recorded = new Recorder(
              open.project(), open.history(), open.outside(), attached)
          .record(args, programArgs);
      caller
          .err()
          .println(recorded
              .runId()
              .map(run -> "flor: recorded run " + run)
              .orElse("flor: the program never called flor; nothing was recorded"));
      return recorded.exitCode();
    }
  }
}
