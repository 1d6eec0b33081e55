package dev.flor.replay;

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
final class Workspace implements AutoCloseable {
  /** The key, the process that made it, and something of its own. */
  private static final Pattern NAMED = Pattern.compile("[0-9a-f]+-([0-9]+)-[0-9a-f]{8}");

  private final Path home;

  private Workspace(Path home) {
    this.home = home;
  }

  /** Lays out the version's files with the patches applied, and links the ignored data folders. */
  static Workspace lay(
      Project project,
      String key,
      VersionTree tree,
      SortedMap<String, Patch> patches,
      List<String> data) {
    Workspace workspace = new Workspace(project
        .florDir()
        .resolve("work")
        .resolve(key + "-" + ProcessHandle.current().pid() + "-"
            + UUID.randomUUID().toString().substring(0, 8)));
    try {
      Files.createDirectories(workspace.tree());
      Files.createDirectories(workspace.florDir());
      tree.materialise(workspace.tree());
      VersionSources sources = new VersionSources(tree);
      for (Patch patch : patches.values()) {
        Files.write(
            workspace.tree().resolve(patch.file()), sources.encode(patch.file(), patch.apply()));
      }
      for (String folder : data) {
        workspace.link(project.root(), folder);
      }
      return workspace;
    } catch (IOException | RuntimeException e) {
      workspace.close();
      if (e instanceof IOException io) {
        throw new WorkspaceException("cannot lay out " + workspace.home, io);
      }
      throw (RuntimeException) e;
    }
  }

  /** Takes away what processes have left that were killed. */
  static void sweep(Project project) {
    Path work = project.florDir().resolve("work");
    if (!Files.isDirectory(work)) {
      return;
    }
    try (Stream<Path> folders = Files.list(work)) {
      for (Path folder : folders.sorted().toList()) {
        Matcher named = NAMED.matcher(folder.getFileName().toString());
        if (named.matches() && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()) {
          Folders.delete(folder);
        }
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot clear " + work, e);
    }
  }

  private void link(Path root, String folder) throws IOException {
    Path wanted = root.resolve(folder);
    Path here = tree().resolve(folder).normalize();
    if (here.startsWith(tree()) && Files.exists(wanted) && !Files.exists(here)) {
      Files.createDirectories(here.getParent());
      Files.createSymbolicLink(here, wanted.toAbsolutePath());
    }
  }

  /** The older tree, and the program's working directory. */
  Path tree() {
    return home.resolve("tree");
  }

  /** Where the replay process writes its journal, until it has been verified. */
  Path florDir() {
    return home.resolve("flor");
  }

  Path order(int segment) {
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
