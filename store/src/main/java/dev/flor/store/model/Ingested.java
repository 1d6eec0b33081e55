package dev.flor.store.model;

import java.util.List;

/**
 * What one ingest found.
 *
 * @param journals how many journals had something new
 * @param values how many new values were taken in
 * @param problems journals that could not be read to their end; what is intact is in the store
 * @param crashed runs that were found to have ended without a word, each the first time that is seen
 */
public record Ingested(int journals, long values, List<Problem> problems, List<String> crashed) {
  public Ingested {
    problems = List.copyOf(problems);
    crashed = List.copyOf(crashed);
  }

  /**
   * A journal that ends torn or is damaged.
   *
   * @param runId the run whose journal it is
   * @param message one line: what is wrong, and where
   */
  public record Problem(String runId, String message) {}
}
