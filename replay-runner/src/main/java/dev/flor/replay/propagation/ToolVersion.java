package dev.flor.replay.propagation;

import dev.flor.propagator.Propagator;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Tells one build of what carries statements from another: what an older one found out is not what this one would. */
public final class ToolVersion {
  private ToolVersion() {}

  /** By what is in flor's own classes and libraries, and the Java whose compiler is asked. */
  public static String id() {
    Key key = new Key("tool-1").add(Runtime.version().toString());
    for (Path place : places()) {
      try {
        key.add(Files.isDirectory(place) ? ofFolder(place) : ofJar(place));
      } catch (IOException e) {
        throw new WorkspaceException("cannot read " + place, e);
      }
    }
    return key.hex();
  }

  /** Where the classes are that placing, aligning and parsing are done by, and this one. */
  private static SortedSet<Path> places() {
    TreeSet<Path> places = new TreeSet<>();
    for (Class<?> type :
        List.of(ToolVersion.class, Propagator.class, dev.flor.propagator.Edit.class)) {
      of(type).ifPresent(places::add);
    }
    for (String name : List.of("dev.flor.differ.SyntaxTree", "com.github.javaparser.JavaParser")) {
      try {
        of(Class.forName(name, false, ToolVersion.class.getClassLoader())).ifPresent(places::add);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("flor is not whole: " + name + " is missing", e);
      }
    }
    return places;
  }

  private static Optional<Path> of(Class<?> type) {
    try {
      return Optional.of(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the location of " + type + " is no path", e);
    }
  }

  /** By the checksums that it has of all that is in it: to read megabytes takes a fifth of a second of each command. */
  static String ofJar(Path file) throws IOException {
    Key key = new Key("jar");
    try (ZipFile jar = new ZipFile(file.toFile())) {
      jar.stream()
          .forEach(entry -> key.add(entry.getName()).add(entry.getCrc() + " " + entry.getSize()));
    }
    return key.hex();
  }

  private static String ofFolder(Path folder) throws IOException {
    Key key = new Key("folder");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        key.add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
      }
    }
    return key.hex();
  }
}
