package dev.flor.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** What is special about a repository, for a reader of results. */
final class RepositoryNotes {
  private RepositoryNotes() {}

  static List<String> of(Repository repository, FolderCache folders) throws IOException {
    List<String> notes = new ArrayList<>();
    ObjectId head = repository.resolve("HEAD^{tree}");
    if (head != null) {
      for (String submodule : folders.submodules(head)) {
        notes.add("the submodule " + submodule + " is a repository of its own and left alone");
      }
    }
    Path common = repository.getCommonDirectory().toPath();
    if (Files.exists(common.resolve("shallow"))) {
      notes.add("the clone is shallow: its history ends where it was cut;"
          + " `git fetch --unshallow` brings the rest");
    }
    if (!repository.getRefDatabase().getRefsByPrefix("refs/replace/").isEmpty()) {
      notes.add("refs/replace is not followed: versions are read as they were committed");
    }
    if (Files.exists(common.resolve("info/grafts"))) {
      notes.add("info/grafts is not followed: versions are read as they were committed");
    }
    return notes;
  }
}
