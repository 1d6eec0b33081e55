package dev.flor.history;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** One tree object: what lies directly in a folder of a commit. */
final class Folder {
  private final List<Item> items;
  private final List<Item> byName;
  private final String shape;
  private final int paths;

  /**
   * A folder.
   *
   * @param items in git's order
   * @param shape equal in folders with the same paths in them, whatever the files hold
   * @param paths how many files are in it and below
   */
  Folder(List<Item> items, String shape, int paths) {
    this.items = List.copyOf(items);
    this.byName = items.stream().sorted(Comparator.comparing(Item::name)).toList();
    this.shape = shape;
    this.paths = paths;
  }

  /** One thing in it. */
  record Item(String name, Kind kind, ObjectId id) {}

  /** What a thing in a folder is. */
  enum Kind {
    FILE,
    FOLDER,
    SUBMODULE
  }

  /** In git's order, in which a folder {@code a} comes behind a file {@code a.b}. */
  List<Item> items() {
    return items;
  }

  String shape() {
    return shape;
  }

  int paths() {
    return paths;
  }

  /** The thing of this name; nothing if there is none. */
  Item item(String name) {
    int from = 0;
    int to = byName.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = byName.get(middle).name().compareTo(name);
      if (order == 0) {
        return byName.get(middle);
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return null;
  }
}
