package dev.flor.cli.store;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Format;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.OpenStore;
import dev.flor.store.FlorStore;
import dev.flor.store.model.QueryLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code flor sql} without a query: one question after the other, from a terminal or a pipe. */
final class SqlShell {
  private static final List<String> HELP = List.of(
      "A query ends in a semicolon and may take several lines; docs/schema.md has the tables.",
      ".tables           the tables and views",
      ".columns TABLE    the columns of one",
      ".format FORMAT    table, csv, json or md",
      ".quit             the end, as Ctrl-D");

  private final Caller caller;
  private final QueryLimits limits;
  private final ShellLines lines;
  private final SqlInput input = new SqlInput();
  private Format format;
  private boolean failed;
  private boolean over;

  SqlShell(Caller caller, Format format, QueryLimits limits, ShellLines lines) {
    this.caller = caller;
    this.format = format;
    this.limits = limits;
    this.lines = lines;
  }

  /** Goes on until there are no more lines. A pipe learns from the exit code whether all went well; a person has seen it. */
  ExitCode run() {
    while (!over) {
      Optional<String> line = lines.next(input.isEmpty());
      if (line.isEmpty()) {
        break;
      }
      if (line.get().equals(ShellLines.INTERRUPTED)) {
        input.rest();
      } else if (input.isEmpty() && line.get().strip().startsWith(".")) {
        input.rest();
        guarded(() -> command(line.get().strip()));
      } else {
        input.add(line.get()).forEach(query -> guarded(() -> query(query)));
      }
      caller.out().flush();
    }
    String rest = input.rest();
    if (!rest.isEmpty()) {
      guarded(() -> query(rest));
    }
    return failed && !lines.areTyped() ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** What goes wrong with one question stops no other. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (FlorException e) {
      failed = true;
      caller.out().flush();
      caller.err().println("flor: " + e.getMessage());
      caller.err().println("hint: " + e.hint());
    }
  }

  /** The store is open no longer than a question takes: others wait for it. */
  private void query(String sql) {
    try (FlorStore store = OpenStore.upToDate(caller)) {
      format.print(store.query(sql, limits), caller.out());
    }
  }

  private void columns(String relation) {
    try (FlorStore store = OpenStore.upToDate(caller)) {
      String known = Relations.known(store, relation);
      format.print(
          store.query("SELECT LOWER(column_name) AS column_name, data_type FROM"
              + " information_schema.columns WHERE table_schema = 'PUBLIC' AND table_name = '"
              + known + "' ORDER BY ordinal_position"),
          caller.out());
    }
  }

  private void command(String line) {
    String[] words = line.split("\\s+", 2);
    String argument = words.length < 2 ? "" : words[1];
    switch (words[0]) {
      case ".quit", ".exit" -> over = true;
      case ".help" -> HELP.forEach(caller.out()::println);
      case ".tables" ->
        query("SELECT LOWER(table_name) AS table_name, table_type FROM"
            + " information_schema.tables WHERE table_schema = 'PUBLIC' ORDER BY table_name");
      case ".columns" -> columns(argument);
      case ".format" ->
        format = Stream.of(Format.values())
            .filter(known -> known.name().equals(argument))
            .findFirst()
            .orElseThrow(() -> new UsageException(
                "there is no format " + argument, "there is: table, csv, json, md"));
      default -> throw new UsageException("there is no " + words[0], ".help shows what there is");
    }
  }
}
