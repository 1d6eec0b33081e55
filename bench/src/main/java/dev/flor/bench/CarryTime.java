package dev.flor.bench;

import com.github.gumtreediff.tree.Tree;
import dev.flor.bench.FilePair.SizeClass;
import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** P2: how long it takes to carry a statement between two files. {@code PROPBENCH_DIR} names the folder of propbench's data. */
final class CarryTime implements Row {
  private static final int EACH = 12;
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 3;
  /** Each party works on one thread; what others do on the machine meanwhile is not counted. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final List<SizeClass> SIZES = List.of(
      new SizeClass(1, 300),
      new SizeClass(301, 800),
      new SizeClass(801, 1500),
      new SizeClass(1501, 2500),
      new SizeClass(2501, 9000));
  private static final String GOAL =
      "(a) median <= 0.5 x, max <= 1 x GumTree-simple's match; (b) median <= 1 x the same with JDT";

  @Override
  public String id() {
    return "P2";
  }

  @Override
  public String title() {
    return "propagation time per file pair, warm";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    if (!GumTree.available()) {
      String why = "not measured, the peer needs a JDK " + GumTree.NEEDS_JDK + " or newer";
      return new Verdict(List.of(), false, why, GOAL);
    }
    List<FilePair> pairs = FilePair.sample(tasks(System.getenv()), SIZES, EACH);
    List<Times> times = race(pairs);
    double match = times.get(2).median() / times.get(0).median();
    double most = times.get(2).max() / times.get(0).max();
    double whole = times.get(3).median() / times.get(1).median();
    return new Verdict(
        table(pairs, times),
        match <= 0.5 && most <= 1 && whole <= 1,
        "(a) median %.2f x, max %.2f x; (b) median %.2f x".formatted(match, most, whole),
        GOAL);
  }

  private static Path tasks(Map<String, String> environment) {
    String cache = environment.getOrDefault(
        "XDG_CACHE_HOME", Path.of(System.getProperty("user.home"), ".cache").toString());
    return Path.of(environment.getOrDefault("PROPBENCH_DIR", cache + "/propbench"))
        .resolve("tasks/public/tasks.jsonl");
  }

  /** One way to go about a pair: what is done before the clock starts gives what is done under it. */
  private record Party(String name, Preparation preparation) {}

  private interface Preparation {
    Work of(Carry carry) throws IOException;
  }

  private interface Work {
    Object run() throws IOException;
  }

  private static final List<Party> PARTIES = List.of(
      new Party("GumTree-simple, match", carry -> {
        Tree latest = GumTree.parse(carry.pair().latest());
        Tree older = GumTree.parse(carry.pair().older());
        return () -> GumTree.match(latest, older);
      }),
      new Party(
          "GumTree-simple with JDT, parse and match",
          carry -> () -> GumTree.match(
              GumTree.parse(carry.pair().latest()), GumTree.parse(carry.pair().older()))),
      new Party("flor (a), trees parsed before", carry -> {
        Propagator kept = new Propagator(CompileCheck.NONE);
        return () -> carry.by(kept);
      }),
      new Party(
          "flor (b), text in, text out",
          carry -> () -> carry.by(new Propagator(CompileCheck.NONE))),
      new Party(
          "flor (b), between whole source trees",
          carry -> () -> carry.betweenTrees(new Propagator(CompileCheck.NONE))),
      new Party("flor as in (a), whole files", carry -> {
        Propagator kept = Propagator.ofWholeFiles(CompileCheck.NONE);
        return () -> carry.by(kept);
      }));

  /** All parties take one pair before the next, so that a slow minute of the machine hits all of them. */
  private static List<Times> race(List<FilePair> pairs) throws IOException {
    List<Carry> carries = carries(pairs);
    List<Times> times = new ArrayList<>();
    PARTIES.forEach(party -> times.add(new Times(party.name(), pairs.size(), ROUNDS)));
    for (int pass = 0; pass <= WARM_UP; pass++) {
      for (int i = 0; i < pairs.size(); i++) {
        for (int p = 0; p < PARTIES.size(); p++) {
          measure(
              PARTIES.get(p).preparation().of(carries.get(i)),
              times.get(p),
              i,
              pass < WARM_UP ? 1 : ROUNDS);
        }
      }
    }
    return times;
  }

  /** One run that does not count, then those that do. */
  private static void measure(Work work, Times times, int pair, int rounds) throws IOException {
    for (int round = -1; round < rounds; round++) {
      long begun = CLOCK.getCurrentThreadCpuTime();
      Object result = work.run();
      double millis = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
      if (round >= 0 && result != null) {
        times.set(pair, round, millis);
      }
    }
  }

  private static List<String> table(List<FilePair> pairs, List<Times> times) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d file pairs of propbench's public tasks; milliseconds of one thread's processor time, the median of %d runs for each pair."
            .formatted(pairs.size(), ROUNDS));
    lines.add("");
    lines.add("| what | files | pairs | median | p95 | max |");
    lines.add("|---|---|---:|---:|---:|---:|");
    List<SizeClass> sizes = new ArrayList<>(List.of(new SizeClass(0, Integer.MAX_VALUE)));
    sizes.addAll(SIZES);
    for (SizeClass size : sizes) {
      long many = pairs.stream().filter(pair -> size.holds(pair.lines())).count();
      String name = size.from() == 0 ? "all" : size.name();
      for (Times taken : times) {
        lines.add("| %s | %s | %d | %s |"
            .formatted(
                taken.name(),
                name,
                many,
                taken.cells(i -> size.holds(pairs.get(i).lines()))));
      }
    }
    return lines;
  }

  private static List<Carry> carries(List<FilePair> pairs) throws IOException {
    Map<String, SourceFolder> folders = new TreeMap<>();
    List<Carry> carries = new ArrayList<>();
    for (FilePair pair : pairs) {
      for (String root : List.of(pair.task().sourceRoot(), pair.task().targetRoot())) {
        folders.put(root, folders.getOrDefault(root, new SourceFolder(Path.of(root))));
      }
      SourceTree latest = SourceTree.of(new TreeMap<>(Map.of(pair.path(), pair.latest())));
      SourceTree older = SourceTree.of(new TreeMap<>(Map.of(pair.path(), pair.older())));
      List<Probe> probes =
          Probes.at(latest, pair.path(), pair.task().line()).stream().toList();
      carries.add(new Carry(
          pair,
          probes,
          latest,
          older,
          folders.get(pair.task().sourceRoot()),
          folders.get(pair.task().targetRoot())));
    }
    return carries;
  }

  /** A statement to be carried between two trees of one file each, or between those that the files are from. */
  private record Carry(
      FilePair pair,
      List<Probe> probes,
      SourceTree latest,
      SourceTree older,
      SourceTree latestTree,
      SourceTree olderTree) {
    Object by(Propagator propagator) {
      return propagator.carry(probes, latest, older).texts();
    }

    Object betweenTrees(Propagator propagator) {
      return propagator.carry(probes, latestTree, olderTree).texts();
    }
  }
}
