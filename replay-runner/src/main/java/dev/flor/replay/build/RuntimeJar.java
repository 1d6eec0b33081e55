package dev.flor.replay.build;

import dev.flor.Flor;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where this process has flor's runtime from: every program that is run gets the same. */
public final class RuntimeJar {
  private RuntimeJar() {}

  public static Path path() {
    try {
      return Path.of(
          Flor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the runtime's own location is no path", e);
    }
  }

  /**
   * The same for a tool that takes jars only.
   *
   * @param folder where one may be written, if the runtime is a folder of classes
   */
  static Path asJar(Path folder) {
    Path runtime = path();
    if (!Files.isDirectory(runtime)) {
      return runtime;
    }
    Path jar = folder.resolve("flor-runtime.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> all = Files.walk(runtime)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        out.putNextEntry(new ZipEntry(runtime.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + jar, e);
    }
  }
}
