package dev.flor.history;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The versions of one git repository. The only door into this package; all that it writes is {@link Hindsight}'s. */
public final class History implements AutoCloseable {
  private static final String RUNS = "refs/flor/runs/";

  private final Repository repository;
  private final GitReader reader;
  private final Revisions revisions;
  private final Commits commits;
  private final FolderCache folders;

  private History(Repository repository) {
    this.repository = repository;
    this.reader = new GitReader(repository);
    this.revisions = new Revisions(reader);
    this.commits = new Commits(repository);
    this.folders = new FolderCache(repository);
  }

  /** Opens the repository that holds {@code inside}, looking upwards. */
  public static History open(Path inside) {
    return new History(Repositories.open(inside));
  }

  /** The top of the working tree; of a bare repository, its folder. */
  public Path root() {
    return (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
  }

  /** The commit a revision names: a branch, a tag, an id or its beginning, {@code main~3}. */
  public Version resolve(String revision) {
    return version(revision, revisions.commit(revision));
  }

  /** The commit with a full id; empty if there is none here, which costs no more than the look. */
  public Optional<Version> find(String id) {
    if (!ObjectId.isId(id)) {
      return Optional.empty();
    }
    return reader.read("commit " + id, () -> {
      ObjectId commit = ObjectId.fromString(id);
      return repository.getObjectDatabase().has(commit)
          ? Optional.of(commits.one(commit))
          : Optional.empty();
    });
  }

  /**
   * The commits of {@code A..B} or {@code A...B}, parents before children, older before newer; of a
   * single revision, or {@code A^!}, that one. An end left out is HEAD.
   */
  public List<Version> range(String spec) {
    return range(spec, false);
  }

  private List<Version> range(String spec, boolean firstParent) {
    int dots = spec.indexOf("..");
    if (dots < 0) { // REV^! is REV without its parents, and what these reach
      return List.of(resolve(spec.endsWith("^!") ? spec.substring(0, spec.length() - 2) : spec));
    }
    boolean symmetric = spec.startsWith("...", dots);
    ObjectId from = end(spec.substring(0, dots));
    ObjectId to = end(spec.substring(dots + (symmetric ? 3 : 2)));
    return reader.read(
        "the versions " + spec,
        () -> symmetric
            ? commits.apart(from, to, firstParent)
            : commits.after(from, to, firstParent));
  }

  /** The commit that a revision names and all before it, parents before children, older before newer. */
  public List<Version> upTo(String revision) {
    ObjectId to = revisions.commit(revision);
    return reader.read("the history of " + revision, () -> commits.upTo(to, false));
  }

  /** The versions that are meant, each once: those of the first revision or range first, the snapshots of runs last. */
  public List<Version> select(Selection selection) {
    Map<String, Version> found = new LinkedHashMap<>();
    for (String spec : selection.specs()) {
      range(spec, selection.firstParent()).forEach(v -> found.putIfAbsent(v.id(), v));
    }
    if (selection.specs().isEmpty() && selection.since().isPresent()) {
      ObjectId head = revisions.commit(Constants.HEAD);
      reader
          .read("the history of HEAD", () -> commits.upTo(head, selection.firstParent()))
          .forEach(v -> found.putIfAbsent(v.id(), v));
    }
    if (selection.allRuns()) {
      runSnapshots().values().stream()
          .sorted(Comparator.comparing(Version::authored).thenComparing(Version::id))
          .forEach(v -> found.putIfAbsent(v.id(), v));
    }
    return found.values().stream()
        .filter(v -> selection.since().filter(v.authored()::isBefore).isEmpty())
        .toList();
  }

  private ObjectId end(String revision) {
    return revisions.commit(revision.isEmpty() ? Constants.HEAD : revision);
  }

  /** The files of a version. */
  public VersionTree tree(Version version) {
    return new CommitTree(reader, folders, version);
  }

  /** The ways from a version to others, for following its files commit by commit. All that comes before it is walked once. */
  public Ways ways(Version from) {
    return Ways.from(reader, folders, from);
  }

  /** Equal ids, equal {@link #ways}: they change where a shallow history is cut elsewhere. */
  public String waysId(Version from) {
    return reader.read("the history of " + from.abbreviated(), () -> {
      TreeSet<String> cuts = new TreeSet<>();
      reader
          .repository()
          .getObjectDatabase()
          .getShallowCommits()
          .forEach(commit -> cuts.add(commit.name()));
      return from.id() + " " + String.join(" ", cuts);
    });
  }

  /** The files as they are on disk now: tracked ones and untracked ones that are not ignored. */
  public VersionTree workingTree() {
    return new DiskTree(reader);
  }

  /** The snapshot commit of each recorded run that has one, by run id. */
  public SortedMap<String, Version> runSnapshots() {
    TreeMap<String, Version> snapshots = new TreeMap<>();
    List<Ref> refs =
        reader.read("the refs of runs", () -> repository.getRefDatabase().getRefsByPrefix(RUNS));
    for (Ref ref : refs) {
      String run = ref.getName().substring(RUNS.length());
      snapshots.put(run, version(ref.getName(), ref.getObjectId()));
    }
    return Collections.unmodifiableSortedMap(snapshots);
  }

  /** What a reader of results should know about this repository, one line each. */
  public List<String> notes() {
    return reader.read("the refs", () -> RepositoryNotes.of(repository, folders));
  }

  /** Whether it has no working tree. */
  public boolean isBare() {
    return repository.isBare();
  }

  /** Lays commits on top of versions. {@code folder} is flor's own, and where the work is done aside. */
  public Hindsight hindsight(Path folder) {
    return new Hindsight(reader, folder);
  }

  /** Takes back the last write of refs that was noted in {@code folder}; nothing if there is none. */
  public List<RefChange> undo(Path folder) {
    return new Refs(reader, folder).undo();
  }

  /** The commit HEAD is at; empty before the first commit. */
  public Optional<Version> head() {
    return revisions.head().map(id -> version(Constants.HEAD, id));
  }

  private Version version(String name, ObjectId id) {
    return reader.read("commit " + name, () -> commits.one(id));
  }

  @Override
  public void close() {
    repository.close();
  }
}
