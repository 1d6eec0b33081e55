package dev.flor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * P3: ten statements carried into a thousand commits. The limit is to parse each blob that these commits brought once: a statement that came
 * within them is looked for in all files of a version before. What the statements' own files alone would take is told beside it. {@code FLOR_HISTORIES} names clones with their whole history, separated as paths are;
 * they are cloned again, and stay as they are.
 */
final class HistoryCost implements Row {
  private static final int COMMITS = 1000;
  private static final String GOAL = "<= 1.3 x limit on all cores; a second run <= 0.1 x the first";

  @Override
  public String id() {
    return "P3";
  }

  @Override
  public String title() {
    return "`flor propagate` of 10 statements over 1,000 commits";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    String histories = System.getenv().getOrDefault("FLOR_HISTORIES", "");
    if (histories.isEmpty()) {
      return new Verdict(List.of(), false, "not measured, FLOR_HISTORIES names no clones", GOAL);
    }
    List<String> table = new ArrayList<>(List.of(
        "Seconds of wall time, with those of all processors' time in brackets. The limit is a process that reads blobs with JGit and parses"
            + " each once with JavaParser on all cores: those of the files of the statements' names (own), or all that the commits brought"
            + " (all).",
        "",
        "| repository | versions and outcomes | flor | again | limit, own | limit, all | flor / own | flor / all | again / flor |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|"));
    double worst = 0;
    double worstOwn = 0;
    double worstAgain = 0;
    for (String history : histories.split(File.pathSeparator, -1)) {
      Figures figures = figures(lab, Path.of(history));
      table.add(figures.row());
      worst = Math.max(worst, figures.flor().wall() / figures.all().wall());
      worstOwn = Math.max(worstOwn, figures.flor().wall() / figures.own().wall());
      worstAgain = Math.max(worstAgain, figures.again().wall() / figures.flor().wall());
    }
    return new Verdict(
        table,
        worst <= 1.3 && worstAgain <= 0.1,
        "first run %.2f x the limit (%.2f x that of the statements' own files), second %.2f x the first"
            .formatted(worst, worstOwn, worstAgain),
        GOAL);
  }

  /** Wall and processor time in seconds. */
  private record Taken(double wall, double processor) {
    @Override
    public String toString() {
      return "%.1f (%.1f)".formatted(wall, processor);
    }
  }

  private record Figures(
      String name, String outcome, Taken flor, Taken again, Taken own, Taken all) {
    String row() {
      return "| %s | %s | %s | %s | %s | %s | %.2f | %.2f | %.2f |"
          .formatted(
              name,
              outcome,
              flor,
              again,
              own,
              all,
              flor.wall() / own.wall(),
              flor.wall() / all.wall(),
              again.wall() / flor.wall());
    }
  }

  private static Figures figures(Lab lab, Path history) throws IOException {
    String name = history.getFileName().toString();
    Path clone = lab.scratch().resolve(name);
    lab.git(lab.scratch(), "clone", "-q", "-s", history.toString(), clone.toString());
    List<String> ids = lab.git(clone, "rev-list", "--max-count=" + COMMITS, "HEAD");
    String range = ids.get(ids.size() - 1) + "..HEAD";
    PickedStatements picked = PickedStatements.into(
        clone, lab.git(clone, "log", "--max-count=" + COMMITS, "--format=", "--name-only", "HEAD"));
    Files.writeString(clone.resolve("flor.toml"), "[build]\ntool = \"javac\"\n");
    List<String> command = List.of(
        lab.repository().resolve("flor").toString(),
        "propagate",
        "--commits",
        range,
        "--format",
        "csv",
        "--fail-on",
        "none");
    Taken flor = time(lab, clone, command);
    String outcome = lab.lastOutput().stream()
        .filter(line -> line.contains(" versions: "))
        .findFirst()
        .orElseThrow();
    Taken again = time(lab, clone, command);
    List<String> named = lab.git(clone, "rev-list", "--objects", range);
    Set<String> names = new TreeSet<>();
    picked.files().forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
    Taken own = limit(lab, clone, blobs(named, names), "own");
    Taken all = limit(lab, clone, blobs(named, Set.of()), "all");
    if (ids.size() < COMMITS) {
      throw new IllegalStateException(name + " has no " + COMMITS + " commits");
    }
    return new Figures(name, outcome, flor, again, own, all);
  }

  /** Ids of the Java files with these names; of all, if none are given. */
  private static List<String> blobs(List<String> objects, Set<String> names) {
    return objects.stream()
        .filter(line -> line.endsWith(".java"))
        .filter(
            line -> names.isEmpty() || names.contains(line.substring(line.lastIndexOf('/') + 1)))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .distinct()
        .toList();
  }

  private static Taken limit(Lab lab, Path clone, List<String> blobs, String what)
      throws IOException {
    Path list = lab.scratch().resolve(what + ".txt");
    Files.write(list, blobs);
    return time(
        lab,
        clone,
        List.of(
            lab.java().toString(),
            "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider", // JGit's log is no part of it
            "-cp",
            System.getProperty("java.class.path"),
            ParseLimit.class.getName(),
            clone.resolve(".git").toString(),
            list.toString()));
  }

  /** The shell's {@code times} tells, in its last line, what its children took of the processors. */
  private static Taken time(Lab lab, Path directory, List<String> command) throws IOException {
    List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times", "sh"));
    timed.addAll(command);
    double wall = lab.time(directory, timed) / 1e9;
    List<String> output = lab.lastOutput();
    double processor = 0;
    for (String part : output.get(output.size() - 1).split(" ", -1)) {
      String[] minutesAndSeconds = part.replace("s", "").split("m", -1);
      processor +=
          60 * Double.parseDouble(minutesAndSeconds[0]) + Double.parseDouble(minutesAndSeconds[1]);
    }
    return new Taken(wall, processor);
  }
}
