package dev.flor.history;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Where JGit finds settings, made quiet. Left to itself JGit writes probe files into repositories to
 * measure the clock of their disk, keeps what it measured in the user's home, and starts {@code git}
 * to find the system's settings. Promise 1 forbids the first two; the third costs more than a query.
 */
final class GitSettings extends SystemReader.Delegate {
  private static final GitSettings INSTALLED = new GitSettings();

  private GitSettings() {
    super(SystemReader.getInstance());
  }

  /** Makes JGit of this process use these settings. */
  static void install() {
    if (SystemReader.getInstance() != INSTALLED) {
      SystemReader.setInstance(INSTALLED);
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    String global = getenv("GIT_CONFIG_GLOBAL");
    return global == null
        ? super.openUserConfig(parent, fs)
        : new FileBasedConfig(parent, new File(global), fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    boolean unset = getenv("GIT_CONFIG_NOSYSTEM") == null;
    return unset && isLinux()
        ? new FileBasedConfig(parent, new File("/etc/gitconfig"), fs)
        : super.openSystemConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Unwritten(parent, fs);
  }

  /** JGit's own settings: a coarse clock for every disk, so that it measures none; never a file. */
  private static final class Unwritten extends FileBasedConfig {
    private static final String CLOCK =
        System.getProperty("java.vendor") + "|" + System.getProperty("java.version") + "|";

    Unwritten(Config parent, FS fs) {
      super(parent, null, fs);
      for (FileStore disk : FileSystems.getDefault().getFileStores()) {
        setString("filesystem", CLOCK + key(disk), "timestampResolution", "2 seconds");
        setString("filesystem", CLOCK + key(disk), "minRacyThreshold", "0 nanoseconds");
      }
    }

    private static String key(FileStore disk) {
      if (!SystemReader.getInstance().isWindows()) {
        return disk.name();
      }
      try {
        return String.valueOf(disk.getAttribute("volume:vsn"));
      } catch (IOException e) {
        return disk.name(); // what JGit does when a volume does not tell its number
      }
    }

    @Override
    public void load() throws IOException, ConfigInvalidException {
      // Nothing is stored, so nothing is read.
    }

    @Override
    public void save() throws IOException {
      // What JGit measures is not worth a write into the user's home.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
