package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** C1: how long a person waits for the shortest commands. */
final class CommandStart implements Row {
  private static final int ROUNDS = 15;
  private static final double VERSION_GOAL_MILLIS = 150;
  private static final double DATAFRAME_GOAL_RATIO = 1.2;
  private static final Set<String> LEAST = Set.of("bench.jar", "h2-", "picocli-");

  @Override
  public String id() {
    return "C1";
  }

  @Override
  public String title() {
    return "command line start, whole processes";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    Path project = warmProject(lab);
    String flor = lab.repository().resolve("flor").toString();
    Contest contest = new Contest();
    contest.enter("`flor --version`", project, List.of(flor, "--version"));
    contest.enter("`flor dataframe` on a warm store", project, List.of(flor, "dataframe", "loss"));
    contest.enter(
        "JVM hello world", project, lab.java(Set.of("bench.jar"), "dev.flor.bench.HelloWorld"));
    contest.enter("least picocli + H2 + one query", project, least(lab));
    contest.run(lab, ROUNDS);
    double version = contest.median("`flor --version`");
    double ratio = contest.median("`flor dataframe` on a warm store")
        / contest.median("least picocli + H2 + one query");
    return new Verdict(
        contest.table(),
        version <= VERSION_GOAL_MILLIS && ratio <= DATAFRAME_GOAL_RATIO,
        "--version %.0f ms, dataframe %.2f x the least program".formatted(version, ratio),
        "<= %.0f ms, <= %.1f x".formatted(VERSION_GOAL_MILLIS, DATAFRAME_GOAL_RATIO));
  }

  /** A repository with one recorded run that the store has taken in. */
  private static Path warmProject(Lab lab) throws IOException {
    Path project = Files.createDirectories(lab.scratch().resolve("project"));
    lab.time(project, List.of("git", "init", "-q"));
    lab.time(project, lab.java(Set.of("bench.jar", "flor-runtime"), "dev.flor.bench.SmallRun"));
    lab.time(project, List.of(lab.repository().resolve("flor").toString(), "dataframe", "loss"));
    return project;
  }

  /** The least program as fast as the JVM's own options make it, over a database made beforehand. */
  private static List<String> least(Lab lab) throws IOException {
    String database = lab.scratch().resolve("least").toString();
    String archive = lab.scratch().resolve("least.jsa").toString();
    String[] program = {"dev.flor.bench.LeastProgram", "--database", database};
    lab.time(lab.scratch(), lab.java(LEAST, program[0], program[1], database, "--make"));
    String tiered = "-XX:TieredStopAtLevel=1";
    String serial = "-XX:+UseSerialGC";
    lab.time(
        lab.scratch(),
        lab.java(
            LEAST,
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:disable",
            tiered,
            serial,
            program[0],
            program[1],
            database));
    return lab.java(
        LEAST,
        "-XX:SharedArchiveFile=" + archive,
        tiered,
        serial,
        program[0],
        program[1],
        database);
  }
}
