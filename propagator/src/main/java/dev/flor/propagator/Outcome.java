package dev.flor.propagator;

import java.util.Optional;

/**
 * What is known of one probe before the compiler is asked: a final placement, or a load that is ready to go.
 *
 * @param score how sure the place is, for choosing among files
 */
record Outcome(Probe probe, double score, Optional<Placement> placement, Optional<Load> load) {

  static Outcome settled(Placement placement, double score) {
    return new Outcome(placement.probe(), score, Optional.of(placement), Optional.empty());
  }

  static Outcome ready(Load load) {
    return new Outcome(load.probe(), load.score(), Optional.empty(), Optional.of(load));
  }

  /** The older file it is about. */
  String file() {
    return load.map(Load::file)
        .or(() -> placement.map(p ->
            p.fold(Placement.Inserted::file, Placement.Present::file, Placement.Refused::file)))
        .orElseThrow(IllegalStateException::new);
  }

  boolean refused() {
    return placement.filter(Placement.Refused.class::isInstance).isPresent();
  }

  /**
   * A probe with all it brings.
   *
   * @param key of the piece that holds the probe itself
   * @param linesDown how many lines below the beginning of that piece the probe begins
   */
  record Load(
      Probe probe,
      Cargo cargo,
      Object key,
      int linesDown,
      String file,
      int nearLine,
      double score,
      String explanation) {}
}
