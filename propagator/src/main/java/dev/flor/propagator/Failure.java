package dev.flor.propagator;

/** Why something cannot be carried, with the nearest place in the older version. */
record Failure(Refusal reason, String file, int line, String detail) {

  Placement refuse(Probe probe) {
    return new Placement.Refused(probe, reason, file, line, detail);
  }
}
