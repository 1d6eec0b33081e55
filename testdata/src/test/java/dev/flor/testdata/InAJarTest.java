package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InAJarTest {
  @TempDir
  Path scratch;

  @Test
  void aHistoryIsReadFromAJar() throws Exception {
    Path jar = scratch.resolve("test data.jar");
    pack(
        Path.of(RecordedHistory.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI()),
        jar);

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(RecordedHistory.class.getName());
      Object history = type.getMethod("digits").invoke(null);

      assertThat((List<?>) type.getMethod("commits").invoke(history))
          .hasSameSizeAs(RecordedHistory.digits().commits());
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
