package dev.flor.replay.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything a replay takes from the outside; tests pass their own.
 *
 * @param javaHome the JDK whose {@code bin/java} runs the programs
 * @param environment the environment variables of this process
 * @param configReader reads the text of an older version's {@code flor.toml}
 */
public record Outside(
    Path javaHome, Map<String, String> environment, Function<String, ProjectConfig> configReader) {

  /** This JVM's own Java and environment. */
  public static Outside ofThisProcess(Function<String, ProjectConfig> configReader) {
    return new Outside(Path.of(System.getProperty("java.home")), System.getenv(), configReader);
  }
}
