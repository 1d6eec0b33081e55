package dev.flor.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells, without opening the repository, whether it may have got objects that it lacked: by its packs, and by whether there are
 * files of those objects.
 */
public final class ObjectsMark {
  private static final int MOST_BORROWED = 20;

  private final String packs;
  private final SortedSet<String> loose;

  private ObjectsMark(String packs, SortedSet<String> loose) {
    this.packs = packs;
    this.loose = loose;
  }

  /** How things stand now with these objects in the repository that holds {@code inside}, looking upwards. */
  public static ObjectsMark take(Path inside, Collection<String> ids) {
    try {
      Set<Path> stores = new LinkedHashSet<>();
      Path git = gitDir(inside.toAbsolutePath().normalize());
      if (git != null) {
        addWithBorrowed(common(git).resolve("objects"), stores);
      }
      StringBuilder packs = new StringBuilder();
      TreeSet<String> loose = new TreeSet<>();
      for (Path store : stores) {
        packs.append(store).append('\n');
        indexes(store).forEach(name -> packs.append(name).append('\n'));
        ids.stream()
            .filter(id -> id.length() > 2
                && Files.exists(store.resolve(id.substring(0, 2)).resolve(id.substring(2))))
            .forEach(loose::add);
      }
      return new ObjectsMark(packs.toString(), loose);
    } catch (IOException e) {
      throw new RepositoryReadException(
          "looking for the objects of " + inside + " failed: " + e,
          "see what `git status` says there",
          e);
    }
  }

  /** Equal marks of the same objects at two times: none of them that was not there then is there now. */
  public String of(Collection<String> ids) {
    StringBuilder mark = new StringBuilder(packs);
    ids.forEach(id -> mark.append(id).append(loose.contains(id) ? " +\n" : " -\n"));
    return mark.toString();
  }

  private static Path gitDir(Path inside) throws IOException {
    for (Path at = inside; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.isDirectory(git)) {
        return git;
      }
      if (Files.isRegularFile(git)) {
        return at.resolve(Files.readString(git).strip().replaceFirst("^gitdir:\\s*", ""));
      }
    }
    return null;
  }

  /** Of a linked working tree, the folder of the repository that it belongs to. */
  private static Path common(Path git) throws IOException {
    Path named = git.resolve("commondir");
    return Files.exists(named) ? git.resolve(Files.readString(named).strip()).normalize() : git;
  }

  private static void addWithBorrowed(Path objects, Set<Path> stores) throws IOException {
    if (stores.size() < MOST_BORROWED && stores.add(objects.normalize())) {
      Path alternates = objects.resolve("info/alternates");
      if (Files.exists(alternates)) {
        for (String line : Files.readAllLines(alternates)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            addWithBorrowed(objects.resolve(line), stores);
          }
        }
      }
    }
  }

  private static SortedSet<String> indexes(Path objects) throws IOException {
    try (Stream<Path> files = Files.list(objects.resolve("pack"))) {
      TreeSet<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".idx"))
          .forEach(names::add);
      return names;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Collections.emptySortedSet(); // a repository without packs
    }
  }
}
