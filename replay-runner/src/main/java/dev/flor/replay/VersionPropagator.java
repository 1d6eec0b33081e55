package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Carries the latest version's log statements into older versions; equal trees are computed once. */
public final class VersionPropagator {
  private final Project project;
  private final History history;
  private final SettingsFinder settings;
  private final Models models;
  private final boolean explain;
  private final Map<String, Propagation> byContent = new LinkedHashMap<>();

  /** Propagates within one repository; the caller keeps and closes {@code history}. */
  public VersionPropagator(Project project, History history, Outside outside) {
    this(project, history, outside, false);
  }

  /** The same; with {@code explain}, what is carried comes with what was considered. */
  public VersionPropagator(Project project, History history, Outside outside, boolean explain) {
    this.explain = explain;
    this.project = project;
    this.history = history;
    this.settings = new SettingsFinder(project, history, outside);
    this.models = new Models(project, outside);
  }

  /** Where statements come from, and those that were asked for. */
  public record Latest(SourceTree sources, List<Probe> probes) {}

  /**
   * Where statements come from.
   *
   * @param from a revision; empty: the working tree with its uncommitted edits
   */
  public SourceTree sources(Optional<String> from) {
    return new VersionSources(
        from.map(rev -> history.tree(history.resolve(rev))).orElseGet(history::workingTree));
  }

  /**
   * The statements to carry.
   *
   * @param names the logged names; empty: every log statement
   * @param from a revision; empty: the working tree with its uncommitted edits
   */
  public Latest latest(List<String> names, Optional<String> from) {
    SourceTree sources = sources(from);
    ProbeScan scan = Probes.findAll(sources);
    if (names.isEmpty()) {
      return new Latest(sources, scan.probes());
    }
    List<Probe> wanted = new ArrayList<>();
    for (String name : names) {
      List<Probe> logging = scan.probes().stream()
          .filter(probe -> probe.name().filter(name::equals).isPresent())
          .toList();
      if (logging.isEmpty()) {
        throw new NoSuchStatementException(name, scan);
      }
      wanted.addAll(logging);
    }
    return new Latest(sources, wanted);
  }

  /** The older versions that revisions and ranges name, each once, in their order. */
  public List<Version> versions(List<String> commits) {
    Map<String, Version> versions = new LinkedHashMap<>();
    for (String spec : commits) {
      history.range(spec).forEach(version -> versions.putIfAbsent(version.id(), version));
    }
    return List.copyOf(versions.values());
  }

  /** What becomes of the statements in {@code version}. */
  public VersionPropagation propagate(Latest latest, Version version) {
    return new VersionPropagation(version, carry(latest, version));
  }

  Propagation carry(Latest latest, Version version) {
    VersionTree tree = history.tree(version);
    VersionSettings counts = settings(version);
    return byContent.computeIfAbsent(signature(tree, counts), content -> {
      Propagator propagator = new Propagator(check(tree, counts));
      return (explain ? propagator.explaining() : propagator)
          .carry(latest.probes(), latest.sources(), new VersionSources(tree));
    });
  }

  /** Against the libraries that the version's build tool names; without any, where it cannot. */
  private JavacCheck check(VersionTree tree, VersionSettings counts) {
    BuildModel model = models
        .of(tree, counts, project.root())
        .fold(
            ModelResult.Known::model,
            unknown -> BuildModel.plain(counts.config().build(), tree.files(), List.of()));
    List<Path> libraries = new ArrayList<>(model.libraries(project.root()));
    libraries.add(RuntimeJar.path());
    return JavacCheck.withLibraries(model.roots(), libraries, Levels.of(model));
  }

  /** What counts for a version. */
  VersionSettings settings(Version version) {
    return settings.of(version, history.tree(version));
  }

  private static String signature(VersionTree tree, VersionSettings counts) {
    Key key = new Key("sources").add(counts.named());
    BuildTool tool = BuildTool.of(counts.config().build(), tree.files());
    for (String file : tree.files()) {
      if (file.endsWith(".java") || file.equals("flor.toml") || tool.reads(file)) {
        key.add(file).add(tree.contentId(file));
      }
    }
    return key.hex();
  }

  /** Nothing in the latest version logs the name that was asked for. */
  public static final class NoSuchStatementException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoSuchStatementException(String name, ProbeScan scan) {
      super("no statement logs \"" + name + "\" in the latest version", hint(scan));
    }

    private static String hint(ProbeScan scan) {
      TreeSet<String> known = new TreeSet<>();
      scan.probes().forEach(probe -> probe.name().ifPresent(known::add));
      if (!scan.unreadable().isEmpty()) {
        return "this file does not parse and was not searched: "
            + scan.unreadable().get(0);
      }
      return known.isEmpty()
          ? "add a statement like Flor.log(\"loss\", loss); to the program first"
          : "the latest version logs: " + String.join(", ", known);
    }
  }
}
