package dev.flor.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the files of a tree below a folder that was empty. A path that would leave it is refused,
 * and symbolic links are made last, so that nothing is ever written through one.
 */
final class TreeWriter {
  /** Writes the bytes of one file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private record Link(Path at, String target) {}

  private final Path dir;
  private final List<Link> links = new ArrayList<>();

  private TreeWriter(Path dir) {
    this.dir = dir;
  }

  static TreeWriter into(Path dir) {
    Path target = dir.toAbsolutePath().normalize();
    try {
      Files.createDirectories(target);
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isPresent()) {
          throw new MaterialiseException(
              "a version is not written into " + target + ": it is not empty",
              "name a folder that is empty or not there yet");
        }
      }
      return new TreeWriter(target.toRealPath());
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  private static MaterialiseException failed(Path at, IOException e) {
    return new MaterialiseException(
        "writing " + at + " failed: " + e,
        "see that there is room on the disk and that the folder may be written",
        e);
  }

  void write(String path, Entry entry, Content content) {
    Path file = dir.resolve(safe(path));
    try {
      makeFolders(file.getParent());
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      if (entry == Entry.EXECUTABLE) {
        makeExecutable(file);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  void link(String path, byte[] target) {
    links.add(new Link(dir.resolve(safe(path)), new String(target, StandardCharsets.UTF_8)));
  }

  /** Makes the symbolic links; where there are none, files that hold the target, as git does. */
  void finish() {
    for (Link link : links) {
      try {
        makeFolders(link.at().getParent());
        make(link);
      } catch (IOException e) {
        throw failed(link.at(), e);
      }
    }
  }

  private static void make(Link link) throws IOException {
    try {
      Files.createSymbolicLink(link.at(), Path.of(link.target()));
    } catch (UnsupportedOperationException e) {
      Files.writeString(link.at(), link.target(), StandardOpenOption.CREATE_NEW);
    }
  }

  private void makeFolders(Path folder) throws IOException {
    if (folder.equals(dir) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    makeFolders(folder.getParent());
    Files.createDirectory(folder);
  }

  private static void makeExecutable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  private static String safe(String path) {
    for (String part : path.split("/", -1)) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (part.isEmpty() || part.equals(".") || part.equals("..") || lower.equals(".git")) {
        throw new MaterialiseException(
            "the version holds a path that no checkout would write: " + path,
            "`git fsck` tells which commit brought it");
      }
    }
    return path;
  }
}
