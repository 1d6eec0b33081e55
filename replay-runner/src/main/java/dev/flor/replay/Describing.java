package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.history.ObjectsMark;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.project.WorkspaceException;
import dev.flor.store.FlorStore;
import dev.flor.store.model.VersionFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells the store what git and the sources say of the versions that have run. What git lacked, and what was found in sources, is kept
 * beside the descriptions, in {@code .flor/versions}: opening a repository takes longer than most questions.
 */
public final class Describing {
  private final FlorStore store;
  private final StatementScans scans;

  private Describing(FlorStore store, Path versions) {
    this.store = store;
    this.scans = new StatementScans(versions.resolve("scans"));
  }

  /**
   * Describes the versions that the store knows by their ids only. Git is not opened when there are none, nor when it lacked
   * them all before and nothing has come to it since (they came with journals of another clone, or are pruned).
   *
   * @param store the one of the {@code .flor} folder, open
   * @param florDir that folder
   * @param inside a folder of the repository
   */
  public static void describe(FlorStore store, Path florDir, Path inside) {
    List<String> ids = store.undescribed();
    if (ids.isEmpty()) {
      return;
    }
    Path versions = florDir.resolve("versions");
    Path lacking = versions.resolve("lacking");
    ObjectsMark mark = ObjectsMark.take(inside, ids);
    if (!isKept(lacking, mark.of(ids))) {
      List<String> missing = new Describing(store, versions).found(inside, ids);
      keep(lacking, mark.of(missing));
    }
  }

  private static boolean isKept(Path file, String mark) {
    try {
      return Files.exists(file)
          && Arrays.equals(Files.readAllBytes(file), mark.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  /** Who is killed here, or writes while another does, makes the next command ask again. */
  private static void keep(Path file, String mark) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, mark);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  /** Describes what git has of them; gives the others. */
  private List<String> found(Path inside, List<String> ids) {
    List<String> missing = new ArrayList<>();
    try (History history = History.open(inside)) {
      for (String id : ids) {
        Optional<Version> version = history.find(id);
        version.ifPresentOrElse(
            found -> describe(found, history.tree(found)), () -> missing.add(id));
      }
    }
    return missing;
  }

  private void describe(Version version, VersionTree tree) {
    store.describe(new VersionFacts(
        version.id(),
        version.parents(),
        version.authored(),
        version.author(),
        version.subject(),
        scans.statements(tree)));
  }
}
