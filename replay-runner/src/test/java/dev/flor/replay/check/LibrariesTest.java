package dev.flor.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.Edit;
import dev.flor.propagator.Patch;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.build.Javac;
import dev.flor.replay.project.SourceRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of libraries from one check to the next. */
class LibrariesTest {
  private static final String TRAIN =
      "class Train {\n  int run(lib.Data data) {\n    return 1;\n  }\n}\n";

  @TempDir
  private Path dir;

  @Test
  void anotherClassPathHasOtherClasses() throws IOException {
    Path counts = library("counts", "package lib; public class Data { public int size; }");
    Path measures = library("measures", "package lib; public class Data { public double size; }");
    try (Libraries kept = new Libraries()) {
      assertThat(compiles(counts, kept)).isTrue();
      assertThat(compiles(counts, kept)).isTrue();
      assertThat(compiles(measures, kept)).isFalse();
      assertThat(compiles(counts, kept)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"import lib.Data;\n", ""})
  void ofAJarForSeveralJavasThoseOfThisOneWhateverIsListedFirst(String imports) throws IOException {
    Path old = library("old", "package lib; public class Data { public int size; }");
    Path current = library("current", "package lib; public class Data { public double size; }");
    Path jar = dir.resolve("several.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("lib/Data.class"));
      Files.copy(old.resolve("lib/Data.class"), out);
      out.putNextEntry(new JarEntry("META-INF/versions/9/lib/Data.class"));
      Files.copy(current.resolve("lib/Data.class"), out);
    }
    try (Libraries kept = new Libraries()) {
      assertThat(compiles(imports + TRAIN, jar, kept)).isFalse();
    }
  }

  /** A library with one class. */
  private Path library(String name, String source) throws IOException {
    Path file = dir.resolve(name + "/Data.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Path classes = dir.resolve(name + "/classes");
    assertThat(Javac.compiler().run(null, null, null, "-d", classes.toString(), file.toString()))
        .isZero();
    return classes;
  }

  private static boolean compiles(Path library, Libraries kept) {
    return compiles(TRAIN, library, kept);
  }

  private static boolean compiles(String train, Path library, Libraries kept) {
    Edit edit = Edit.insert(train.indexOf("return"), "int size = data.size;\n    ");
    return JavacCheck.withLibraries(
            new SourceRoots(List.of("")), List.of(library), Optional.empty(), new CleanChecks())
        .with(kept)
        .newErrors(
            SourceTree.of(new TreeMap<>(Map.of("Train.java", train))),
            new TreeMap<>(Map.of("Train.java", new Patch("Train.java", train, List.of(edit)))))
        .isEmpty();
  }
}
