package dev.flor.replay.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code flor.toml} says; every part has a default, so that the file may be missing. */
public record ProjectConfig(
    Build build, Run run, Recording recording, Limits limits, List<ForCommits> forCommits) {

  /** One that says the same of all commits. */
  public ProjectConfig(Build build, Run run, Recording recording, Limits limits) {
    this(build, run, recording, limits, List.of());
  }

  /** The configuration of a project without a {@code flor.toml}. */
  public static ProjectConfig defaults() {
    return new ProjectConfig(
        new Build(Optional.empty(), List.of(), List.of("lib/*.jar")),
        new Run(Optional.empty(), List.of(), List.of()),
        new Recording("adaptive"),
        new Limits(Duration.ofMinutes(10), Optional.empty()));
  }

  /**
   * {@code [build]}: how sources become classes.
   *
   * @param tool {@code javac}, {@code maven} or {@code gradle}; empty: detected
   * @param sources source folders; empty: {@code src/main/java}, else {@code src}, else the root
   * @param classpath jar patterns relative to the root, such as {@code lib/*.jar}
   * @param options further options of the tool
   */
  public record Build(
      Optional<String> tool, List<String> sources, List<String> classpath, List<String> options) {
    /** Without options. */
    public Build(Optional<String> tool, List<String> sources, List<String> classpath) {
      this(tool, sources, classpath, List.of());
    }
  }

  /**
   * {@code [run]}: what to run.
   *
   * @param main the main class; empty: the only class with a {@code main} method
   * @param args the program's arguments
   * @param data folders that git ignores and the program reads, linked into an older version's tree
   * @param jvm options of the Java virtual machine
   * @param directory the working directory, relative to the root; empty: the root
   */
  public record Run(
      Optional<String> main,
      List<String> args,
      List<String> data,
      List<String> jvm,
      String directory) {
    /** In the root, without options. */
    public Run(Optional<String> main, List<String> args, List<String> data) {
      this(main, args, data, List.of(), "");
    }
  }

  /** {@code [checkpoint]}: {@code adaptive}, {@code always} or {@code never}. */
  public record Recording(String policy) {}

  /**
   * {@code [replay]}: what one replay process may use, and how exact it must be.
   *
   * @param timeout wall time of one process
   * @param memory heap limit as {@code -Xmx} takes it, such as {@code 1g}; empty: the JVM's default
   * @param tolerance how far numbers logged again may be from those logged then, as a share of the larger one, where programs are not
   *     deterministic; 0: not at all
   * @param environment variables that a program may know beside the harmless ones, {@code *} at the end for any ending
   */
  public record Limits(
      Duration timeout, Optional<String> memory, double tolerance, List<String> environment) {
    /** For programs that are deterministic. */
    public Limits(Duration timeout, Optional<String> memory) {
      this(timeout, memory, 0);
    }

    /** For programs that need nothing of the environment. */
    public Limits(Duration timeout, Optional<String> memory, double tolerance) {
      this(timeout, memory, tolerance, List.of());
    }
  }

  /**
   * {@code [[build]]}, {@code [[run]]} or {@code [[jdk]]} with {@code commits}: what counts for some versions only. Of several that do, the
   * first is taken.
   *
   * @param commits revisions and ranges as git writes them, separated by commas
   * @param jdk the folder of a JDK
   */
  public record ForCommits(
      String commits, Optional<Build> build, Optional<Run> run, Optional<String> jdk) {}
}
