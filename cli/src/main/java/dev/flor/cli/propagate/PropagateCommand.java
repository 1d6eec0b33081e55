package dev.flor.cli.propagate;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.ConfigFile;
import dev.flor.cli.project.OpenProject;
import dev.flor.history.History;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flor propagate}: where today's log statements go in older versions. Runs nothing. */
@Command(
    name = "propagate",
    description = "Show where log statements of the working tree go in older versions.",
    footer = {
      "",
      "Between two folders, without git:",
      "  flor propagate --from DIR --onto DIR [--at FILE:LINE]... [--statements SETS]",
      "                 --out DIR --json FILE"
    })
public final class PropagateCommand implements Callable<Integer> {
  private final RootCommand root;

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Logged names. Default: every Flor.log statement.")
  private List<String> names = List.of();

  @Mixin
  private HistoryOptions commits;

  @Mixin
  private ResultOptions results;

  @Option(
      names = "--diff",
      negatable = true,
      description = "Show what changes in each version. Default: on a terminal.")
  private Boolean diff;

  @Option(
      names = "--explain",
      description =
          "Say for each statement what was considered, and what spoke for and against it.")
  private boolean explain;

  @Option(
      names = "--json",
      arity = "0..1",
      paramLabel = "FILE",
      parameterConsumer = JsonTarget.class,
      description = {
        "Report as JSON on stdout; between two folders, to FILE, if that has a dot or a slash",
        "(what has neither is a NAME)."
      })
  private String json;

  @Option(
      names = "--from",
      paramLabel = "REV|DIR",
      description = "The version that statements are from; with --onto, a folder of sources.")
  private String from;

  @Option(names = "--onto", paramLabel = "DIR", description = "Folder of the older sources.")
  private Path onto;

  @Option(
      names = "--at",
      paramLabel = "FILE:LINE",
      description = "The statement there, whatever it does; may be repeated.")
  private List<String> places = List.of();

  @Option(
      names = "--statements",
      paramLabel = "SETS",
      split = ",",
      description = {
        "Other log statements, too: slf4j, log4j2, log4j, commons-logging, jul, system-logger,",
        "print, or a set of flor.toml; several separated by commas."
      })
  private List<String> sets = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where changed files are written; over a history, below DIR/VERSION.")
  private Path out;

  public PropagateCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (onto == null) {
      refuseLoneFolder(root.caller().directory());
      return versions(root.caller());
    }
    if (from == null) {
      throw new ParameterException(
          spec.commandLine(), "--onto DIR needs --from DIR, where the statements are");
    }
    refuseVersions();
    return folders(root.caller());
  }

  /** A folder that is no revision's name is half of what is between two folders. */
  private void refuseLoneFolder(Path directory) {
    if (from == null || !Files.isDirectory(directory.resolve(from))) {
      return;
    }
    try (History history = History.open(directory)) {
      history.resolve(from);
    } catch (FlorException noRevision) {
      throw new ParameterException(
          spec.commandLine(), "--from " + from + " is a folder, and needs --onto DIR");
    }
  }

  /** What is about versions says nothing about folders. */
  private void refuseVersions() {
    String shown = diff == null ? null : diff ? "--diff" : "--no-diff";
    String option = Stream.of(commits.given(), results.given(), shown)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
    if (option != null) {
      throw new UsageException(
          option + " is about versions in git: not with --from DIR and --onto DIR",
          "leave " + option + " out"
              + (option.equals(shown) ? ", and compare --onto with what --out DIR gets" : ""));
    }
  }

  /** What is written must not replace what is read. */
  private void refuseSources(Path directory) {
    Path written = directory.resolve(out).toAbsolutePath().normalize();
    for (Path read : List.of(Path.of(from), onto)) {
      if (written.startsWith(directory.resolve(read).toAbsolutePath().normalize())) {
        throw new ParameterException(
            spec.commandLine(),
            "--out " + out + " is within the sources in " + read
                + ", which it would overwrite: name another folder");
      }
    }
  }

  private AskedStatements asked() {
    return new AskedStatements(names, places, sets);
  }

  private int folders(Caller caller) {
    Path directory = caller.directory();
    if (out != null) {
      refuseSources(directory);
    }
    TreePropagation trees = new TreePropagation(directory.resolve(from), directory.resolve(onto));
    trees.notes().forEach(caller.err()::println);
    List<Probe> probes =
        asked().in(trees.latest(), ConfigFile.folderAbove(directory.resolve(from)), caller.err());
    Propagation propagation = trees.carry(probes, explain);
    if (out != null) {
      trees.write(propagation, directory.resolve(out));
    }
    PlacementTally tally = new PlacementTally(results.failOn());
    tally.add(propagation);
    if (json == null) {
      print(caller, propagation);
      caller.err().println(tally.summary());
    } else if (json.equals(JsonTarget.STDOUT)) {
      caller.out().print(TreePropagation.json(propagation));
    } else {
      Outputs.write(directory.resolve(json), TreePropagation.json(propagation));
    }
    return tally.exitCode().number();
  }

  private void print(Caller caller, Propagation propagation) {
    for (int i = 0; i < propagation.placements().size(); i++) {
      Placement placement = propagation.placements().get(i);
      if (!asked().shows(placement, explain)) {
        continue;
      }
      Probe probe = placement.probe();
      caller
          .out()
          .println(probe.file() + ":" + probe.line() + ": " + PlacementReport.line(placement));
      PlacementReport.explanation(propagation, i)
          .forEach(line -> caller.out().println("    " + line));
    }
  }

  private int versions(Caller caller) {
    try (OpenProject open = OpenProject.of(caller)) {
      Optional<HindsightRefs> refs = results.refs(open, caller);
      try {
        PlacementTally tally = new PlacementTally(results.failOn());
        Predicate<Placement> shown = placement -> asked().shows(placement, explain);
        PlacementRows rows = new PlacementRows(shown);
        List<VersionSink> sinks = new ArrayList<>(results.files(open, out, caller));
        sinks.add(tally);
        if (json != null) {
          sinks.add(new PlacementJson(caller.out()));
        } else if (results.format().isPresent()) {
          sinks.add(rows);
        } else {
          boolean withDiff = diff == null ? caller.dataGoToTerminal() : diff;
          sinks.add(new PlacementLines(caller, withDiff, shown));
        }
        refs.ifPresent(sinks::add);
        new HistoryReport(open, caller)
            .run(
                asked(),
                commits.in(open),
                Optional.ofNullable(from),
                explain,
                commits.chains(),
                sinks);
        if (json == null) {
          results.format().ifPresent(format -> format.print(rows.view(), caller.out()));
          caller.err().println(tally.versions());
        }
        return tally.exitCode().number();
      } finally {
        refs.ifPresent(HindsightRefs::close);
      }
    }
  }
}
