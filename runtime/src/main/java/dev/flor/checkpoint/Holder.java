package dev.flor.checkpoint;

/**
 * State that is saved by what {@link #get} gives and restored by {@link #set}, whatever fields its
 * class has.
 */
public interface Holder<T> {
  /** The state as it is now. */
  T get();

  /** Takes the state that was saved. */
  void set(T state);
}
