package dev.flor.history;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which file of one tree is what another tree has under another path, by its content. */
final class Renames {
  /** So many files that are gone are compared with so many that are new; beyond that, only equal contents count. */
  private static final int MOST = 1000;

  private final Repository repository;

  Renames(Repository repository) {
    this.repository = repository;
  }

  /** The path in {@code to} of a file that has gone from its path in {@code from}. */
  Optional<String> of(String path, ObjectId from, ObjectId to) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      String ending = path.substring(Math.max(0, path.lastIndexOf('.')));
      walk.setFilter(AndTreeFilter.create(PathSuffixFilter.create(ending), TreeFilter.ANY_DIFF));
      walk.addTree(from);
      walk.addTree(to);
      RenameDetector detector = new RenameDetector(repository);
      detector.setRenameLimit(MOST);
      detector.addAll(DiffEntry.scan(walk));
      return detector.compute().stream()
          .filter(entry -> entry.getChangeType() == DiffEntry.ChangeType.RENAME
              || entry.getChangeType() == DiffEntry.ChangeType.COPY)
          .filter(entry -> entry.getOldPath().equals(path))
          .map(DiffEntry::getNewPath)
          .sorted()
          .findFirst();
    }
  }
}
