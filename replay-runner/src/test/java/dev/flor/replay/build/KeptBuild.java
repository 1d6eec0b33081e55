package dev.flor.replay.build;

import java.nio.file.Path;

/** What tests of other packages ask of a folder of compiled classes. */
public final class KeptBuild {
  private KeptBuild() {}

  /** Whether it can be read what the classes were made from. */
  public static boolean isReadable(Path build) {
    return CompiledFiles.read(build).isPresent();
  }
}
