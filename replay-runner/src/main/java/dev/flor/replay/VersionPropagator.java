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
import java.nio.charset.StandardCharsets;
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
  private final Outside outside;
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
    this.outside = outside;
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
    return byContent.computeIfAbsent(signature(tree), content -> {
      ProjectConfig.Build build = config(tree).build();
      List<Path> libraries =
          new ArrayList<>(JarPatterns.resolve(build.classpath(), project.root()));
      libraries.add(RuntimeJar.path());
      Propagator propagator = new Propagator(JavacCheck.withLibraries(build, libraries));
      return (explain ? propagator.explaining() : propagator)
          .carry(latest.probes(), latest.sources(), new VersionSources(tree));
    });
  }

  /** What the version's own {@code flor.toml} says; without one, the working tree's. */
  ProjectConfig config(VersionTree tree) {
    return tree.files().contains("flor.toml")
        ? outside.configReader().apply(new String(tree.read("flor.toml"), StandardCharsets.UTF_8))
        : project.config();
  }

  private static String signature(VersionTree tree) {
    Key key = new Key("sources");
    for (String file : tree.files()) {
      if (file.endsWith(".java") || file.equals("flor.toml")) {
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
