package dev.flor.store;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.store.model.SavedState;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The checkpoints of a run, by where it was when they were taken. */
public final class SavedStates {
  private final FlorStore store;
  private final CheckpointFolder files;

  /**
   * @param store up to date, and open as long as this is asked
   */
  public SavedStates(FlorStore store, Path florDir) {
    this.store = store;
    this.files = new CheckpointFolder(florDir.resolve("checkpoints"));
  }

  /** All of a run, in the order in which they were taken. */
  public List<SavedState> of(String run) {
    Whereabouts places = new Whereabouts(store, run);
    View view = store.query("SELECT c.place, c.id, c.digest, c.bytes, c.nanos, l.name, l.ordinal,"
        + " l.context, i.iteration FROM checkpoint c"
        + " LEFT JOIN iteration i"
        + " ON c.place = 'ITERATION_END' AND i.run = c.run AND i.context = c.id"
        + " LEFT JOIN loop l ON l.run = c.run AND l.loop = COALESCE(i.loop, c.id)"
        + " WHERE c.run = " + Whereabouts.quoted(run));
    places.learn(view.rows().stream().map(row -> (Long) row.get(7)).toList());
    List<SavedState> states = new ArrayList<>();
    view.rows().forEach(row -> states.add(state(run, places, row)));
    states.sort(Comparator.comparingLong(SavedState::turn)
        .thenComparing(state -> state.mainLoop().isPresent())
        .thenComparing(SavedState::at));
    return List.copyOf(states);
  }

  private SavedState state(String run, Whereabouts places, List<Object> row) {
    String loop = Whereabouts.loop(row.get(5), row.get(6));
    List<Whereabouts.Step> around = places.of((Long) row.get(7));
    boolean ofTurn = row.get(8) != null;
    String end = ofTurn ? loop + "=" + row.get(8) : loop;
    String at = around.isEmpty() ? end : Whereabouts.told(around) + " " + end;
    long turn =
        ofTurn ? (Long) row.get(8) : around.isEmpty() ? 0 : around.get(0).turn();
    String digest = (String) row.get(2);
    return new SavedState(
        run,
        at,
        ofTurn ? Optional.of(loop) : Optional.empty(),
        turn,
        digest,
        (Long) row.get(3),
        (Long) row.get(4),
        files.has(digest));
  }

  /**
   * Of those that are there and were taken after a turn: the one nearest to a turn of that loop, the
   * earlier of two. Of no loop, or one that has none: the last.
   */
  static Optional<SavedState> nearest(List<SavedState> states, Optional<Whereabouts.Step> to) {
    List<SavedState> ofTurns = states.stream()
        .filter(SavedState::there)
        .filter(state -> state.mainLoop().isPresent())
        .toList();
    Optional<SavedState> near = to.flatMap(step -> ofTurns.stream()
        .filter(state -> state.mainLoop().get().equals(step.loop()))
        .min(Comparator.comparingLong(state -> Math.abs(state.turn() - step.turn()))));
    return near.or(() -> ofTurns.stream().reduce((one, later) -> later));
  }
}
