package dev.flor.cli;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.propagate.JsonTarget;
import dev.flor.cli.replay.TurnsOption;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From a command line to an exit code, in this process. */
final class Cli {
  private Cli() {}

  static int run(Caller caller, String... args) {
    try {
      if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
        caller.out().println(RootCommand.version());
        return ExitCode.DONE.number();
      }
      CommandLine line = line(caller, args);
      return line.execute(TurnsOption.spelledOut(line, JsonTarget.joined(args)));
    } finally {
      caller.out().flush();
      caller.err().flush();
    }
  }

  private static CommandLine line(Caller caller, String... args) {
    RootCommand root = new RootCommand(caller);
    CommandLine line = new CommandLine(root);
    Commands.addTo(line, root, args);
    return line.setOut(new PrintWriter(caller.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(caller.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(caller.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setExecutionExceptionHandler(new Faults(caller))
        .setParameterExceptionHandler(new Faults(caller));
  }

  /** A class, for lambdas of these old interfaces are not kept in a class-data archive, and each would be made at every start. */
  private record Faults(Caller caller)
      implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine at, ParseResult parsed) {
      return failed(caller, e);
    }

    @Override
    public int handleParseException(ParameterException e, String[] given) {
      return misunderstood(caller, e);
    }
  }

  private static int failed(Caller caller, Exception e) {
    if (e instanceof UsageException usage) {
      return say(caller, usage.getMessage(), usage.hint(), ExitCode.USAGE);
    }
    if (e instanceof FlorException fault) {
      return say(caller, fault.getMessage(), fault.hint(), ExitCode.FAILED);
    }
    caller.err().println("flor: this is a bug in flor; please report what follows");
    e.printStackTrace(caller.err());
    return ExitCode.FAILED.number();
  }

  private static int misunderstood(Caller caller, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String hint = command + " --help shows what is understood";
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    if (!near.isEmpty()) {
      hint = "did you mean " + String.join(" or ", near) + "?";
    }
    return say(caller, e.getMessage(), hint, ExitCode.USAGE);
  }

  private static int say(Caller caller, String message, String hint, ExitCode code) {
    caller.out().flush();
    caller.err().println("flor: " + message);
    caller.err().println("hint: " + hint);
    return code.number();
  }
}
