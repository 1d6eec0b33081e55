package dev.flor.replay;

import dev.flor.propagator.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What compiling one version gave. */
sealed interface BuildResult {

  /**
   * It compiles.
   *
   * @param classpath what the program needs, its own classes first
   * @param reused whether it was there from an earlier build
   */
  record Built(List<Path> classpath, boolean reused) implements BuildResult {}

  /**
   * It does not compile.
   *
   * @param errors the compiler's, in its order
   * @param log all that the compiler said
   */
  record BuildFailed(List<Diagnostic> errors, String log) implements BuildResult {}

  default <T> T fold(Function<Built, T> built, Function<BuildFailed, T> failed) {
    return this instanceof Built b ? built.apply(b) : failed.apply((BuildFailed) this);
  }
}
