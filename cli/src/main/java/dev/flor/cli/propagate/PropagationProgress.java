package dev.flor.cli.propagate;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Progress;
import dev.flor.replay.propagation.PropagationListener;
import dev.flor.replay.propagation.VersionPropagation;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows how far a propagation over a history is, and hands on what it gives. */
final class PropagationProgress implements PropagationListener, AutoCloseable {
  private final Caller caller;
  private final Consumer<VersionPropagation> results;
  private Optional<Progress> progress = Optional.empty();

  PropagationProgress(Caller caller, Consumer<VersionPropagation> results) {
    this.caller = caller;
    this.results = results;
  }

  @Override
  public void planned(int steps) {
    progress = Optional.of(Progress.of("propagating", steps, caller));
  }

  @Override
  public void step(String what) {
    progress.ifPresent(shown -> shown.step(what));
  }

  @Override
  public void done(VersionPropagation propagation) {
    results.accept(propagation);
  }

  @Override
  public void close() {
    progress.ifPresent(Progress::close);
  }
}
