package dev.flor.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param names logged names to fill in; at least one
 * @param from the revision that the statements come from; empty: the working tree
 * @param commits revisions and ranges as git writes them; the older versions
 * @param jobs how many programs may run at once; at least 1
 * @param timeout wall time of one program; empty: as configured
 */
public record ReplayRequest(
    List<String> names,
    Optional<String> from,
    List<String> commits,
    int jobs,
    Optional<Duration> timeout) {}
