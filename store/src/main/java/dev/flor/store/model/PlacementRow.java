package dev.flor.store.model;

import java.util.Optional;

/**
 * Where one statement of the latest version went in the version of a {@link ReplayRecord}, or why it could not go there.
 *
 * @param name what it logs; empty for a statement that is named by its place
 * @param file its path in the latest version
 * @param line its line there, 1-based
 * @param outcome {@code inserted}, {@code present} or {@code refused}
 * @param targetFile the file in the older version
 * @param targetLine the line there; of a refusal, the nearest place
 * @param reason the id of the refusal, when refused
 * @param detail one line more
 */
public record PlacementRow(
    String name,
    String file,
    int line,
    String outcome,
    String targetFile,
    int targetLine,
    Optional<String> reason,
    String detail) {}
