package dev.flor.cli;

import dev.flor.FlorException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** From a command line to an exit code, in this process. */
final class Cli {
  private Cli() {}

  static int run(Outside outside, String... args) {
    try {
      if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
        outside.out().println(RootCommand.version());
        return ExitCode.DONE.number();
      }
      return line(outside, args).execute(args);
    } finally {
      outside.out().flush();
      outside.err().flush();
    }
  }

  private static CommandLine line(Outside outside, String... args) {
    RootCommand root = new RootCommand(outside);
    CommandLine line = new CommandLine(root);
    Commands.addTo(line, root, args);
    return line.setOut(new PrintWriter(outside.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(outside.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(outside.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setExecutionExceptionHandler((e, at, parsed) -> failed(outside, e))
        .setParameterExceptionHandler((e, given) -> misunderstood(outside, e));
  }

  private static int failed(Outside outside, Exception e) {
    if (e instanceof UsageException usage) {
      return say(outside, usage.getMessage(), usage.hint(), ExitCode.USAGE);
    }
    if (e instanceof FlorException fault) {
      return say(outside, fault.getMessage(), fault.hint(), ExitCode.FAILED);
    }
    outside.err().println("flor: this is a bug in flor; please report what follows");
    e.printStackTrace(outside.err());
    return ExitCode.FAILED.number();
  }

  private static int misunderstood(Outside outside, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String hint = command + " --help shows what is understood";
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    if (!near.isEmpty()) {
      hint = "did you mean " + String.join(" or ", near) + "?";
    }
    return say(outside, e.getMessage(), hint, ExitCode.USAGE);
  }

  private static int say(Outside outside, String message, String hint, ExitCode code) {
    outside.out().flush();
    outside.err().println("flor: " + message);
    outside.err().println("hint: " + hint);
    return code.number();
  }
}
