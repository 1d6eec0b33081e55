package dev.flor;

/**
 * The environment refused something flor's tools need: a disk, a database, a repository, a process.
 * Subclasses are named by the failed deed. The message is one line that says what and where; the
 * hint says what the user can do about it. The runtime never throws one into a user's program.
 */
public class FlorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * @param message one line: what failed, and where
   * @param hint one line: what to do about it
   */
  public FlorException(String message, String hint) {
    this(message, hint, null);
  }

  /**
   * @param message one line: what failed, and where
   * @param hint one line: what to do about it
   * @param cause what was caught, or null
   */
  public FlorException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** One line: what the user can do about it. */
  public String hint() {
    return hint;
  }
}
