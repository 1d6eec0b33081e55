package dev.flor.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code flor.toml} says; every part has a default, so that the file may be missing. */
public record ProjectConfig(Build build, Run run, Recording recording, Limits limits) {

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
   * @param tool {@code javac}; empty: detected
   * @param sources source folders; empty: {@code src/main/java}, else {@code src}, else the root
   * @param classpath jar patterns relative to the root, such as {@code lib/*.jar}
   */
  public record Build(Optional<String> tool, List<String> sources, List<String> classpath) {}

  /**
   * {@code [run]}: what to run.
   *
   * @param main the main class; empty: the only class with a {@code main} method
   * @param args the program's arguments
   * @param data folders that git ignores and the program reads, linked into an older version's tree
   */
  public record Run(Optional<String> main, List<String> args, List<String> data) {}

  /** {@code [checkpoint]}: {@code adaptive}, {@code always} or {@code never}. */
  public record Recording(String policy) {}

  /**
   * {@code [replay]}: what one replay process may use, and how exact it must be.
   *
   * @param timeout wall time of one process
   * @param memory heap limit as {@code -Xmx} takes it, such as {@code 1g}; empty: the JVM's default
   * @param tolerance how far numbers logged again may be from those logged then, as a share of the larger one, where programs are not
   *     deterministic; 0: not at all
   */
  public record Limits(Duration timeout, Optional<String> memory, double tolerance) {
    /** For programs that are deterministic. */
    public Limits(Duration timeout, Optional<String> memory) {
      this(timeout, memory, 0);
    }
  }
}
