package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.ReportWriteException;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.OpenStore;
import dev.flor.store.FlorStore;
import dev.flor.store.model.Dataframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor export}: what the store knows, for other programs. */
@Command(
    name = "export",
    description = {
      "Write logged values, a view, the rows of a query, or all of it, to a file.",
      "The format is that of the file's name: .csv, .jsonl or .parquet."
    })
public final class ExportCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Logged names and args: the rows of flor dataframe.")
  private List<String> names = List.of();

  @Option(names = "--sql", paramLabel = "QUERY", description = "The rows of a query instead.")
  private String sql;

  @Option(names = "--view", paramLabel = "VIEW", description = "All rows of a table or view.")
  private String view;

  @Option(names = "--out", paramLabel = "FILE", description = "The file; default: stdout.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: by the file's name, else csv.")
  private ExportFormat format;

  @Option(
      names = "--h2",
      paramLabel = "FILE",
      description = "Everything, as an H2 database of plain rows that any client opens.")
  private Path h2;

  public ExportCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    int sources = (names.isEmpty() ? 0 : 1)
        + (sql == null ? 0 : 1)
        + (view == null ? 0 : 1)
        + (h2 == null ? 0 : 1);
    if (sources != 1 || (h2 != null && (out != null || format != null))) {
      throw new UsageException(
          sources == 0 ? "export what?" : "these do not go together",
          "one of NAME..., --sql QUERY and --view VIEW, with --out FILE; or --h2 FILE alone");
    }
    Caller caller = root.caller();
    if (h2 != null) {
      return database(caller);
    }
    ExportFormat chosen = chosen();
    if (out == null) {
      toStdout(caller, chosen);
    } else {
      long rows = written(caller, chosen, caller.directory().resolve(out));
      caller.err().println(rows + " rows in " + out);
    }
    return ExitCode.DONE.number();
  }

  /** Gives how many rows there were. */
  private long written(Caller caller, ExportFormat format, Path file) {
    long[] count = new long[1];
    try (FlorStore store = OpenStore.upToDate(caller)) {
      RowSource rows = rows(store);
      Outputs.write(file, stream -> count[0] = format.write(rows, stream));
    }
    return count[0];
  }

  /** Whoever reads stdout may ask the store too, so it is closed before stdout can make this process wait. */
  private void toStdout(Caller caller, ExportFormat format) {
    try {
      Path aside = Files.createTempFile("flor-export", "." + format);
      try {
        written(caller, format, aside);
        Files.copy(aside, caller.out());
        caller.out().flush();
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new ReportWriteException(Path.of("stdout"), e);
    }
  }

  private int database(Caller caller) {
    try (FlorStore store = OpenStore.upToDate(caller)) {
      long rows = store.copyTo(caller.directory().resolve(h2));
      caller.err().println(rows + " rows in " + h2);
    }
    return ExitCode.DONE.number();
  }

  private ExportFormat chosen() {
    if (format != null || out == null) {
      return format == null ? ExportFormat.csv : format;
    }
    return ExportFormat.of(out.getFileName().toString())
        .orElseThrow(() -> new UsageException(
            "the name of " + out + " does not tell the format",
            "call it .csv, .jsonl or .parquet, or add --format"));
  }

  private RowSource rows(FlorStore store) {
    if (view != null) {
      String relation = Relations.known(store, view);
      return RowSource.of(store, "SELECT * FROM \"" + relation + "\"");
    }
    return sql == null
        ? () -> store.rows(Dataframe.of(names.toArray(String[]::new)))
        : RowSource.of(store, sql);
  }
}
