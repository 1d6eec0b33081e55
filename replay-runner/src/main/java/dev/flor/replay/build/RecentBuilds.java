package dev.flor.replay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The last builds of a module with the same libraries and options, newest first: what a next one may start from. */
final class RecentBuilds {
  private static final int MOST = 8;

  private final Path builds;
  private final Path list;

  RecentBuilds(Path builds, String settings) {
    this.builds = builds;
    this.list = builds.resolve("recent").resolve(settings);
  }

  List<Path> homes() throws IOException {
    return keys().stream().map(builds::resolve).filter(Files::isDirectory).toList();
  }

  private List<String> keys() throws IOException {
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  /** Of two processes that do this at once, one may be forgotten: it is only not started from. */
  void add(String key) throws IOException {
    List<String> keys = new ArrayList<>(keys());
    keys.remove(key);
    keys.add(0, key);
    Files.createDirectories(list.getParent());
    Path aside = list.resolveSibling(".part-" + UUID.randomUUID());
    Files.write(aside, keys.subList(0, Math.min(MOST, keys.size())));
    Files.move(aside, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
