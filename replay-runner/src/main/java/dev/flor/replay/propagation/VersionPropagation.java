package dev.flor.replay.propagation;

import dev.flor.history.Version;
import dev.flor.propagator.Propagation;

/** What became of the probes in one version. */
public record VersionPropagation(Version version, Propagation propagation) {}
