package dev.flor.cli.project;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Durations;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.io.Sizes;
import dev.flor.cli.io.UsageException;
import dev.flor.replay.gc.Gc;
import dev.flor.replay.gc.GcReport;
import dev.flor.replay.gc.GcRequest;
import dev.flor.replay.gc.Retention;
import dev.flor.store.model.Column;
import dev.flor.store.model.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flor gc}: room on the disk. */
@Command(
    name = "gc",
    description = {
      "Take away checkpoints and builds beyond what is to be kept, and what killed processes left.",
      "What a live run or a replay under way uses stays; a journal goes only if its run is named.",
      "Without options, [gc] in flor.toml counts."
    })
public final class GcCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS = List.of(
      new Column("what", Column.Type.TEXT),
      new Column("name", Column.Type.TEXT),
      new Column("used", Column.Type.TEXT),
      new Column("bytes", Column.Type.LONG),
      new Column("because", Column.Type.TEXT));

  private final RootCommand root;

  @Option(
      names = "--checkpoint-age",
      paramLabel = "TIME",
      description = "Checkpoints of runs that ended longer ago go: 90d, 12h.")
  private String checkpointAge;

  @Option(
      names = "--checkpoint-count",
      paramLabel = "N",
      description = "Only the newest N runs keep their checkpoints.")
  private Integer checkpointCount;

  @Option(
      names = "--checkpoint-size",
      paramLabel = "SIZE",
      description = "Checkpoints take no more than this, those of the newest runs: 500m, 10g.")
  private String checkpointSize;

  @Option(
      names = "--build-age",
      paramLabel = "TIME",
      description = "Builds not used for longer go. Default, where nothing is said of builds: 30d.")
  private String buildAge;

  @Option(
      names = "--build-count",
      paramLabel = "N",
      description = "Only the N builds used last stay.")
  private Integer buildCount;

  @Option(
      names = "--build-size",
      paramLabel = "SIZE",
      description = "Builds take no more than this, those used last.")
  private String buildSize;

  @Option(
      names = "--keep",
      paramLabel = "RUN",
      description = "This run keeps its checkpoints; may be repeated.")
  private List<String> keep = List.of();

  @Option(
      names = "--journal",
      paramLabel = "RUN",
      description = "This run goes with all that it logged, for good; may be repeated.")
  private List<String> journals = List.of();

  @Option(names = "--dry-run", description = "Only show what would go.")
  private boolean dryRun;

  @Mixin
  private RowsOptions rows;

  public GcCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    Path florDir = FlorFolder.of(caller);
    if (!Files.isDirectory(florDir)) {
      throw new OpenStore.NothingRecordedException(florDir);
    }
    GcReport report = new Gc(
            florDir, Instant.now(), notice -> caller.err().println("flor: " + notice))
        .run(request(ConfigFile.retention(ConfigFile.folderAbove(caller.directory()))));
    rows.print(new View(COLUMNS, report.items().stream().map(GcCommand::row).toList()), caller);
    caller.out().flush();
    report.notes().forEach(note -> caller.err().println("note: " + note));
    caller.err().println(told(report));
    return (report.busy() ? ExitCode.PARTLY : ExitCode.DONE).number();
  }

  private GcRequest request(RetentionSettings file) {
    List<String> kept = new ArrayList<>(file.keep());
    kept.addAll(keep);
    return new GcRequest(
        RetentionSettings.first(
            retention("--checkpoint", checkpointAge, checkpointCount, checkpointSize),
            file.checkpoints()),
        RetentionSettings.first(
            retention("--build", buildAge, buildCount, buildSize), file.builds()),
        kept,
        journals,
        dryRun);
  }

  private static Retention retention(String option, String age, Integer count, String size) {
    if (count != null && count < 0) {
      throw new UsageException(option + "-count is " + count, "it should be 0 or more");
    }
    return new Retention(
        Optional.ofNullable(age).map(text -> Durations.parse(text)
            .orElseThrow(() -> new UsageException(
                option + "-age is " + text, "it should be a duration such as 90d or 12h"))),
        count == null ? OptionalInt.empty() : OptionalInt.of(count),
        Optional.ofNullable(size)
            .map(text -> OptionalLong.of(Sizes.parse(text)
                .orElseThrow(() -> new UsageException(
                    option + "-size is " + text, "it should be a size such as 500m or 10g"))))
            .orElse(OptionalLong.empty()));
  }

  private static List<Object> row(GcReport.Item item) {
    return Arrays.asList(
        item.kind().word(),
        item.name(),
        item.used().map(Instant::toString).orElse(null),
        item.bytes(),
        item.because());
  }

  private String told(GcReport report) {
    int count = report.items().size();
    String things = count + (count == 1 ? " thing" : " things");
    String bytes = Sizes.text(report.bytes());
    return dryRun
        ? "would free " + bytes + ": " + things + "; nothing was taken away"
        : "freed " + bytes + ": " + things;
  }
}
