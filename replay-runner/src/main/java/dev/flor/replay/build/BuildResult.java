package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What compiling one version gave. */
public sealed interface BuildResult {

  /**
   * It compiles.
   *
   * @param classpath what the program needs, its own classes first
   * @param compiled how many files were compiled for it now: none if all was there from earlier builds
   */
  record Built(List<Path> classpath, int compiled) implements BuildResult {}

  /**
   * It does not compile.
   *
   * @param errors the compiler's, in its order
   * @param log all that the compiler said
   */
  record BuildFailed(List<Diagnostic> errors, String log) implements BuildResult {
    /** The first error in one line. */
    public String first() {
      return line(errors.get(0));
    }
  }

  static BuildFailed failed(List<Diagnostic> errors) {
    return new BuildFailed(
        errors, errors.stream().map(BuildResult::line).collect(Collectors.joining("\n", "", "\n")));
  }

  private static String line(Diagnostic error) {
    return error.path().isEmpty() ? error.message() : error.toString();
  }

  default <T> T fold(Function<Built, T> built, Function<BuildFailed, T> failed) {
    return this instanceof Built b ? built.apply(b) : failed.apply((BuildFailed) this);
  }
}
