package dev.flor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Classes of the program that extend what the JDK has. */
@SuppressWarnings("serial") // fields that Java's own serialization would refuse are what is tested
class ExtendedTest {
  private static void roundTrip(Object root, Runnable change) throws Exception {
    ObjectGraph graph = ObjectGraph.of(Map.of("it", root));
    byte[] saved = graph.save().toBytes();
    change.run();
    graph.prepare(saved).apply();
    assertThat(graph.save().toBytes()).as("what is saved after restoring").isEqualTo(saved);
  }

  /** Counts what goes through it, and lets nobody look inside. */
  static class Counted<T> extends ArrayList<T> {
    private static final long serialVersionUID = 1L;
    int added;
    transient double[] sums = {1, 2};

    @Override
    public boolean add(T item) {
      added++;
      return super.add(item);
    }

    @Override
    public void clear() {
      throw new UnsupportedOperationException("it only grows");
    }

    @Override
    public Iterator<T> iterator() {
      return Collections.emptyIterator();
    }
  }

  static final class Named<T> extends Counted<T> {
    private static final long serialVersionUID = 1L;
    private String name = "a";
    private final Object[] held = new Object[1];
  }

  @Test
  void aListWithFieldsOfItsOwnIsRestoredInPlaceWhateverItOverrides() throws Exception {
    Named<Object> list = new Named<>();
    double[] weights = {1};
    list.add(weights);
    list.add("x");
    list.add(list);
    list.held[0] = list;
    roundTrip(list, () -> {
      list.add("more");
      list.set(1, "y");
      weights[0] = 9;
      list.name = "b";
      list.held[0] = null;
    });
    assertThat(list.size()).isEqualTo(3);
    assertThat(list.get(0)).isSameAs(weights);
    assertThat(list.get(1)).isEqualTo("x");
    assertThat(list.get(2)).isSameAs(list);
    assertThat(weights).containsExactly(1);
    assertThat(list.added).isEqualTo(3);
    assertThat(list.name).isEqualTo("a");
    assertThat(list.held[0]).isSameAs(list);
  }

  /** The cache of every textbook. */
  static final class Cache extends LinkedHashMap<String, double[]> {
    private static final long serialVersionUID = 1L;
    private int capacity = 3;
    private int dropped;

    Cache() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, double[]> eldest) {
      dropped += size() > capacity ? 1 : 0;
      return size() > capacity;
    }
  }

  @Test
  void aCacheKeepsItsOrderOfAccess() throws Exception {
    Cache cache = new Cache();
    for (String key : List.of("a", "b", "c", "d")) {
      cache.put(key, new double[] {key.charAt(0)});
    }
    assertThat(cache.get("b")).isNotNull();
    double[] c = cache.get("c");
    assertThat(cache.keySet()).containsExactly("d", "b", "c");
    roundTrip(cache, () -> {
      cache.capacity = 1;
      cache.put("e", new double[1]);
      c[0] = 0;
    });
    assertThat(cache.keySet()).containsExactly("d", "b", "c");
    assertThat(cache.dropped).isEqualTo(1);
    assertThat(cache.get("c")).isSameAs(c).containsExactly('c');
    cache.put("f", new double[1]);
    assertThat(cache.keySet()).as("the eldest by access is dropped").containsExactly("b", "c", "f");
  }

  @Test
  void layingACheckpointBesideAMapDoesNotChangeItsOrderOfAccess() throws Exception {
    Map<String, Object> map = new LinkedHashMap<>(16, 0.75f, true);
    map.put("a", 1);
    map.put("b", 2);
    ObjectGraph graph = ObjectGraph.of(Map.of("map", map));
    byte[] saved = graph.save().toBytes();
    map.put("c", 3);
    graph.prepare(saved);
    assertThat(map.keySet()).containsExactly("a", "b", "c");
  }

  /** A linear congruential generator, and what it inherits beside. */
  static final class Own extends Random {
    private static final long serialVersionUID = 1L;
    private long state = 5;
    private final transient Object lock = new Object();
    private final Thread owner = null;
    private final Object notSerializable = new Object();

    @Override
    protected int next(int bits) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (int) (state >>> (64 - bits));
    }

    @Override
    public synchronized void setSeed(long seed) {
      state = 0; // also called by the constructor that it inherits
    }

    boolean same() {
      return lock != null && owner == null && notSerializable != null;
    }
  }

  static final class Counting extends Random {
    private static final long serialVersionUID = 1L;
    private int drawn;

    @Override
    protected int next(int bits) {
      drawn++;
      return super.next(bits);
    }
  }

  @Test
  void aRandomOfTheProgramsOwnGoesOnAsItDid() throws Exception {
    Own own = new Own();
    Counting counting = new Counting();
    Object[] both = {own, counting};
    own.nextInt();
    counting.nextInt();
    ObjectGraph graph = ObjectGraph.of(Map.of("rng", both));
    byte[] saved = graph.save().toBytes();
    double[] expected = own.doubles(20).toArray();
    double[] expectedToo = counting.doubles(20).toArray();
    own.nextGaussian();
    graph.prepare(saved).apply();
    assertThat(own.doubles(20).toArray()).isEqualTo(expected);
    assertThat(counting.drawn).isEqualTo(1);
    assertThat(counting.doubles(20).toArray()).isEqualTo(expectedToo);
    assertThat(own.same()).isTrue();
  }

  @Test
  void whatIsNotThereIsMadeAnew() throws Exception {
    List<Object> holder = new ArrayList<>();
    Named<Object> list = new Named<>();
    list.add("x");
    list.name = "c";
    holder.add(list);
    Counting random = new Counting();
    random.nextInt();
    holder.add(random);
    ObjectGraph graph = ObjectGraph.of(Map.of("holder", holder));
    byte[] saved = graph.save().toBytes();
    double expected = random.nextDouble();
    holder.clear();
    graph.prepare(saved).apply();
    Named<?> made = (Named<?>) holder.get(0);
    assertThat(made).isNotSameAs(list);
    assertThat(made.get(0)).isEqualTo("x");
    assertThat(made.name).isEqualTo("c");
    assertThat(made.added).isEqualTo(1);
    assertThat(((Random) holder.get(1)).nextDouble()).isEqualTo(expected);
    assertThat(((Counting) holder.get(1)).drawn).isEqualTo(3);
  }

  @Test
  void ofWhatItsConstructorWasGivenNothingIsKnownSoNoneIsMadeAnew() throws Exception {
    List<Object> holder = new ArrayList<>(List.of(new Cache()));
    ObjectGraph graph = ObjectGraph.of(Map.of("holder", holder));
    byte[] saved = graph.save().toBytes();
    holder.clear();
    assertThatThrownBy(() -> graph.prepare(saved))
        .isInstanceOf(NotRestorable.class)
        .hasMessageContaining("may need what its java.util.LinkedHashMap was constructed with");
  }

  static final class Held extends HashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("UnusedVariable") // the checkpoint reads it
    private Object lock;
  }

  @Test
  void whatCannotBeSavedIsNamedByItsPath() {
    Held held = new Held();
    held.put("pool", new Thread("t"));
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("it", held)))
        .hasMessage("it{pool} is a java.lang.Thread, which cannot be saved");
    held.clear();
    held.lock = new Thread("t");
    assertThatThrownBy(() -> ObjectGraph.of(Map.of("it", held)))
        .hasMessage("it.lock is a java.lang.Thread, which cannot be saved");
  }

  private static final Comparator<Object> DOWN = (one, other) -> (Integer) other - (Integer) one;

  @Test
  @SuppressWarnings({"serial", "JdkObsolete"
  }) // nobody serializes them; the old ones are extended, too
  void everyCollectionOfTheJdkCanBeExtended() throws Exception {
    List<Collection<Object>> all = List.of(
        new ArrayDeque<>() {},
        new HashSet<>() {},
        new java.util.LinkedHashSet<>() {},
        new LinkedList<>() {},
        new PriorityQueue<>(DOWN) {},
        new Stack<>() {},
        new java.util.Vector<>() {},
        new TreeSet<>(DOWN) {},
        new ConcurrentLinkedDeque<>() {},
        new ConcurrentLinkedQueue<>() {},
        new CopyOnWriteArrayList<>() {},
        new java.util.concurrent.CopyOnWriteArraySet<>() {},
        new java.util.concurrent.ConcurrentSkipListSet<>() {});
    for (Collection<Object> each : all) {
      each.addAll(List.of(3, 1, 2));
      List<Object> before = new ArrayList<>(each);
      roundTrip(each, () -> {
        each.remove(1);
        each.add(9);
      });
      assertThat(new ArrayList<>(each))
          .as(each.getClass().getSuperclass().getName())
          .isEqualTo(before);
    }
  }

  @Test
  @SuppressWarnings({"serial", "JdkObsolete"
  }) // nobody serializes them; the old ones are extended, too
  void everyMapOfTheJdkCanBeExtended() throws Exception {
    List<Map<TimeUnit, Object>> all = List.of(
        new HashMap<>() {},
        new LinkedHashMap<>() {},
        new TreeMap<>(Comparator.reverseOrder()) {},
        new EnumMap<TimeUnit, Object>(TimeUnit.class) {},
        new java.util.IdentityHashMap<>() {},
        new java.util.WeakHashMap<>() {},
        new java.util.Hashtable<>() {},
        new ConcurrentHashMap<>() {},
        new ConcurrentSkipListMap<>() {});
    for (Map<TimeUnit, Object> each : all) {
      each.put(TimeUnit.DAYS, "d");
      each.put(TimeUnit.HOURS, "h");
      Map<TimeUnit, Object> before = new HashMap<>(each);
      ObjectGraph graph = ObjectGraph.of(Map.of("it", each));
      byte[] saved = graph.save().toBytes();
      each.remove(TimeUnit.DAYS);
      each.put(TimeUnit.HOURS, "other");
      each.put(TimeUnit.SECONDS, "s");
      graph.prepare(saved).apply(); // in some order: constants of an enum have no hash of their own
      assertThat(new HashMap<>(each))
          .as(each.getClass().getSuperclass().getName())
          .isEqualTo(before);
    }
  }

  static final class Stubborn extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;
    private transient boolean full;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
      return full;
    }
  }

  @Test
  void aMapThatDoesNotTakeItsItemsBackIsNotTakenForRestored() throws Exception {
    Stubborn map = new Stubborn();
    map.put("a", 1);
    map.put("b", 2);
    ObjectGraph graph = ObjectGraph.of(Map.of("map", map));
    byte[] saved = graph.save().toBytes();
    map.full = true;
    assertThatThrownBy(() -> graph.prepare(saved).apply())
        .isInstanceOf(NotRestorable.class)
        .hasMessageContaining("does not take the items that it was saved with");
  }
}
