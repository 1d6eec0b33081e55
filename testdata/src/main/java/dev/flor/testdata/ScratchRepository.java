package dev.flor.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** A real git repository that a test builds step by step; its clock ticks a minute a commit. */
public final class ScratchRepository {
  private static final OffsetDateTime START =
      OffsetDateTime.of(2026, 1, 5, 9, 0, 0, 0, ZoneOffset.UTC);

  private final Path root;
  private int commits;

  private ScratchRepository(Path root) {
    this.root = root;
  }

  /** An empty repository with the branch {@code main}. */
  public static ScratchRepository in(Path root) {
    Git.initialise(root);
    return new ScratchRepository(root);
  }

  /** The top of the working tree. */
  public Path root() {
    return root;
  }

  /** Writes a file into the working tree. */
  public ScratchRepository write(String path, String text) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return this;
  }

  /** Commits everything that is not ignored and returns the commit's id. */
  public String commit(String message) {
    return Git.commitAll(
        root, "Ada Tester", "ada@tests.example", START.plusMinutes(commits++), message);
  }

  /** Runs git and returns what it prints. */
  public String git(String... arguments) {
    return Git.run(root, Map.of(), arguments);
  }
}
