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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands by name, in the order in which the help shows them. */
final class Commands {
  private static final Map<String, Function<RootCommand, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("init", InitCommand::new);
    ALL.put("run", RunCommand::new);
    ALL.put("propagate", PropagateCommand::new);
    ALL.put("undo", UndoCommand::new);
    ALL.put("replay", ReplayCommand::new);
    ALL.put("runs", RunsCommand::new);
    ALL.put("dataframe", DataframeCommand::new);
    ALL.put("sql", SqlCommand::new);
    ALL.put("export", ExportCommand::new);
    ALL.put("best", BestCommand::new);
    ALL.put("checkpoint", CheckpointCommand::new);
    ALL.put("demo", root -> new DemoCommand(root, Cli::run));
    ALL.put("gc", GcCommand::new);
    ALL.put("store", StoreCommand::new);
    ALL.put("journal", JournalCommand::new);
  }

  private Commands() {}

  /** Adds the one command that is named, for a fast start; all of them where none is. */
  static void addTo(CommandLine line, RootCommand root, String... args) {
    addHelp(line);
    String first = args.length == 0 ? "" : args[0];
    if (ALL.containsKey(first)) {
      add(line, root, first);
      return;
    }
    ALL.keySet().forEach(name -> add(line, root, name));
  }

  private static void add(CommandLine line, RootCommand root, String name) {
    CommandLine command = new CommandLine(ALL.get(name).apply(root));
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
    return ALL.keySet();
  }
}
