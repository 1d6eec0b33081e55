package dev.flor.store.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One run as the store knows it.
 *
 * @param id the run's id; ids sort by time
 * @param replayed whether flor ran it; else the user did
 * @param baseRun the recorded run it repeats, for a replayed run of a recorded one
 * @param version the commit of the source that ran: a recorded run's snapshot, a replay's version
 * @param head the commit HEAD was at when a recorded run started
 * @param program main class and arguments, as the run told it
 * @param status {@code running}, {@code completed}, {@code failed}, {@code stopped} or {@code crashed}
 * @param host the machine
 * @param jdk the Java version
 * @param pid its process id
 * @param started when it started
 * @param values how many values it has logged so far
 * @param verdict of a replay: {@code verified}, {@code unverified} (there was nothing to compare with) or {@code diverged}; empty while no verdict is there
 */
public record RunRow(
    String id,
    boolean replayed,
    Optional<String> baseRun,
    Optional<String> version,
    Optional<String> head,
    String program,
    String status,
    String host,
    String jdk,
    long pid,
    Instant started,
    long values,
    Optional<String> verdict) {

  /** Whether a verdict says that it did not repeat what it should. */
  public boolean diverged() {
    return verdict.filter("diverged"::equals).isPresent();
  }
}
