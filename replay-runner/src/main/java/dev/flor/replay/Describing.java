package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.history.UnknownRevisionException;
import dev.flor.history.Version;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.Probes;
import dev.flor.store.FlorStore;
import dev.flor.store.VersionFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells the store what git and the sources say of the versions that have run. */
public final class Describing {
  private Describing() {}

  /**
   * Describes the versions that the store knows by their ids only; git is not opened when there are none. What git does
   * not know (it came with journals of another clone, or is pruned) stays as it is.
   */
  public static void describe(FlorStore store, Path inside) {
    List<String> ids = store.undescribed();
    if (!ids.isEmpty()) {
      try (History history = History.open(inside)) {
        ids.forEach(
            id -> find(history, id).ifPresent(version -> describe(store, history, version)));
      }
    }
  }

  private static Optional<Version> find(History history, String id) {
    try {
      return Optional.of(history.resolve(id));
    } catch (UnknownRevisionException e) {
      return Optional.empty(); // an expected outcome: git has pruned it, or never had it
    }
  }

  private static void describe(FlorStore store, History history, Version version) {
    ProbeScan scan = Probes.findAll(new VersionSources(history.tree(version)));
    store.describe(new VersionFacts(
        version.id(),
        version.parents(),
        version.authored(),
        version.author(),
        version.subject(),
        scan.probes().stream()
            .filter(probe -> probe.name().isPresent())
            .map(probe -> new VersionFacts.Statement(
                probe.name().get(), probe.file(), probe.line(), probe.text()))
            .toList()));
  }
}
