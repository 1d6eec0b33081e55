package dev.flor.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files as they are on disk: tracked ones, and untracked ones that are not ignored. */
final class DiskTree implements VersionTree {
  private final GitReader reader;
  private final Path root;
  private final TreeMap<String, Entry> entries = new TreeMap<>();

  DiskTree(GitReader reader) {
    this.reader = reader;
    Repository repository = reader.repository();
    if (repository.isBare()) {
      throw new UnsupportedRepositoryException(
          "the repository at " + repository.getDirectory() + " is bare: it has no working tree",
          "say which version is the latest: --from main");
    }
    this.root = repository.getWorkTree().toPath();
    reader.read("the working tree", () -> {
      list(repository);
      return entries;
    });
  }

  private void list(Repository repository) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      FileTreeIterator disk = new FileTreeIterator(repository);
      walk.addTree(disk);
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      disk.setDirCacheIterator(walk, 1);
      String ignored = null; // the ignored folder the walk is in, because files in it are tracked
      while (walk.next()) {
        FileTreeIterator here = walk.getTree(0, FileTreeIterator.class);
        String path = walk.getPathString();
        boolean tracked = walk.getTree(1, DirCacheIterator.class) != null;
        if (here == null || path.equals(".flor")) {
          continue;
        }
        boolean dropped = (ignored != null && path.startsWith(ignored)) || here.isEntryIgnored();
        if (dropped && !tracked) {
          continue;
        }
        if (walk.getFileMode(0) == FileMode.TREE) {
          ignored =
              dropped && (ignored == null || !path.startsWith(ignored)) ? path + "/" : ignored;
          walk.enterSubtree();
        } else if (!isSpecial(path)) {
          CommitTree.entry(walk.getFileMode(0)).ifPresent(entry -> entries.put(path, entry));
        }
      }
    }
  }

  /** Named pipes, sockets and devices: git does not see them, and reading one may never end. */
  private boolean isSpecial(String path) throws IOException {
    return Files.readAttributes(
            root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther();
  }

  @Override
  public SortedSet<String> files() {
    return Collections.unmodifiableSortedSet(entries.navigableKeySet());
  }

  @Override
  public Optional<String> wholeId() {
    return Optional.empty();
  }

  @Override
  public Optional<SortedSet<String>> differing(VersionTree other) {
    return Optional.empty();
  }

  @Override
  public byte[] read(String path) {
    Entry entry = entries.get(path);
    if (entry == null) {
      throw new IllegalArgumentException("the working tree has no file " + path);
    }
    return reader.read(path + " of the working tree", () -> bytes(path, entry));
  }

  private byte[] bytes(String path, Entry entry) throws IOException {
    Path file = root.resolve(path);
    return entry == Entry.SYMLINK
        ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
        : Files.readAllBytes(file);
  }

  @Override
  public String contentId(String path) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, read(path)).name();
    }
  }

  @Override
  public Optional<String> id(String path) {
    return entries.containsKey(path) ? Optional.of(contentId(path)) : Optional.empty();
  }

  @Override
  public String filesId() {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      byte[] list = String.join("\n", entries.keySet()).getBytes(StandardCharsets.UTF_8);
      return formatter.idFor(Constants.OBJ_BLOB, list).name();
    }
  }

  @Override
  public void materialise(Path dir) {
    TreeWriter writer = TreeWriter.into(dir);
    entries.forEach((path, entry) -> {
      byte[] bytes = read(path);
      if (entry == Entry.SYMLINK) {
        writer.link(path, bytes);
      } else {
        writer.write(path, entry, out -> out.write(bytes));
      }
    });
    writer.finish();
  }
}
