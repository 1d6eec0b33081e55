package dev.flor.history;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One tree object: what lies directly in a folder of a commit, in the order of the names.
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

  Folder {
    items = items.stream().sorted(Comparator.comparing(Item::name)).toList();
  }

  /** The thing of this name; nothing if there is none. */
  Item item(String name) {
    int from = 0;
    int to = items.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = items.get(middle).name().compareTo(name);
      if (order == 0) {
        return items.get(middle);
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return null;
  }
}
