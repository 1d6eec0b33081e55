package dev.flor.cli.io;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flor} itself: what stands before the command's name. */
@Command(
    name = "flor",
    synopsisSubcommandLabel = "COMMAND",
    header = "Log it today, see it in every past version.",
    footer = {
      "",
      "Data go to stdout, everything else to stderr. Exit codes: 0 done, 1 failed, 2 usage,",
      "3 partly done, 4 diverged, 130 interrupted."
    })
public final class RootCommand implements Runnable {
  private final Caller caller;

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      description = "Work as if started in DIR.")
  private Path directory = Path.of("");

  @Option(
      names = {"-V", "--version"},
      description = "Show flor's version.")
  private boolean version;

  @Spec
  private CommandSpec spec;

  public RootCommand(Caller caller) {
    this.caller = caller;
  }

  /** The caller as the options before the command's name change it. */
  public Caller caller() {
    return caller.in(directory);
  }

  public static String version() {
    String version = RootCommand.class.getPackage().getImplementationVersion();
    return "flor " + (version == null ? "(unpackaged)" : version);
  }

  @Override
  public void run() {
    if (!version) {
      throw new ParameterException(spec.commandLine(), "no command is given");
    }
    caller.out().println(version());
  }
}
