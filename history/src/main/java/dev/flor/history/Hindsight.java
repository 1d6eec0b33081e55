package dev.flor.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Lays commits on top of versions, each with other contents of some of its files, under {@code refs/flor/hindsight/}. Objects are written
 * into a pack aside, which is moved into the repository when it is whole: who dies before leaves nothing there.
 */
public final class Hindsight implements AutoCloseable {
  /** What stands before the id of the version that a commit is for. */
  public static final String REFS = "refs/flor/hindsight/";

  private final GitReader reader;
  private final Repository repository;
  private final Path aside;
  private final Repository quarantine;
  private final ObjectInserter inserter;
  private final Refs refs;
  private final SortedMap<String, Optional<String>> wanted = new TreeMap<>();

  /**
   * @param folder where flor may write; what a process that was killed left there is cleared away
   */
  Hindsight(GitReader reader, Path folder) {
    this.reader = reader;
    this.repository = reader.repository();
    this.aside = folder.resolve("objects-" + ProcessHandle.current().pid());
    this.refs = new Refs(reader, folder);
    try {
      clear(folder);
      KeptPacks.clear(packs(repository));
      Files.createDirectories(aside.resolve("objects/pack"));
      this.quarantine = new FileRepositoryBuilder()
          .setBare()
          .setGitDir(aside.toFile())
          .setObjectDirectory(aside.resolve("objects").toFile())
          .addAlternateObjectDirectory(objects(repository).getDirectory())
          .build();
    } catch (IOException e) {
      throw new RefWriteException("cannot write below " + folder, "see that there is room", e);
    }
    this.inserter = objects(quarantine).newPackInserter();
  }

  private static ObjectDirectory objects(Repository repository) {
    return (ObjectDirectory) repository.getObjectDatabase();
  }

  /** Folders of processes that are no more. */
  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.sorted().toList()) {
        String name = one.getFileName().toString();
        if (name.matches("objects-\\d+")
            && ProcessHandle.of(Long.parseLong(name.substring("objects-".length())))
                .filter(other -> !other.equals(ProcessHandle.current()))
                .isEmpty()) {
          delete(one);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }

  /**
   * A commit on top of a version; the same arguments give the same commit.
   *
   * @param files new contents by path; the files are there in the version
   */
  public String add(Version version, SortedMap<String, byte[]> files, String message) {
    String id = reader.read("the files of " + version.abbreviated(), () -> {
      try (RevWalk walk = new RevWalk(repository);
          ObjectReader objects = repository.newObjectReader()) {
        RevCommit commit = walk.parseCommit(ObjectId.fromString(version.id()));
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree(commit.getTree(), "", files, objects));
        builder.setParentId(commit);
        PersonIdent flor = new PersonIdent(
            "flor",
            "flor@localhost",
            Instant.ofEpochSecond(commit.getCommitTime()),
            ZoneOffset.UTC);
        builder.setAuthor(flor);
        builder.setCommitter(flor);
        builder.setMessage(message);
        return inserter.insert(builder).name();
      }
    });
    wanted.put(REFS + version.id(), Optional.of(id));
    return id;
  }

  /** A version that gets no commit; one that it had before goes. */
  public void leaveOut(Version version) {
    wanted.put(REFS + version.id(), Optional.empty());
  }

  private ObjectId tree(
      ObjectId tree, String prefix, SortedMap<String, byte[]> files, ObjectReader objects)
      throws IOException {
    TreeFormatter formatter = new TreeFormatter();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, objects, tree);
    for (; !parser.eof(); parser.next()) {
      String path = prefix + parser.getEntryPathString();
      ObjectId id = parser.getEntryObjectId();
      boolean folder = parser.getEntryFileMode() == FileMode.TREE;
      if (folder && files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"))) {
        id = tree(id, path + "/", files, objects);
      } else if (!folder && files.containsKey(path)) {
        id = inserter.insert(Constants.OBJ_BLOB, files.get(path));
      }
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      formatter.append(name, parser.getEntryFileMode(), id);
    }
    return inserter.insert(formatter);
  }

  /** What {@link #write} would change. */
  public List<RefChange> changes() {
    return refs.changes(wanted);
  }

  /** Moves the objects into the repository, then lets the refs point to them. */
  public List<RefChange> write() {
    try {
      inserter.flush();
      KeptPacks kept = KeptPacks.move(aside.resolve("objects/pack"), packs(repository));
      try {
        return refs.write(wanted);
      } finally {
        kept.close();
      }
    } catch (IOException e) {
      throw new RefWriteException(
          "cannot write objects into " + repository.getDirectory() + ": " + e.getMessage(),
          "see that there is room on the disk and that the folder may be written",
          e);
    }
  }

  private static Path packs(Repository repository) {
    return objects(repository).getDirectory().toPath().resolve("pack");
  }

  @Override
  public void close() {
    inserter.close();
    quarantine.close();
    try {
      delete(aside);
    } catch (IOException e) {
      throw new RefWriteException("cannot delete " + aside, "delete it by hand", e);
    }
  }
}
