package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script in the repository's root, in a home of its own that holds a jar of these classes. */
class LauncherTest {
  @TempDir
  Path temporary;

  private Path home;
  private Given elsewhere;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    elsewhere = Given.folder(temporary);
    home = Files.createDirectories(temporary.resolve("a home"));
    Path script = Given.REPOSITORY.resolve("flor");
    Files.copy(script, home.resolve("flor"));
    assertThat(home.resolve("flor").toFile().setExecutable(true)).isTrue();
    jar(home.resolve("cli/target/flor.jar"));
    Outputs.write(home.resolve("cli/target/lib/libraries.jar"), "");
  }

  @Test
  void startsFromAnyFolderInAPathWithSpaces() {
    launched(home.resolve("flor"), "--version").exits(ExitCode.DONE).prints("flor ");
  }

  @Test
  void startsThroughSymbolicLinks() throws IOException {
    Path absolute = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("flor"));
    Path relative = Files.createSymbolicLink(temporary.resolve("second"), Path.of("link"));
    assertThat(launched(absolute, "--version").exits(ExitCode.DONE).err()).isEmpty();
    assertThat(launched(relative, "--version").exits(ExitCode.DONE).err()).isEmpty();
  }

  @Test
  void passesArgumentsStreamsAndTheExitCode() {
    launched(home.resolve("flor"), "runs", "--format", "no such format")
        .failsInTwoLines(ExitCode.USAGE, "'no such format'", "flor runs --help");
  }

  @Test
  void aBrokenArchiveIsSilent() {
    launched(home.resolve("flor"), "--version");
    Path archive = home.resolve("cli/target/flor-" + System.getProperty("java.version") + ".jsa");
    assertThat(archive).exists();
    Outputs.write(archive, "broken");
    assertThat(launched(home.resolve("flor"), "--version").exits(ExitCode.DONE).err())
        .isEmpty();
  }

  @Test
  void aJavaHomeWithoutJavaIsOneLineAndAHint() {
    List<String> command = new ArrayList<>(List.of("env", "JAVA_HOME=/nowhere"));
    command.add(home.resolve("flor").toString());
    elsewhere
        .process(command)
        .failsInTwoLines(ExitCode.FAILED, "JAVA_HOME is /nowhere", "JDK 17 or newer");
  }

  @Test
  void anOldJavaIsOneLineAndAHint() throws IOException {
    Path old = Files.createDirectories(temporary.resolve("old/bin"));
    Outputs.write(old.resolve("java"), "#!/bin/sh\nexit 9\n");
    assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
    Outputs.write(temporary.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    elsewhere
        .process(
            List.of("env", "JAVA_HOME=" + old.getParent(), home.resolve("flor").toString(), "runs"))
        .failsInTwoLines(ExitCode.FAILED, "is Java 11.0.2; flor needs 17", "JAVA_HOME");
  }

  @Test
  void allModulesAreOnItsClassPath() throws IOException {
    Set<String> modules = found("<module>([a-z-]+)</module>", "pom.xml");
    modules.removeAll(Set.of("cli", "bench"));
    assertThat(found("lib/flor-([a-z-]+)\\.jar", "cli/pom.xml")).isEqualTo(modules);
  }

  private static Set<String> found(String pattern, String file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(Given.REPOSITORY.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Also one that ended before all was written. */
  @ParameterizedTest
  @ValueSource(strings = {"flor.jar", "lib/libraries.jar"})
  void aBuildThatFailsShowsItsLogAndAHint(String missing) throws IOException {
    Files.delete(home.resolve("cli/target").resolve(missing));
    Outputs.write(
        home.resolve("mvnw"),
        "#!/bin/sh\necho '[INFO] Building Flor runtime 0.1.0  [1/2]'\necho '[ERROR] no disk'\nexit 1\n");
    assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    Given.Answer answer = launched(home.resolve("flor"), "--version").exits(ExitCode.FAILED);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().lines().skip(1))
        .first()
        .asString()
        .startsWith("flor: building Flor runtime (1/2, ");
    answer.says("[ERROR] no disk", "its log is " + home.toRealPath(), "hint: ");
    assertThat(home.resolve("cli/target/building")).doesNotExist();
  }

  private Given.Answer launched(Path script, String... args) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("env", "JAVA_HOME=" + System.getProperty("java.home")));
    command.add(script.toString());
    command.addAll(List.of(args));
    return elsewhere.process(command);
  }

  /** A jar that leads to the classes under test. */
  private static void jar(Path jar) throws IOException {
    StringBuilder classPath = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      classPath.append(Path.of(entry).toUri()).append(' ');
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString());
    Files.createDirectories(jar.getParent());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
