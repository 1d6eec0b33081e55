package dev.flor.propagator.metamorphic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Source jars of others that are on the class path of the tests. */
public final class Corpus {
  private static final List<String> SAMPLES = List.of(
      "com/github/javaparser/JavaParser.java",
      "org/jsoup/Jsoup.java",
      "org/apache/hc/client5/http/HttpRoute.java");

  private Corpus() {}

  /** One map from path to text per jar. */
  public static List<SortedMap<String, String>> jars() {
    List<SortedMap<String, String>> jars = new ArrayList<>();
    SAMPLES.forEach(sample -> jars.add(files(jar(sample))));
    return jars;
  }

  private static SortedMap<String, String> files(Path path) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".java"))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .forEach(entry -> texts.put(entry.getName(), read(jar, entry)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Path jar(String sample) {
    URL url = Corpus.class.getClassLoader().getResource(sample);
    if (url == null) {
      throw new IllegalStateException("the sources are not on the class path: " + sample);
    }
    try {
      return Path.of(new URI(url.getPath().substring(0, url.getPath().indexOf('!'))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
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
