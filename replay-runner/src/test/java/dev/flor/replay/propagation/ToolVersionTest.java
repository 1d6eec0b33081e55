package dev.flor.replay.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of flor are told apart by what is in their jars, and by nothing else. */
class ToolVersionTest {
  @TempDir
  Path folder;

  private Path jar(String name, long time, String content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry("dev/flor/Some.class");
      entry.setTime(time);
      out.putNextEntry(entry);
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }

  @Test
  void byTheChecksumsOfWhatIsInThem() throws IOException {
    String one = ToolVersion.ofJar(jar("one.jar", 0, "a class"));
    assertThat(ToolVersion.ofJar(jar("later.jar", 1_000_000_000_000L, "a class")))
        .isEqualTo(one);
    assertThat(ToolVersion.ofJar(jar("other.jar", 0, "a clasp"))).isNotEqualTo(one);
  }

  @Test
  void theSameBuildIsTheSame() {
    assertThat(ToolVersion.id()).isEqualTo(ToolVersion.id()).matches("[0-9a-f]{32}");
  }
}
