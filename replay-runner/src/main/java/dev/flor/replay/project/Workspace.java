package dev.flor.replay.project;

import dev.flor.history.VersionTree;
import dev.flor.propagator.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of a task's own below {@code .flor/work}: the older tree, rewritten. It goes when closed. */
public final class Workspace implements AutoCloseable {
  /** The key, the process that made it, and something of its own. */
  private static final Pattern NAMED = Pattern.compile("[0-9a-f]+-([0-9]+)-[0-9a-f]{8}");

  private final Path home;
  private final Project project;
  private final VersionTree version;
  private final SortedMap<String, Patch> patches;
  private final List<String> data;
  private final DataFolders folders;
  private final Ground first;
  private int handedOut;

  /**
   * The rewritten tree, for one process to run in.
   *
   * @param mounts the data folders that are still to be mounted into it
   */
  public record Ground(Path tree, List<DataFolders.Mount> mounts) {}

  private Workspace(
      Path home,
      Project project,
      VersionTree version,
      SortedMap<String, Patch> patches,
      List<String> data,
      DataFolders folders)
      throws IOException {
    this.home = home;
    this.project = project;
    this.version = version;
    this.patches = patches;
    this.data = data;
    this.folders = folders;
    Files.createDirectories(home.resolve("flor"));
    this.first = ground(home.resolve("tree"));
  }

  /** Lays out the version's files with the patches applied, and the ignored data folders. */
  public static Workspace lay(
      Project project,
      String key,
      VersionTree tree,
      SortedMap<String, Patch> patches,
      List<String> data,
      DataFolders folders) {
    Path home = home(project.florDir(), key);
    try {
      return new Workspace(home, project, tree, patches, data, folders);
    } catch (IOException e) {
      Folders.sweep(home);
      throw new WorkspaceException("cannot lay out " + home, e);
    } catch (RuntimeException e) {
      Folders.sweep(home);
      throw e;
    }
  }

  /** The name of a folder of this process's own, which {@link #sweep} knows how to judge. */
  public static Path home(Path florDir, String key) {
    return florDir
        .resolve("work")
        .resolve(key + "-" + ProcessHandle.current().pid() + "-"
            + UUID.randomUUID().toString().substring(0, 8));
  }

  private Ground ground(Path tree) throws IOException {
    Files.createDirectories(tree);
    version.materialise(tree);
    VersionSources sources = new VersionSources(version);
    for (Patch patch : patches.values()) {
      Files.write(tree.resolve(patch.file()), sources.encode(patch.file(), patch.apply()));
    }
    return new Ground(tree, folders.prepare(project.root(), data, tree));
  }

  /** A tree in which nothing has run: the files that one program makes are not there for the next. */
  public synchronized Ground fresh() {
    handedOut++;
    try {
      return handedOut == 1 ? first : ground(home.resolve("tree-" + handedOut));
    } catch (IOException e) {
      throw new WorkspaceException("cannot lay out " + home, e);
    }
  }

  /** Takes away what processes have left that were killed. */
  public static void sweep(Project project) {
    left(project.florDir()).forEach(Folders::sweep);
  }

  /** What processes have left that were killed. */
  public static List<Path> left(Path florDir) {
    Path work = florDir.resolve("work");
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(work)) {
      return folders.sorted().filter(Workspace::isLeft).toList();
    } catch (IOException e) {
      throw new WorkspaceException("cannot clear " + work, e);
    }
  }

  private static boolean isLeft(Path folder) {
    Matcher named = NAMED.matcher(folder.getFileName().toString());
    return named.matches() && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty();
  }

  /** The older tree, where it is built. */
  public Path tree() {
    return first.tree();
  }

  /** Where the replay process writes its journal, until it has been verified. */
  public Path florDir() {
    return home.resolve("flor");
  }

  public Path order(int segment) {
    return home.resolve("order-" + segment + ".properties");
  }

  @Override
  public void close() {
    try {
      Folders.delete(home);
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + home, e);
    }
  }
}
