package dev.flor.history;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The folders of commits, each read once: from one commit to the next nearly all are the same. What was not asked for lately is
 * dropped, so that a long history of a large tree takes no more room than a short one. For several threads.
 */
final class FolderCache {
  /** About sixty bytes for each. */
  private static final int MOST_ITEMS = 1_500_000;

  /** About a hundred bytes for each. */
  private static final int MOST_PATHS = 1_000_000;

  private final Repository repository;
  private final Map<ObjectId, Folder> folders = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, SortedSet<String>> files = new LinkedHashMap<>(16, 0.75f, true);
  private long items;
  private long paths;

  FolderCache(Repository repository) {
    this.repository = repository;
  }

  Folder folder(ObjectId tree) throws IOException {
    Folder known = known(tree);
    if (known != null) {
      return known;
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      return read(tree, reader);
    }
  }

  private synchronized Folder known(ObjectId tree) {
    return folders.get(tree);
  }

  private Folder read(ObjectId tree, ObjectReader reader) throws IOException {
    Folder known = known(tree);
    if (known != null) {
      return known;
    }
    List<Folder.Item> found = new ArrayList<>();
    Shape shape = new Shape();
    int below = 0;
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    for (; !parser.eof(); parser.next()) {
      FileMode mode = parser.getEntryFileMode();
      String name = parser.getEntryPathString();
      ObjectId id = parser.getEntryObjectId();
      if (mode == FileMode.TREE) {
        Folder folder = read(id, reader);
        found.add(new Folder.Item(name, Folder.Kind.FOLDER, id));
        shape.add(name, folder.shape());
        below += folder.paths();
      } else if (mode == FileMode.GITLINK) {
        found.add(new Folder.Item(name, Folder.Kind.SUBMODULE, id));
      } else if (CommitTree.entry(mode).isPresent()) {
        found.add(new Folder.Item(name, Folder.Kind.FILE, id));
        shape.add(name, "");
        below++;
      }
    }
    return keep(tree, new Folder(List.copyOf(found), shape.id(), below));
  }

  private synchronized Folder keep(ObjectId tree, Folder folder) {
    if (folders.putIfAbsent(tree, folder) == null) {
      items += folder.items().size() + 1;
      Iterator<Folder> eldest = folders.values().iterator();
      while (items > MOST_ITEMS && folders.size() > 1) {
        items -= eldest.next().items().size() + 1;
        eldest.remove();
      }
    }
    return folder;
  }

  /** The paths of all files below a tree. */
  SortedSet<String> files(ObjectId tree) throws IOException {
    Folder root = folder(tree);
    synchronized (files) {
      SortedSet<String> known = files.get(root.shape());
      if (known != null) {
        return known;
      }
    }
    List<String> found = new ArrayList<>(root.paths());
    collect(root, "", found);
    SortedSet<String> listed = SortedPaths.of(found);
    synchronized (files) {
      if (files.putIfAbsent(root.shape(), listed) == null) {
        paths += listed.size() + 1;
        Iterator<SortedSet<String>> eldest = files.values().iterator();
        while (paths > MOST_PATHS && files.size() > 1) {
          paths -= eldest.next().size() + 1;
          eldest.remove();
        }
      }
    }
    return listed;
  }

  private void collect(Folder folder, String prefix, List<String> into) throws IOException {
    for (Folder.Item item : folder.items()) {
      if (item.kind() == Folder.Kind.FOLDER) {
        collect(folder(item.id()), prefix + item.name() + "/", into);
      } else if (item.kind() == Folder.Kind.FILE) {
        into.add(prefix + item.name());
      }
    }
  }

  /** The paths of all submodules below a tree. */
  List<String> submodules(ObjectId tree) throws IOException {
    List<String> found = new ArrayList<>();
    submodules(folder(tree), "", found);
    return found;
  }

  private void submodules(Folder folder, String prefix, List<String> into) throws IOException {
    for (Folder.Item item : folder.items()) {
      if (item.kind() == Folder.Kind.FOLDER) {
        submodules(folder(item.id()), prefix + item.name() + "/", into);
      } else if (item.kind() == Folder.Kind.SUBMODULE) {
        into.add(prefix + item.name());
      }
    }
  }

  /** The blob at a path; null if there is no file. */
  ObjectId blob(ObjectId tree, String path) throws IOException {
    ObjectId at = tree;
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      Folder.Item item = folder(at).item(path.substring(from, slash));
      if (item == null || item.kind() != Folder.Kind.FOLDER) {
        return null;
      }
      at = item.id();
      from = slash + 1;
    }
    Folder.Item item = folder(at).item(path.substring(from));
    return item == null || item.kind() != Folder.Kind.FILE ? null : item.id();
  }

  /** The paths of the files below two trees that are not the same, or in one of them only; equal folders are not looked into. */
  SortedSet<String> differing(ObjectId one, ObjectId other) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    differing(Optional.of(one), Optional.of(other), "", paths);
    return paths;
  }

  private void differing(
      Optional<ObjectId> one, Optional<ObjectId> other, String prefix, SortedSet<String> into)
      throws IOException {
    if (one.equals(other)) {
      return;
    }
    Map<String, Folder.Item> ofOne = items(one);
    Map<String, Folder.Item> ofOther = items(other);
    SortedSet<String> names = new TreeSet<>(ofOne.keySet());
    names.addAll(ofOther.keySet());
    for (String name : names) {
      Optional<Folder.Item> here = Optional.ofNullable(ofOne.get(name));
      Optional<Folder.Item> there = Optional.ofNullable(ofOther.get(name));
      if (!here.equals(there)) {
        if (!id(here, Folder.Kind.FILE).equals(id(there, Folder.Kind.FILE))) {
          into.add(prefix + name);
        }
        differing(
            id(here, Folder.Kind.FOLDER), id(there, Folder.Kind.FOLDER), prefix + name + "/", into);
      }
    }
  }

  private Map<String, Folder.Item> items(Optional<ObjectId> tree) throws IOException {
    Map<String, Folder.Item> items = new LinkedHashMap<>();
    if (tree.isPresent()) {
      folder(tree.get()).items().forEach(item -> items.put(item.name(), item));
    }
    return items;
  }

  private static Optional<ObjectId> id(Optional<Folder.Item> item, Folder.Kind kind) {
    return item.filter(i -> i.kind() == kind).map(Folder.Item::id);
  }

  /** The id of a list of names, of folders with the ids of what is in them. */
  private static final class Shape {
    private final MessageDigest digest = Constants.newMessageDigest();

    void add(String name, String below) {
      digest.update(Constants.encode(name));
      digest.update((byte) 0);
      digest.update(Constants.encode(below));
      digest.update((byte) '\n');
    }

    String id() {
      return ObjectId.fromRaw(digest.digest()).name();
    }
  }
}
