package dev.flor.store;

import java.util.List;

/**
 * What one ingest found.
 *
 * @param journals how many journals had something new
 * @param values how many new values were taken in
 * @param problems journals that could not be read to their end; what is intact is in the store
 */
public record Ingested(int journals, long values, List<Problem> problems) {
  public Ingested {
    problems = List.copyOf(problems);
  }

  /**
   * A journal that ends torn or is damaged.
   *
   * @param runId the run whose journal it is
   * @param message one line: what is wrong, and where
   */
  public record Problem(String runId, String message) {}
}
