package dev.flor.replay.process;

import dev.flor.replay.project.DataFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java program about to be run.
 *
 * @param directory its working directory
 * @param properties system properties, in the order they are given
 * @param jvmOptions other options of the JVM
 * @param mounts folders that are mounted where the program alone sees them
 */
public record JavaProgram(
    Path javaHome,
    Path directory,
    List<Path> classpath,
    List<String> jvmOptions,
    Map<String, String> properties,
    Launch launch,
    List<DataFolders.Mount> mounts)
    implements Program {

  @Override
  public List<String> command() {
    List<String> words = new ArrayList<>();
    words.add(javaHome.resolve("bin").resolve("java").toString());
    words.addAll(jvmOptions);
    properties.forEach((name, value) -> words.add("-D" + name + "=" + value));
    words.add("-cp");
    words.add(
        classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.add(launch.mainClass());
    words.addAll(launch.args());
    return DataFolders.seeing(mounts, words);
  }
}
