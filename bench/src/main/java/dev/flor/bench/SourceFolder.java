package dev.flor.bench;

import dev.flor.propagator.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of Java sources, read only. */
final class SourceFolder implements SourceTree {
  private final Path root;
  private final SortedSet<String> files = new TreeSet<>();

  SourceFolder(Path root) throws IOException {
    this.root = root;
    try (Stream<Path> below = Files.walk(root)) {
      below
          .filter(path -> path.getFileName().toString().endsWith(".java"))
          .forEach(path -> files.add(root.relativize(path).toString().replace('\\', '/')));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public SortedSet<String> files() {
    return Collections.unmodifiableSortedSet(files);
  }

  @Override
  public Optional<String> read(String path) {
    return files.contains(path) ? Optional.of(text(root.resolve(path)).text()) : Optional.empty();
  }

  Charset charset(String path) {
    return text(root.resolve(path)).charset();
  }

  /** The text of a file, in UTF-8 where its bytes are UTF-8; else in the encoding in which no byte is lost. */
  static Text text(Path file) {
    byte[] bytes = bytes(file);
    try {
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Text(decoded, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      return new Text(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds, and how it is encoded. */
  record Text(String text, Charset charset) {}
}
