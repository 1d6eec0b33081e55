package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * R2: what recording a whole training takes: turns of 1, 10 and 100 ms, models of 1, 10 and 100 MB. Two processes of
 * the same training differ by more than the goal on most machines. So a training measures, too, for how long its
 * thread was anywhere but in its turns: all that flor does on it, opening the run and closing it included.
 */
final class RecordCost implements Row {
  private static final int ROUNDS = Integer.getInteger("flor.bench.rounds", 1);
  /** What is recorded in earnest runs for minutes to weeks; opening the run does not take longer for that. */
  private static final double SECONDS = Integer.getInteger("flor.bench.seconds", 60);

  private static final double GOAL_MEAN = 0.005;
  private static final double GOAL_MOST = 1.0 / 15;
  private static final double GOAL_OFF = 0.001;
  private static final int SOURCES = 300;
  private static final int[] MILLIS = {1, 10, 100};
  private static final int[] MEGABYTES = {1, 10, 100};
  private static final int LEAST_MEGABYTES = 10;

  @Override
  public String id() {
    return "R2";
  }

  @Override
  public String title() {
    return "a whole training, recorded and not";
  }

  /**
   * What a training printed, in milliseconds: its wall time; its thread's wall and CPU time outside of its turns,
   * and CPU time in all; CPU time of all other threads.
   */
  private record Training(double wall, double outside, double cpu, double thread, double others) {}

  /** The same training in three ways. */
  private record Trio(
      int millis, int megabytes, Training plain, Training on, Training off, long checkpoints) {
    double lost(Training recorded) {
      return (recorded.outside() - plain.outside()) / recorded.wall();
    }

    double cpu(Training recorded) {
      return (recorded.cpu() - plain.cpu()) / recorded.thread();
    }

    double others(Training recorded) {
      return (recorded.others() - plain.others()) / recorded.thread();
    }

    double wall(Training recorded) {
      return recorded.wall() / plain.wall() - 1;
    }
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add(
        "| turn ms | model MB | not recorded s | recorded: lost ms | lost % | of its CPU ms | of its CPU % |"
            + " CPU elsewhere % | checkpoints | off: lost ms | lost % | of its CPU ms | of its CPU % |"
            + " CPU elsewhere % | wall % | off: wall % |");
    table.add("|---:".repeat(16) + "|");
    List<Trio> all = new ArrayList<>();
    project(lab);
    Map<Integer, Double> passes = new TreeMap<>();
    for (int megabytes : MEGABYTES) {
      passes.put(megabytes, calibrate(lab, megabytes));
    }
    for (int millis : MILLIS) {
      for (int megabytes : MEGABYTES) {
        List<Trio> trios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          trios.add(
              trio(lab, passes.get(megabytes), millis, megabytes, (all.size() + round) % 2 == 0));
        }
        table.add(line(millis, megabytes, trios));
        all.addAll(trios);
      }
    }
    table.addAll(least(lab, all, passes.get(LEAST_MEGABYTES)));
    table.addAll(legend(all));
    double mean = mean(all, trio -> trio.lost(trio.on()));
    double most = all.stream()
        .mapToDouble(trio -> trio.lost(trio.on()) + trio.others(trio.on()))
        .max()
        .orElseThrow();
    double off = mean(all, trio -> trio.lost(trio.off()));
    return new Verdict(
        table,
        mean <= GOAL_MEAN && most <= GOAL_MOST && off <= GOAL_OFF,
        ("mean %.2f %% (of its thread's CPU %.2f %%), most %.2f %% with all CPU elsewhere, without checkpoints %.2f %%"
                + " (%.2f %%)")
            .formatted(
                100 * mean,
                100 * mean(all, trio -> trio.cpu(trio.on())),
                100 * most,
                100 * off,
                100 * mean(all, trio -> trio.cpu(trio.off()))),
        "<= 0.5 %, <= 6.67 %, <= 0.1 %");
  }

  /** What the least recorder takes of the same trainings, beside flor without checkpoints. */
  private static List<String> least(Lab lab, List<Trio> all, double passesAMilli)
      throws IOException {
    List<String> table = new ArrayList<>(List.of(
        "",
        "| turn ms | model MB | least recorder: lost ms | lost % | flor, no checkpoints: lost ms | lost % |",
        "|---:".repeat(6) + "|"));
    for (int millis : MILLIS) {
      lab.empty(Files.createDirectories(lab.scratch().resolve(".flor")));
      Training least = run(lab, training(passesAMilli, millis, LEAST_MEGABYTES), "never", "least");
      List<Trio> trios = all.stream()
          .filter(trio -> trio.millis() == millis && trio.megabytes() == LEAST_MEGABYTES)
          .toList();
      table.add("| %d | %d | %.0f | %.2f | %.0f | %.2f |"
          .formatted(
              millis,
              LEAST_MEGABYTES,
              mean(trios, trio -> least.outside() - trio.plain().outside()),
              100 * mean(trios, trio -> trio.lost(least)),
              mean(trios, trio -> trio.off().outside() - trio.plain().outside()),
              100 * mean(trios, trio -> trio.lost(trio.off()))));
    }
    table.add("");
    table.add(
        "The least recorder reads the clock twice in a turn and writes sixteen bytes into a mapped file that was opened before.");
    return table;
  }

  private static List<String> legend(List<Trio> all) {
    return List.of(
        "",
        ("Each training is one program of %.0f s or so (FLOR_BENCH_OPTS=-Dflor.bench.seconds=N) in a repository of 300 files, run not recorded, recorded,"
                + " and recorded without checkpoints, in turn forwards and backwards (%d times; -Dflor.bench.rounds=N). Opening a run takes the same"
                + " in one of any length.")
            .formatted(SECONDS, ROUNDS),
        "Lost is the wall time in which the program's thread was not in its turns, less the same of the training that is"
            + " not recorded: opening the run, each turn, each copy of the model, and closing the run. On a machine that is"
            + " shared, others' work is in it; not so in the CPU time of the same thread, which lacks what it waits for.",
        "CPU elsewhere is what other threads used, the JVM's compiler included: where no core is free, it is lost too.",
        ("The wall times of whole trainings differ by %.2f %% on average (deviation of one training: %.2f %%), without"
                + " checkpoints by %.2f %% (%.2f %%): a check of the above, as good as the machine is quiet.")
            .formatted(
                100 * mean(all, trio -> trio.wall(trio.on())),
                100 * deviation(all, trio -> trio.wall(trio.on())),
                100 * mean(all, trio -> trio.wall(trio.off())),
                100 * deviation(all, trio -> trio.wall(trio.off()))));
  }

  private static String line(int millis, int megabytes, List<Trio> trios) {
    return "| %d | %d | %.1f | %s | %.0f | %s | %.2f | %.2f |"
        .formatted(
            millis,
            megabytes,
            mean(trios, trio -> trio.plain().wall() / 1000),
            cells(trios, Trio::on),
            mean(trios, Trio::checkpoints),
            cells(trios, Trio::off),
            100 * mean(trios, trio -> trio.wall(trio.on())),
            100 * mean(trios, trio -> trio.wall(trio.off())));
  }

  private static String cells(List<Trio> trios, Function<Trio, Training> which) {
    return "%.0f | %.2f | %.0f | %.2f | %.2f"
        .formatted(
            mean(trios, trio -> which.apply(trio).outside() - trio.plain().outside()),
            100 * mean(trios, trio -> trio.lost(which.apply(trio))),
            mean(trios, trio -> which.apply(trio).cpu() - trio.plain().cpu()),
            100 * mean(trios, trio -> trio.cpu(which.apply(trio))),
            100 * mean(trios, trio -> trio.others(which.apply(trio))));
  }

  private static double mean(List<Trio> trios, ToDoubleFunction<Trio> of) {
    return trios.stream().mapToDouble(of).average().orElseThrow();
  }

  private static double deviation(List<Trio> trios, ToDoubleFunction<Trio> of) {
    double mean = mean(trios, of);
    return Math.sqrt(mean(trios, trio -> Math.pow(of.applyAsDouble(trio) - mean, 2)));
  }

  private static Trio trio(
      Lab lab, double passesAMilli, int millis, int megabytes, boolean forwards)
      throws IOException {
    String[] training = training(passesAMilli, millis, megabytes);
    Training plain = forwards ? run(lab, training, "never", "plain") : null;
    Training off = forwards ? null : run(lab, training, "never", "flor");
    lab.empty(Files.createDirectories(lab.scratch().resolve(".flor")));
    Training on = run(lab, training, "adaptive", "flor");
    long checkpoints = files(lab.scratch().resolve(".flor/checkpoints"));
    lab.empty(Files.createDirectories(lab.scratch().resolve(".flor")));
    if (forwards) {
      off = run(lab, training, "never", "flor");
    } else {
      plain = run(lab, training, "never", "plain");
    }
    return new Trio(millis, megabytes, plain, on, off, checkpoints);
  }

  private static String[] training(double passesAMilli, int millis, int megabytes) {
    return new String[] {
      Integer.toString(megabytes),
      Long.toString(Math.round(passesAMilli * millis)),
      Integer.toString((int) (SECONDS * 1000 / millis))
    };
  }

  /** How many passes such a model is gone through in a millisecond. */
  private static double calibrate(Lab lab, int megabytes) throws IOException {
    int passes = 200_000;
    String[] training = {Integer.toString(megabytes), Integer.toString(passes), "3"};
    return 3 * passes / run(lab, training, "never", "plain").thread();
  }

  /** The repository that the program is run in, whose snapshot is taken beside its start. */
  private static void project(Lab lab) throws IOException {
    Path project = Files.createDirectories(lab.scratch().resolve("project"));
    for (int i = 0; i < SOURCES; i++) {
      Files.writeString(project.resolve("Source" + i + ".java"), "class Source" + i + " {}\n");
    }
    lab.time(project, List.of("git", "init", "-q"));
    lab.time(project, List.of("git", "add", "."));
    lab.time(
        project,
        List.of("git", "-c", "user.name=b", "-c", "user.email=b@b", "commit", "-qm", "sources"));
    Files.writeString(project.resolve("Source0.java"), "class Source0 { int changed; }\n");
  }

  private static Training run(Lab lab, String[] training, String policy, String way)
      throws IOException {
    lab.time(
        lab.scratch().resolve("project"),
        lab.java(
            Set.of("bench.jar", "flor-runtime"),
            "-Xmx2g",
            "-Dflor.dir=" + lab.scratch().resolve(".flor"),
            "-Dflor.checkpoint=" + policy,
            "dev.flor.bench.TrainingRun",
            training[0],
            training[1],
            training[2],
            way));
    String[] words = lab.lastOutput().get(0).split(" ", -1);
    return new Training(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        Double.parseDouble(words[4]));
  }

  private static long files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
