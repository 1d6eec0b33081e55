package dev.flor.replay.project;

import java.nio.file.Path;

/**
 * A git repository with flor in it.
 *
 * @param root the top of the working tree
 * @param florDir the {@code .flor} folder, where all that flor writes goes
 * @param config what the working tree's {@code flor.toml} says
 */
public record Project(Path root, Path florDir, ProjectConfig config) {

  /** The project whose {@code .flor} folder stands at its root. */
  public static Project at(Path root, ProjectConfig config) {
    return new Project(root, root.resolve(".flor"), config);
  }
}
