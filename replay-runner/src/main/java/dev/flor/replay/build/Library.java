package dev.flor.replay.build;

import dev.flor.replay.project.Key;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands on a class path.
 *
 * @param identity equal for equal contents, as far as a compiler looks at them
 */
record Library(Path path, String identity) {

  /** One that is in the tree is known by what is in it, another by its name and age. */
  static Library at(Path path, Path root) {
    try {
      if (path.startsWith(root) && Files.isRegularFile(path)) {
        String content = new Key("library").add(Files.readAllBytes(path)).hex();
        return new Library(path, root.relativize(path) + " " + content);
      }
      boolean there = Files.exists(path);
      return new Library(
          path, path + " " + (there ? Files.getLastModifiedTime(path).toString() : "missing"));
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + path, e);
    }
  }

  /** The classes of another module. */
  static Library of(Path classes, String module, String shape) {
    return new Library(classes, "module " + module + " " + shape);
  }
}
