package dev.flor.replay.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the build tools: a project's own wrapper, else what is on the {@code PATH}. */
record Executables(Map<String, String> environment) {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  /** The wrapper at the top of the first tree that has one, else the installed program. */
  Optional<List<String>> find(String wrapper, String installed, Path... trees) {
    for (Path tree : trees) {
      Path script = tree.resolve(WINDOWS ? wrapper + ".cmd" : wrapper);
      if (Files.isRegularFile(script)) {
        // Not every repository has kept the script executable.
        return Optional.of(
            WINDOWS || Files.isExecutable(script)
                ? List.of(script.toString())
                : List.of("sh", script.toString()));
      }
    }
    return onPath(installed).map(path -> List.of(path.toString()));
  }

  private Optional<Path> onPath(String name) {
    String path = environment.getOrDefault("PATH", "");
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      Path program = Path.of(folder, WINDOWS ? name + ".cmd" : name);
      if (Files.isExecutable(program) && !Files.isDirectory(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
