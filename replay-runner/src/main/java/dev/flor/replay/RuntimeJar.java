package dev.flor.replay;

import dev.flor.Flor;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where this process has flor's runtime from: every program that is run gets the same. */
final class RuntimeJar {
  private RuntimeJar() {}

  static Path path() {
    try {
      return Path.of(
          Flor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the runtime's own location is no path", e);
    }
  }
}
