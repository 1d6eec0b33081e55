package dev.flor.replay.build;

import dev.flor.replay.project.Key;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the sources of a compiled module, by path: enough to compile a later one from the files that changed. */
record CompiledFiles(SortedMap<String, Compiled> sources) {
  private static final String NAME = "compiled.properties";

  /**
   * One source.
   *
   * @param content the key of its bytes
   * @param shape the key of all that other files can see of it
   * @param classes the class files it became, relative to the folder of classes
   */
  record Compiled(String content, String shape, List<String> classes) {}

  /** The key of all that another module can see of this one. */
  String shape() {
    Key key = new Key("shape");
    sources.forEach((path, source) -> key.add(path).add(source.shape()));
    return key.hex();
  }

  void write(Path home) throws IOException {
    Properties properties = new Properties();
    sources.forEach((path, source) -> properties.setProperty(
        path, source.content() + " " + source.shape() + " " + String.join("/ ", source.classes())));
    try (Writer writer = Files.newBufferedWriter(home.resolve(NAME))) {
      properties.store(writer, null);
    }
  }

  static Optional<CompiledFiles> read(Path home) {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
    SortedMap<String, Compiled> sources = new TreeMap<>();
    for (String path : properties.stringPropertyNames()) {
      String[] parts = properties.getProperty(path).split(" ", 3);
      List<String> classes =
          parts[2].isEmpty() ? List.of() : Arrays.asList(parts[2].split("/ ", -1));
      sources.put(path, new Compiled(parts[0], parts[1], List.copyOf(classes)));
    }
    return Optional.of(new CompiledFiles(sources));
  }

  /** The files that are there in both and differ; empty if one came or went, or where other files see what changed unnamed. */
  Optional<List<String>> changed(SortedMap<String, String> contents) {
    if (!contents.keySet().equals(sources.keySet())) {
      return Optional.empty();
    }
    List<String> changed = new ArrayList<>();
    contents.forEach((path, content) -> {
      if (!sources.get(path).content().equals(content)) {
        changed.add(path);
      }
    });
    boolean ofPackages = changed.stream()
        .anyMatch(path -> path.endsWith("package-info.java") || path.endsWith("module-info.java"));
    return ofPackages ? Optional.empty() : Optional.of(changed);
  }
}
