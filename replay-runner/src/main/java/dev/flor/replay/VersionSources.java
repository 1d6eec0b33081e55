package dev.flor.replay;

import dev.flor.history.VersionTree;
import dev.flor.propagator.SourceTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The Java files of a version as text. A file that is not UTF-8 is read as ISO 8859-1, in which every
 * byte is a character, so that what is written back has the same bytes.
 */
final class VersionSources implements SourceTree {
  private final VersionTree tree;
  private final SortedSet<String> files;

  VersionSources(VersionTree tree) {
    this.tree = tree;
    TreeSet<String> java = new TreeSet<>();
    tree.files().stream().filter(path -> path.endsWith(".java")).forEach(java::add);
    this.files = Collections.unmodifiableSortedSet(java);
  }

  @Override
  public SortedSet<String> files() {
    return files;
  }

  @Override
  public Optional<String> read(String path) {
    if (!files.contains(path)) {
      return Optional.empty();
    }
    byte[] bytes = tree.read(path);
    return Optional.of(new String(bytes, charset(bytes)));
  }

  /** {@code text}, in the encoding that the file at {@code path} has. */
  byte[] encode(String path, String text) {
    return text.getBytes(charset(tree.read(path)));
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
