package dev.flor.cli.propagate;

import dev.flor.cli.io.SourceReadException;
import dev.flor.cli.io.UsageException;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.Encodings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The Java sources below a folder, hidden folders left out. A text keeps the encoding it has. */
final class FolderTree implements SourceTree {
  private final Path root;
  private final SortedSet<String> files = new TreeSet<>();
  private final SortedSet<String> builds = new TreeSet<>();
  private final List<String> skipped = new ArrayList<>();
  private final Encodings encodings;

  FolderTree(Path root) {
    if (!Files.isDirectory(root)) {
      throw new UsageException(root + " is not a folder", "--from and --onto name source folders");
    }
    this.root = root;
    walk();
    Collections.sort(skipped);
    this.encodings = Encodings.of(builds, this::bytes);
  }

  @Override
  public SortedSet<String> files() {
    return Collections.unmodifiableSortedSet(files);
  }

  /** What is named like a source file and cannot be read as one, each with the reason, in order. */
  List<String> skipped() {
    return skipped;
  }

  @Override
  public Optional<String> read(String path) {
    return files.contains(path) ? Optional.of(encodings.text(path, bytes(path))) : Optional.empty();
  }

  /** The bytes of a new text of a file, in the encoding that the file has. */
  byte[] encoded(String path, String text) {
    return encodings.encoded(path, text, bytes(path));
  }

  private byte[] bytes(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new SourceReadException(root.resolve(path), e);
    }
  }

  private void walk() {
    try {
      Files.walkFileTree(root, new JavaFiles());
    } catch (IOException e) {
      throw new SourceReadException(root, e);
    }
  }

  private final class JavaFiles extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (Encodings.isBuildFile(path) && Files.isRegularFile(file) && Files.isReadable(file)) {
        builds.add(path);
      }
      if (path.endsWith(".java")) {
        if (Files.isRegularFile(file)) {
          files.add(path);
        } else if (attributes.isSymbolicLink()) {
          skipped.add(path + (Files.exists(file) ? " links to no file" : " links to nothing"));
        } else {
          // To open a pipe would wait for a writer.
          skipped.add(path + " is no regular file");
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
