package dev.flor.differ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The sources of the parser itself: some two hundred thousand lines that nobody wrote for these tests. */
final class RealSources {
  private static final String SAMPLE = "com/github/javaparser/JavaParser.java";

  private RealSources() {}

  static SortedMap<String, String> all() {
    SortedMap<String, String> texts = new TreeMap<>();
    try (JarFile jar = new JarFile(jar().toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".java"))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .forEach(entry -> texts.put(entry.getName(), read(jar, entry)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Path jar() {
    try {
      URL sample = RealSources.class.getClassLoader().getResource(SAMPLE);
      return Path.of(new URL(sample.getPath().substring(0, sample.getPath().indexOf('!'))).toURI());
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the sources are not on the class path", e);
    }
  }

  private static String read(JarFile jar, ZipEntry entry) {
    try {
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
