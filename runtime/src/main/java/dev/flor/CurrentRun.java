package dev.flor;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** The run that this process records; from {@link Flor#run}. */
public final class CurrentRun {
  private final Run run;

  /** Null: nothing is recorded. */
  CurrentRun(Run run) {
    this.run = run;
  }

  /** Its id, unique among all runs; empty if nothing is recorded. */
  public String id() {
    return run == null ? "" : run.id();
  }

  /**
   * The commit that holds exactly the code that runs; empty outside a repository. Waits for the source
   * snapshot, some tenths of a second at the start of the program.
   */
  public Optional<String> version() {
    return run == null ? Optional.empty() : run.version();
  }

  /** The arguments asked for so far, by name, as text. */
  public SortedMap<String, String> args() {
    return run == null ? Collections.emptySortedMap() : run.args().asked();
  }
}
