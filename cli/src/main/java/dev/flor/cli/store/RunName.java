package dev.flor.cli.store;

import dev.flor.FlorException;
import dev.flor.store.FlorStore;
import dev.flor.store.model.RunRow;
import java.util.List;

/** A run as people name it: by its id, or the beginning of it. */
final class RunName {
  private RunName() {}

  static RunRow in(FlorStore store, String name) {
    List<RunRow> found =
        store.runs().stream().filter(run -> run.id().startsWith(name)).toList();
    if (found.size() != 1) {
      throw new NotOneRunException(name, found.size());
    }
    return found.get(0);
  }

  /** No run, or more than one, has an id that begins so. */
  static final class NotOneRunException extends FlorException {
    private static final long serialVersionUID = 1L;

    NotOneRunException(String name, int found) {
      super(
          found == 0 ? "there is no run " + name : found + " runs begin with " + name,
          "flor runs lists them");
    }
  }
}
