package dev.flor.replay.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the user's data folders get into the tree of a version: where the system lets a process have mounts of its own, read only;
 * elsewhere as symbolic links.
 */
public final class DataFolders {
  /** Without a namespace of its own a process may mount nothing, or it would be seen by all. */
  private static final List<String> OWN_MOUNTS =
      List.of("unshare", "--user", "--map-current-user", "--keep-caps", "--mount", "--");

  /**
   * Flags that the folder's own file system has must be repeated. Where none fits, the folder is linked. What is mounted is seen by
   * this process and its children alone, and goes with them.
   */
  private static final String MOUNT = """
      while [ "$1" != -- ]; do
        mount --bind "$1" "$2" && {
          mount -o remount,bind,ro "$2" || mount -o remount,bind,ro,nosuid,nodev "$2" ||
            mount -o remount,bind,ro,nosuid,nodev,noexec "$2" || umount "$2"
        } 2>/dev/null
        mountpoint -q "$2" || { rmdir "$2" && ln -s "$1" "$2"; }
        shift 2
      done
      shift
      exec "$@"
      """;

  private Optional<Boolean> mounting;

  private DataFolders(Optional<Boolean> mounting) {
    this.mounting = mounting;
  }

  /** As symbolic links. */
  public static DataFolders linked() {
    return new DataFolders(Optional.of(false));
  }

  /** Read only if the system lets us: it is tried once, when there is a folder. */
  public static DataFolders readOnly() {
    return new DataFolders(Optional.empty());
  }

  private static boolean mounts() {
    if (!Files.isDirectory(Path.of("/proc/self/ns"))) {
      return false;
    }
    List<String> words = new ArrayList<>(OWN_MOUNTS);
    words.addAll(List.of("sh", "-c", "mount --bind /proc /proc && command -v mountpoint"));
    try {
      Process process = new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    }
  }

  public synchronized boolean areReadOnly() {
    if (mounting.isEmpty()) {
      mounting = Optional.of(mounts());
    }
    return mounting.get();
  }

  /** A folder of the user's, and where it is to be seen. */
  public record Mount(Path folder, Path at) {}

  /** Prepares the folders in a tree; those that are there as files of the version stay as they are. */
  List<Mount> prepare(Path root, List<String> folders, Path tree) throws IOException {
    List<Mount> mounts = new ArrayList<>();
    for (String folder : folders) {
      Path wanted = root.resolve(folder).toAbsolutePath().normalize();
      Path here = tree.resolve(folder).normalize();
      if (!here.startsWith(tree) || !Files.exists(wanted) || Files.exists(here)) {
        continue;
      }
      Files.createDirectories(here.getParent());
      if (Files.isDirectory(wanted) && areReadOnly()) {
        mounts.add(new Mount(wanted, Files.createDirectory(here)));
      } else {
        Files.createSymbolicLink(here, wanted);
      }
    }
    return mounts;
  }

  /** The command, in a process that sees what is mounted. */
  public static List<String> seeing(List<Mount> mounts, List<String> command) {
    if (mounts.isEmpty()) {
      return command;
    }
    List<String> words = new ArrayList<>(OWN_MOUNTS);
    words.addAll(List.of("sh", "-c", MOUNT, "flor"));
    mounts.forEach(
        mount -> words.addAll(List.of(mount.folder().toString(), mount.at().toString())));
    words.add("--");
    words.addAll(command);
    return words;
  }
}
