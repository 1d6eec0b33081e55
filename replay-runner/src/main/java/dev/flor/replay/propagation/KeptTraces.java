package dev.flor.replay.propagation;

import dev.flor.replay.propagation.TraceFile.Place;
import dev.flor.replay.propagation.Traces.Known;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What became of one list of statements: by what was asked, and by the versions that were seen, of which then nothing has to be asked
 * again. Both in memory and, where that may be written, on disk. For several threads.
 */
final class KeptTraces {
  /** So many versions may be seen before that is written: who dies meanwhile has to ask them again, which is all. */
  private static final int TOGETHER = 256;

  private final TraceFile file;
  private final boolean writable;
  private final Traces traces = new Traces();
  private final Map<String, Known> seen = new ConcurrentHashMap<>();
  private final Map<Place, Known> places = new HashMap<>();
  private final SortedMap<String, Place> unwritten = new TreeMap<>();

  KeptTraces(TraceFile file, boolean writable) {
    this.file = file;
    this.writable = writable;
    file.load(reader());
  }

  /**
   * What is known.
   *
   * @param whole the id of all that is in the older version, if it has one
   * @param answers of both versions
   */
  Optional<Carried> find(Optional<String> whole, Function<Question, String> answers) {
    Optional<Known> before = whole.map(seen::get).filter(known -> known.holds(answers));
    if (before.isPresent()) {
      return before.map(Known::result);
    }
    Optional<Known> found = traces.find(answers);
    found.ifPresent(known -> see(whole, known));
    return found.map(Known::result);
  }

  /** Keeps what was not known. */
  synchronized void keep(Optional<String> whole, List<Trace.Step> steps, Carried result) {
    Optional<Known> known = writable
        ? Optional.ofNullable(places.get(file.append(steps, result, reader())))
        : Optional.empty();
    see(whole, known.orElseGet(() -> traces.add(Optional.empty(), steps, result)));
  }

  private synchronized void see(Optional<String> whole, Known known) {
    if (whole.isEmpty() || known.equals(seen.put(whole.get(), known))) {
      return;
    }
    known.place().ifPresent(place -> unwritten.put(whole.get(), place));
    if (unwritten.size() >= TOGETHER) {
      write();
    }
  }

  /** Writes which versions were seen. */
  synchronized void write() {
    if (!unwritten.isEmpty()) {
      file.append(unwritten, reader());
      unwritten.clear();
    }
  }

  private TraceFile.Reader reader() {
    return new TraceFile.Reader() {
      @Override
      public void trace(Place place, List<Trace.Step> steps, Carried result) {
        places.put(place, traces.add(Optional.of(place), steps, result));
      }

      @Override
      public void seen(String whole, Place place) {
        Known known = places.get(place);
        if (known != null) {
          seen.put(whole, known);
        }
      }
    };
  }
}
