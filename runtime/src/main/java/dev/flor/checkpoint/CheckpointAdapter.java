package dev.flor.checkpoint;

/**
 * Saves and restores objects of a library that hides its state, or whose fields are not its state: a
 * native tensor, a model behind a format of its own. Implementations are found as {@link
 * java.util.ServiceLoader} finds services, and win over everything flor knows by itself. What a method
 * throws turns checkpointing off, or makes the replay start from the beginning; never the program.
 *
 * @param <T> the class whose objects, and those of its subclasses, are adapted
 */
public interface CheckpointAdapter<T> {
  /** The class whose objects, and those of its subclasses, are adapted. */
  Class<?> type();

  /** Whether {@link #restore} changes the live object. If not, its objects must be immutable. */
  boolean inPlace();

  /** The state as bytes; equal states should be equal bytes. */
  byte[] save(T object) throws Exception;

  /**
   * Whether equal states are equal bytes. If not, because the bytes tell when they were made, say, a replay that was
   * taken up from a checkpoint does not compare the state that it comes to with the recorded one; the values it compares.
   */
  default boolean comparable() {
    return true;
  }

  /**
   * Gives the saved state back.
   *
   * @param live the object to change; null for immutable ones, which are made anew
   * @return the object that has the saved state: {@code live}, or a new one
   */
  T restore(T live, byte[] state) throws Exception;
}
