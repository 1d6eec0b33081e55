package dev.flor.propagator;

/** One line that a user, an editor or CI can jump to. */
public record Diagnostic(String path, int line, int column, String message) {

  @Override
  public String toString() {
    return path + ":" + line + ":" + column + ": " + message;
  }
}
