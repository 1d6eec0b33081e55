package dev.flor.bench;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of propbench's results.
 *
 * @param status {@code inserted} or {@code skipped}
 * @param file the changed file, relative to the older tree
 * @param newText where its whole new text lies
 * @param ms the time for this task, without the writing of the text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CarryResult(
    String id, String status, String file, String newText, String reason, double ms) {}
