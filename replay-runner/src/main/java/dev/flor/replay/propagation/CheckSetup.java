package dev.flor.replay.propagation;

import dev.flor.replay.check.CleanChecks;
import dev.flor.replay.check.JavacCheck;
import dev.flor.replay.project.SourceRoots;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a version is compiled with.
 *
 * @param id equal for equal setups
 * @param roots its source folders
 * @param libraries the class path, the runtime among it
 * @param level the Java that it is written in, where that is known
 * @param clean what was found with this setup
 */
record CheckSetup(
    String id,
    SourceRoots roots,
    List<Path> libraries,
    Optional<Integer> level,
    CleanChecks clean) {

  JavacCheck check() {
    return JavacCheck.withLibraries(roots, libraries, level, clean);
  }
}
