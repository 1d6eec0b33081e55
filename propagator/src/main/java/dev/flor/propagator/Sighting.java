package dev.flor.propagator;

import java.util.Optional;

/**
 * A statement as it stands in some version, on its way to another.
 *
 * @param probe the statement there
 * @param version the version
 * @param moved the path that its file has in the other version, where that is known
 */
public record Sighting(Probe probe, SourceTree version, Optional<String> moved) {

  /** One whose file is looked for as the files of all statements are. */
  public static Sighting of(Probe probe, SourceTree version) {
    return new Sighting(probe, version, Optional.empty());
  }
}
