package dev.flor.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.util.io.EolStreamTypeUtil;

/** The files of a commit. */
final class CommitTree implements VersionTree {
  private final GitReader reader;
  private final Repository repository;
  private final FolderCache folders;
  private final Version version;
  private final ObjectId root;

  CommitTree(GitReader reader, FolderCache folders, Version version) {
    this.reader = reader;
    this.repository = reader.repository();
    this.folders = folders;
    this.version = version;
    this.root = reader.read("the tree of " + version.abbreviated(), () -> {
      try (RevWalk commits = new RevWalk(repository)) {
        ObjectId tree =
            commits.parseCommit(ObjectId.fromString(version.id())).getTree().copy();
        folders.folder(tree);
        return tree;
      }
    });
  }

  /** Is told each file of a walk. */
  private interface Visitor {
    void visit(TreeWalk walk, Entry entry) throws IOException;
  }

  private void walk(Visitor visitor, Optional<AttributesNodeProvider> attributes)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository, commits.getObjectReader())) {
      attributes.ifPresent(walk::setAttributesNodeProvider);
      walk.setOperationType(OperationType.CHECKOUT_OP);
      walk.addTree(commits.parseCommit(ObjectId.fromString(version.id())).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        Optional<Entry> entry = entry(walk.getFileMode(0));
        if (entry.isPresent()) {
          visitor.visit(walk, entry.get());
        }
      }
    }
  }

  static Optional<Entry> entry(FileMode mode) {
    Map<FileMode, Entry> known = Map.of(
        FileMode.REGULAR_FILE, Entry.FILE,
        FileMode.EXECUTABLE_FILE, Entry.EXECUTABLE,
        FileMode.SYMLINK, Entry.SYMLINK);
    return Optional.ofNullable(known.get(mode));
  }

  @Override
  public SortedSet<String> files() {
    return reader.read("the tree of " + version.abbreviated(), () -> folders.files(root));
  }

  @Override
  public String filesId() {
    return reader.read(
        "the tree of " + version.abbreviated(), () -> folders.folder(root).shape());
  }

  @Override
  public Optional<String> wholeId() {
    return Optional.of(root.name());
  }

  @Override
  public Optional<SortedSet<String>> differing(VersionTree other) {
    if (!(other instanceof CommitTree commit) || commit.folders != folders) {
      return Optional.empty();
    }
    return Optional.of(reader.read(
        "the tree of " + version.abbreviated(), () -> folders.differing(root, commit.root)));
  }

  @Override
  public byte[] read(String path) {
    ObjectId blob = blob(path);
    return reader.read(path + " of " + version.abbreviated(), this::missing, () -> {
      try (ObjectReader objects = repository.newObjectReader()) {
        return objects.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
      }
    });
  }

  /** How much of the version is not there: who has seen one file missing wants to know whether it is alone. */
  private String missing() throws IOException {
    int missing = 0;
    try (ObjectReader objects = repository.newObjectReader()) {
      for (String path : files()) {
        missing += objects.has(find(path)) ? 0 : 1;
      }
    }
    return "; missing here: " + missing + " of the version's " + files().size() + " files";
  }

  @Override
  public String contentId(String path) {
    return blob(path).name();
  }

  @Override
  public Optional<String> id(String path) {
    return Optional.ofNullable(find(path)).map(ObjectId::name);
  }

  private ObjectId find(String path) {
    return reader.read("the tree of " + version.abbreviated(), () -> folders.blob(root, path));
  }

  private ObjectId blob(String path) {
    ObjectId blob = find(path);
    if (blob == null) {
      throw new IllegalArgumentException(
          "version " + version.abbreviated() + " has no file " + path);
    }
    return blob;
  }

  @Override
  public void materialise(Path dir) {
    TreeWriter writer = TreeWriter.into(dir);
    reader.read("the files of " + version.abbreviated(), () -> {
      walk(
          (walk, entry) -> write(writer, walk, entry),
          Optional.of(repository.createAttributesNodeProvider()));
      return writer;
    });
    writer.finish();
  }

  private static void write(TreeWriter writer, TreeWalk walk, Entry entry) throws IOException {
    String path = walk.getPathString();
    EolStreamType eol = walk.getEolStreamType(OperationType.CHECKOUT_OP);
    ObjectLoader blob = walk.getObjectReader().open(walk.getObjectId(0), Constants.OBJ_BLOB);
    if (entry == Entry.SYMLINK) {
      writer.link(path, blob.getBytes());
      return;
    }
    writer.write(path, entry, out -> {
      try (OutputStream converted = EolStreamTypeUtil.wrapOutputStream(out, eol)) {
        blob.copyTo(converted);
      }
    });
  }
}
