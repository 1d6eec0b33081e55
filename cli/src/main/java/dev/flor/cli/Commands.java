package dev.flor.cli;

import dev.flor.cli.demo.DemoCommand;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.project.GcCommand;
import dev.flor.cli.project.InitCommand;
import dev.flor.cli.propagate.PropagateCommand;
import dev.flor.cli.propagate.UndoCommand;
import dev.flor.cli.replay.ReplayCommand;
import dev.flor.cli.replay.RunCommand;
import dev.flor.cli.store.BestCommand;
import dev.flor.cli.store.CheckpointCommand;
import dev.flor.cli.store.DataframeCommand;
import dev.flor.cli.store.ExportCommand;
import dev.flor.cli.store.JournalCommand;
import dev.flor.cli.store.RunsCommand;
import dev.flor.cli.store.SqlCommand;
import dev.flor.cli.store.StoreCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands by name. */
final class Commands {
  /** In the order in which the help shows them. */
  private static final List<String> NAMES = List.of(
      "init",
      "run",
      "propagate",
      "undo",
      "replay",
      "runs",
      "dataframe",
      "sql",
      "export",
      "best",
      "checkpoint",
      "demo",
      "gc",
      "store",
      "journal");

  private Commands() {}

  /** Only the class of the one that is asked for is loaded. */
  private static Object command(String name, RootCommand root) {
    return switch (name) {
      case "init" -> new InitCommand(root);
      case "run" -> new RunCommand(root);
      case "propagate" -> new PropagateCommand(root);
      case "undo" -> new UndoCommand(root);
      case "replay" -> new ReplayCommand(root);
      case "runs" -> new RunsCommand(root);
      case "dataframe" -> new DataframeCommand(root);
      case "sql" -> new SqlCommand(root);
      case "export" -> new ExportCommand(root);
      case "best" -> new BestCommand(root);
      case "checkpoint" -> new CheckpointCommand(root);
      case "demo" -> new DemoCommand(root, Cli::run);
      case "gc" -> new GcCommand(root);
      case "store" -> new StoreCommand(root);
      case "journal" -> new JournalCommand(root);
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
  }

  /** Adds the one command that is named, for a fast start; all of them where none is. */
  static void addTo(CommandLine line, RootCommand root, String... args) {
    addHelp(line);
    String first = args.length == 0 ? "" : args[0];
    if (NAMES.contains(first)) {
      add(line, root, first);
      return;
    }
    NAMES.forEach(name -> add(line, root, name));
  }

  private static void add(CommandLine line, RootCommand root, String name) {
    CommandLine command = new CommandLine(command(name, root));
    addHelp(command);
    line.addSubcommand(name, command);
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build());
  }

  static Iterable<String> names() {
    return NAMES;
  }
}
