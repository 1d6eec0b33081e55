package dev.flor.maven;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where this extension lies, for whoever starts Maven with it; needs no class of Maven. */
public final class ExtensionJar {
  /** The property of Maven's that names a file to write: Maven then says how it would build, and builds nothing. */
  public static final String REPORT = "flor.maven.report";

  /** The property that names flor's runtime, which all modules get. */
  public static final String RUNTIME = "flor.maven.runtime";

  /** What stands in front of the name of a module in a class path. */
  public static final String MODULE = "module:";

  private ExtensionJar() {}

  /** The jar, or the folder of classes. */
  public static Path path() {
    try {
      return Path.of(
          ExtensionJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the extension's own location is no path", e);
    }
  }
}
