package dev.flor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that the user names is replaced as a whole; what is no file of bytes is written through. */
@EnabledOnOs(OS.LINUX)
class OutputsTest {
  @TempDir
  Path temporary;

  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("out"));
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
    Outputs.write(second, "after");
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(target).hasContent("after");
    assertThat(files()).isEqualTo(3);
  }

  @Test
  void aLinkToNothingMakesWhatItNames() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    Outputs.write(link, "after");
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("target")).hasContent("after");
  }

  @Test
  void aPipeIsWrittenThrough() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = reading(pipe);
    Outputs.write(pipe, "through");
    assertThat(read.get()).isEqualTo("through");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  private static CompletableFuture<String> reading(Path pipe) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Files.readString(pipe);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  @Test
  void anExportGoesThroughAPipeAndALink()
      throws IOException, InterruptedException, ExecutionException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = reading(pipe);
    given.flor("export", "loss", "--format", "csv", "--out", pipe.toString()).exits(ExitCode.DONE);
    assertThat(read.get()).startsWith("version,").contains("0.25");
    Path target = Files.writeString(folder.resolve("target.csv"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
    given.flor("export", "loss", "--out", link.toString()).exits(ExitCode.DONE);
    assertThat(link).isSymbolicLink();
    assertThat(target).content().startsWith("version,");
  }

  @Test
  void theStandardOutputOfAProcessIsNotReplaced() throws IOException {
    Given given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
    Path collected = given.path("collected.txt");
    Files.writeString(collected, "first\n");
    given
        .process(java.util.List.of(
            "sh",
            "-c",
            "exec \"$0\" \"$@\" >> collected.txt",
            given.mainCommand().get(0),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.flor.cli.Main",
            "export",
            "loss",
            "--format",
            "csv",
            "--out",
            "/dev/stdout"))
        .exits(ExitCode.DONE);
    assertThat(collected).content().startsWith("first\nversion,").contains("0.25");
    assertThat(Path.of("/dev/stdout")).isSymbolicLink();
  }

  @Test
  void whatMayReadAFileStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Outputs.write(file, "after");
    assertThat(file).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path fresh = folder.resolve("new");
    Outputs.write(fresh, "new");
    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(
            Files.getPosixFilePermissions(Files.writeString(folder.resolve("another"), "new")));
  }
}
