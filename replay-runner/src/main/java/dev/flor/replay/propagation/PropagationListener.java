package dev.flor.replay.propagation;

/** Is told how far the propagation over a history is; in the caller's own thread. */
public interface PropagationListener {
  /** Is not interested. */
  PropagationListener NONE = new PropagationListener() {
    @Override
    public void planned(int steps) {}

    @Override
    public void step(String what) {}

    @Override
    public void done(VersionPropagation propagation) {}
  };

  /** There are so many steps. */
  void planned(int steps);

  /** One more is taken. */
  void step(String what);

  /** What became of the statements in the next version, in the order in which the versions were given. */
  void done(VersionPropagation propagation);
}
