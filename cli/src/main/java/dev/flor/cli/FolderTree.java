package dev.flor.cli;

import dev.flor.propagator.SourceTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The Java sources below a folder, hidden folders left out. A text keeps the encoding it has. */
final class FolderTree implements SourceTree {
  private final Path root;
  private final SortedSet<String> files;

  FolderTree(Path root) {
    if (!Files.isDirectory(root)) {
      throw new UsageException(root + " is not a folder", "--from and --onto name source folders");
    }
    this.root = root;
    this.files = Collections.unmodifiableSortedSet(javaFilesBelow(root));
  }

  @Override
  public SortedSet<String> files() {
    return files;
  }

  @Override
  public Optional<String> read(String path) {
    return files.contains(path) ? Optional.of(text(bytes(path))) : Optional.empty();
  }

  /** The bytes of a new text of a file, in the encoding that the file has. */
  byte[] encoded(String path, String text) {
    return text.getBytes(charset(bytes(path)));
  }

  private byte[] bytes(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new SourceReadException(root.resolve(path), e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, charset(bytes));
  }

  /** UTF-8 where the bytes are UTF-8; else the encoding in which no byte is lost. */
  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static SortedSet<String> javaFilesBelow(Path root) {
    SortedSet<String> found = new TreeSet<>();
    try {
      Files.walkFileTree(root, new JavaFiles(root, found));
    } catch (IOException e) {
      throw new SourceReadException(root, e);
    }
    return found;
  }

  private static final class JavaFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedSet<String> found;

    JavaFiles(Path root, SortedSet<String> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().endsWith(".java")) {
        found.add(root.relativize(file).toString().replace('\\', '/'));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
