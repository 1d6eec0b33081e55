package dev.flor.store.model;

import java.time.Instant;
import java.util.List;

/**
 * What git and the sources say of a version; the store knows neither, so it is told. Kept as {@code
 * .flor/versions/<id>.json}.
 *
 * @param id the commit
 * @param parents ids of its parents, first parent first
 * @param authored when its author made it
 * @param author the author's name
 * @param subject the first line of its message
 * @param statements its log statements, by file and line
 */
public record VersionFacts(
    String id,
    List<String> parents,
    Instant authored,
    String author,
    String subject,
    List<Statement> statements) {
  public VersionFacts {
    if (!id.matches("[0-9a-f]{1,64}")) {
      throw new IllegalArgumentException("not a commit: " + id);
    }
    parents = List.copyOf(parents);
    statements = List.copyOf(statements);
  }

  /**
   * A log statement as it stands in a version.
   *
   * @param name what it logs
   * @param file path in the version
   * @param line 1-based
   * @param text its source
   */
  public record Statement(String name, String file, int line, String text) {}
}
