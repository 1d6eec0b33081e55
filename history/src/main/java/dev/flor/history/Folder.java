package dev.flor.history;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One tree object: what lies directly in a folder of a commit, in git's order.
 *
 * @param shape equal in folders with the same paths in them, whatever the files hold
 * @param paths how many files are in it and below
 */
record Folder(List<Item> items, String shape, int paths) {

  /** One thing in it. */
  record Item(String name, Kind kind, ObjectId id) {}

  /** What a thing in a folder is. */
  enum Kind {
    FILE,
    FOLDER,
    SUBMODULE
  }

  /** The thing of this name; nothing if there is none. */
  Item item(String name) {
    for (Item item : items) {
      if (item.name().equals(name)) {
        return item;
      }
    }
    return null;
  }
}
