package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R1: what one {@code Flor.log(name, double)} takes the caller. */
final class LogCost implements Row {
  private static final int MEASURED = 7;
  private static final double GOAL_NANOS = 40;

  /** A byte every other value is a counter of a window, not an allocation of the call. */
  private static final double GOAL_BYTES = 0.5;

  private static final String LOG4J = """
      <Configuration><Appenders>
        <RandomAccessFile name="file" fileName="log4j2.log" immediateFlush="false">
          <PatternLayout pattern="%d %t %c %m%n"/>
        </RandomAccessFile>
      </Appenders><Loggers><Root level="info"><AppenderRef ref="file"/></Root></Loggers></Configuration>
      """;

  private static final String LOGBACK = """
      <configuration>
        <appender name="file" class="ch.qos.logback.core.FileAppender">
          <file>logback.log</file><immediateFlush>false</immediateFlush>
          <encoder><pattern>%d %thread %logger %msg%n</pattern></encoder>
        </appender>
        <appender name="async" class="ch.qos.logback.classic.AsyncAppender">
          <queueSize>65536</queueSize><discardingThreshold>0</discardingThreshold>
          <appender-ref ref="file"/>
        </appender>
        <root level="info"><appender-ref ref="async"/></root>
      </configuration>
      """;

  /** Medians of the measured rounds. */
  private record Figures(double nanos, double bytes) {}

  @Override
  public String id() {
    return "R1";
  }

  @Override
  public String title() {
    return "one `Flor.log(name, double)`: CPU time of the caller, and bytes it allocates";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    Map<String, Figures> all = new LinkedHashMap<>();
    all.put("flor", run(lab, "flor", 2_000_000, 12));
    all.put("flor, in a turn of a loop", run(lab, "flor-in-loop", 2_000_000, 12));
    all.put("flor, after 100 million values", run(lab, "flor", 2_000_000, 50 + MEASURED));
    all.put("Log4j2 async (Disruptor), file", run(lab, "log4j2", 200_000, 12));
    all.put("Logback async, file", run(lab, "logback", 200_000, 12));
    all.put("limit: the same bytes into a mapped file", run(lab, "limit", 2_000_000, 12));
    List<String> table = new ArrayList<>();
    table.add("| who | ns | bytes |");
    table.add("|---|---:|---:|");
    all.forEach((who, figures) ->
        table.add("| %s | %.1f | %.2f |".formatted(who, figures.nanos(), figures.bytes())));
    table.add("");
    table.add("Medians of %d rounds, each party in a JVM of its own.".formatted(MEASURED));
    return verdict(table, all);
  }

  private static Verdict verdict(List<String> table, Map<String, Figures> all) {
    List<Figures> figures = List.copyOf(all.values());
    double worst =
        figures.subList(0, 3).stream().mapToDouble(Figures::nanos).max().orElseThrow();
    double bytes =
        figures.subList(0, 3).stream().mapToDouble(Figures::bytes).max().orElseThrow();
    double peer = Math.min(figures.get(3).nanos(), figures.get(4).nanos());
    double limit = figures.get(5).nanos();
    return new Verdict(
        table,
        worst <= GOAL_NANOS && bytes < GOAL_BYTES && worst <= peer / 8 && worst <= 2 * limit,
        "%.1f ns, %.2f B, 1/%.1f of the better peer, %.2f x limit"
            .formatted(worst, bytes, peer / worst, worst / limit),
        "<= %.0f ns, 0 B, <= 1/8, <= 2 x; the worst of flor's three".formatted(GOAL_NANOS));
  }

  private static Figures run(Lab lab, String party, int perRound, int rounds) throws IOException {
    Path folder = Files.createDirectories(lab.scratch().resolve(party + rounds));
    Files.writeString(folder.resolve("log4j2.xml"), LOG4J);
    Files.writeString(folder.resolve("logback.xml"), LOGBACK);
    lab.time(
        folder,
        lab.java(
            jars(),
            "-Dflor.snapshot=false",
            "-Dflor.dir=" + folder.resolve(".flor"),
            "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.async.AsyncLoggerContextSelector",
            "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.xml"),
            "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
            "dev.flor.bench.LogCalls",
            party,
            Integer.toString(perRound),
            Integer.toString(rounds),
            Integer.toString(MEASURED)));
    List<double[]> lines = new ArrayList<>();
    for (String line : lab.lastOutput()) {
      String[] words = line.split(" ", -1);
      lines.add(new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])});
    }
    lab.empty(folder);
    return new Figures(Medians.of(lines, 0), Medians.of(lines, 1));
  }

  private static Set<String> jars() {
    return Set.of("bench.jar", "flor-runtime", "log4j", "disruptor", "logback", "slf4j-api");
  }
}
