package dev.flor.replay.project;

import dev.flor.FlorException;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.project.ProjectConfig.ForCommits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds what {@code flor.toml} says of each version. What today's says of a range of commits counts before a version's own. */
public final class SettingsFinder {
  private static final String FILE = "flor.toml";

  private final Project project;
  private final History history;
  private final Outside outside;
  private final SortedMap<String, Set<String>> ranges = new TreeMap<>();

  public SettingsFinder(Project project, History history, Outside outside) {
    this.project = project;
    this.history = history;
    this.outside = outside;
  }

  public VersionSettings of(Version version, VersionTree tree) {
    ProjectConfig own = tree.id(FILE).isPresent()
        ? outside.configReader().apply(new String(tree.read(FILE), StandardCharsets.UTF_8))
        : project.config();
    return with(own, project.config().forCommits().isEmpty() ? Set.of() : ids(version));
  }

  public VersionSettings ofWorkingTree() {
    return with(project.config(), history.head().map(head -> Set.of(head.id())).orElseGet(Set::of));
  }

  /** The snapshot of a run belongs to the commit it was started from, too; a commit is no snapshot. */
  private Set<String> ids(Version version) {
    Set<String> ids = new TreeSet<>(Set.of(version.id()));
    if (isSnapshot(version)) {
      ids.addAll(version.parents());
    }
    return ids;
  }

  private boolean isSnapshot(Version version) {
    return history.runSnapshots().values().stream()
        .anyMatch(snapshot -> snapshot.id().equals(version.id()));
  }

  private VersionSettings with(ProjectConfig own, Set<String> ids) {
    List<ForCommits> all = project.config().forCommits();
    List<ForCommits> matching = all.stream().filter(entry -> holds(entry, ids)).toList();
    Optional<ProjectConfig.Build> build = first(matching, ForCommits::build);
    Optional<ProjectConfig.Run> run = first(matching, ForCommits::run);
    Optional<String> jdk = first(matching, ForCommits::jdk);
    List<String> named = new ArrayList<>();
    build.ifPresent(one -> named.add(one.toString()));
    run.ifPresent(one -> named.add(one.toString()));
    jdk.ifPresent(named::add);
    return new VersionSettings(
        new ProjectConfig(
            build.orElse(own.build()),
            run.orElse(own.run()),
            own.recording(),
            own.limits(),
            List.of()),
        jdk.map(this::home),
        String.join(" ", named));
  }

  private static <T> Optional<T> first(
      List<ForCommits> entries, Function<ForCommits, Optional<T>> part) {
    return entries.stream().flatMap(entry -> part.apply(entry).stream()).findFirst();
  }

  private boolean holds(ForCommits entry, Set<String> ids) {
    return commits(entry.commits()).stream().anyMatch(ids::contains);
  }

  private synchronized Set<String> commits(String spec) {
    return ranges.computeIfAbsent(spec, all -> {
      Set<String> ids = new TreeSet<>();
      for (String one : all.split(",", -1)) {
        range(one.strip()).forEach(version -> ids.add(version.id()));
      }
      return ids;
    });
  }

  /** Without a beginning it is all up to its end: what follows HEAD is not what anybody means who says so. */
  private List<Version> range(String spec) {
    return spec.startsWith("..") && !spec.startsWith("...")
        ? history.upTo(spec.substring(2))
        : history.range(spec);
  }

  private Path home(String jdk) {
    Path home = project.root().resolve(jdk);
    if (!Files.isExecutable(home.resolve("bin/javac"))
        && !Files.isExecutable(home.resolve("bin/javac.exe"))) {
      throw new NoJdkException(jdk);
    }
    return home;
  }

  /** What flor.toml names as a JDK is none. */
  static final class NoJdkException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoJdkException(String home) {
      super(
          "there is no JDK at " + home + ": it has no bin/javac",
          "set `home` under [[jdk]] in flor.toml to the folder of an installed JDK");
    }
  }
}
