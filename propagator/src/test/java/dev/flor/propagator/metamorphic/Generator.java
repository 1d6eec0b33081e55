package dev.flor.propagator.metamorphic;

import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.Probe;
import dev.flor.propagator.metamorphic.Instance.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Makes instances: the same for the same settings, whatever was made before. */
final class Generator {
  private static final int TRIES = 60;
  private static final int OTHER_FILES = 6;
  private static final String TWO = "combination of two";
  private static final String THREE = "combination of three";

  private final List<SortedMap<String, String>> jars;
  private final List<Place> places;
  private final Map<String, SyntaxTree> trees;

  private Generator(List<SortedMap<String, String>> jars, List<Place> places) {
    this.jars = jars;
    this.places = places;
    this.trees = new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, SyntaxTree> eldest) {
        return size() > 12;
      }
    };
  }

  /** One that makes the same, for another thread. */
  Generator copy() {
    return new Generator(jars, places);
  }

  /** Of every {@code every}-th file of at most {@code longest} characters. */
  Generator(int every, int longest) {
    this(Corpus.jars(), new ArrayList<>());
    for (int jar = 0; jar < jars.size(); jar++) {
      int at = jar;
      for (Map.Entry<String, String> file : jars.get(jar).entrySet()) {
        if (at++ % every == 0 && file.getValue().length() <= longest) {
          places.addAll(Place.in(jar, file.getKey(), tree(jar, file.getKey())));
        }
      }
    }
  }

  static List<Refactoring> refactorings() {
    List<Refactoring> all = new ArrayList<>();
    all.add(Refactoring.of("nothing at all", (view, random) -> Optional.of(view.program)));
    all.addAll(Renames.all());
    all.addAll(Methods.all());
    all.addAll(Wraps.all());
    all.addAll(Branches.all());
    all.addAll(Neighbours.all());
    all.addAll(Layouts.all());
    all.addAll(Levels.all());
    all.add(Refactoring.of(TWO, (view, random) -> several(view, random, all, 2)));
    all.add(Refactoring.of(THREE, (view, random) -> several(view, random, all, 3)));
    return all;
  }

  private static Optional<Program> several(
      View view, Random random, List<Refactoring> all, int count) {
    Optional<Program> program = Optional.of(view.program);
    for (int k = 0; k < count && program.isPresent(); k++) {
      Refactoring next = all.get(1 + random.nextInt(all.size() - 3));
      for (int other = 0; other < 8; other++) {
        Optional<Program> changed = next.apply(program.get(), random);
        if (changed.isPresent()) {
          program = changed;
          break;
        }
        next = all.get(1 + random.nextInt(all.size() - 3));
        program = other == 7 ? Optional.empty() : program;
      }
    }
    return program;
  }

  /** {@code count} instances of one refactoring in one direction, as far as there are so many. */
  void each(
      Refactoring refactoring, Direction direction, int count, BiConsumer<Instance, Probe> each) {
    List<Place> fit =
        places.stream().filter(p -> p.kinds().containsAll(refactoring.needs())).toList();
    int made = 0;
    for (int seed = 0; made < count && seed < count * TRIES && !fit.isEmpty(); seed++) {
      Random random = new Random(refactoring.name().hashCode() * 1_000_003L
          + (direction == Direction.OLDER_HAS_IT ? 0 : 500_009L)
          + seed);
      random.nextInt();
      Place place = fit.get(random.nextInt(fit.size()));
      Optional<Instance> instance = instance(refactoring, direction, place, random, seed);
      Optional<Probe> probe = instance.flatMap(Scorer::probe);
      if (probe.isPresent()) {
        each.accept(instance.get(), probe.get());
        made++;
      }
    }
  }

  private Optional<Instance> instance(
      Refactoring refactoring, Direction direction, Place place, Random random, int seed) {
    SyntaxTree tree = tree(place.jar(), place.path());
    SortedMap<String, String> files = around(place);
    Optional<Program> marked = random.nextInt(3) > 0
        ? Marking.logging(files, tree, place, random)
        : Marking.existing(files, tree, place);
    Optional<Program> changed = marked.flatMap(m -> refactoring.apply(m, random));
    boolean forward = direction == Direction.OLDER_HAS_IT;
    return changed
        .filter(c -> forward || c.reversible())
        .map(c -> new Instance(
            refactoring.name(),
            direction,
            place.path() + " #" + seed,
            forward ? marked.get() : c,
            forward ? c : marked.get(),
            random.nextBoolean(),
            c.loose()));
  }

  /** The file with some others that stand beside it. */
  private SortedMap<String, String> around(Place place) {
    SortedMap<String, String> all = jars.get(place.jar());
    SortedMap<String, String> files = new TreeMap<>();
    String folder = place.path().substring(0, place.path().lastIndexOf('/') + 1);
    all.tailMap(folder).entrySet().stream()
        .takeWhile(e -> e.getKey().startsWith(folder))
        .filter(e -> e.getValue().length() < 40_000)
        .limit(OTHER_FILES)
        .forEach(e -> files.put(e.getKey(), e.getValue()));
    files.put(place.path(), all.get(place.path()));
    return files;
  }

  private SyntaxTree tree(int jar, String path) {
    return trees.computeIfAbsent(
        jar + path, key -> SyntaxTree.parse(jars.get(jar).get(path))
            .parsed()
            .orElseThrow(() -> new IllegalStateException("does not parse: " + path)));
  }
}
