package dev.flor.store.ingest;

import java.util.Optional;

/**
 * What the store has of one journal; kept in the same transaction as the rows themselves.
 *
 * @param position where the next reading begins
 * @param stamp size and time of the file when it was read, taken before reading
 * @param ended the status in its last record, once it has one
 * @param logged how many values it has given
 * @param faults how many faults it has told
 * @param problem why it could not be read to its end
 */
record JournalState(
    long position,
    String stamp,
    Optional<String> ended,
    long logged,
    long faults,
    Optional<String> problem) {
  static final JournalState NEW = new JournalState(0, "", Optional.empty(), 0, 0, Optional.empty());
}
