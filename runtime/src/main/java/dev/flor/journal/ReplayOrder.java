package dev.flor.journal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a replay process is told: which run it replays, which iterations of the main loop it serves,
 * and which nested loops it skips. The main loop is the first loop of that name outside any other.
 */
public final class ReplayOrder {
  /** How the fault begins that tells that a replay came to another state than the recorded run. */
  public static final String OTHER_STATE = "the enrolled state is not what it was then";

  private final Builder from;

  private ReplayOrder(Builder from) {
    this.from = from;
  }

  /**
   * Starts an order.
   *
   * @param runId id of the replayed run to write
   * @param version the commit replayed
   */
  public static Builder builder(String runId, String version) {
    return new Builder(runId, version);
  }

  /** Id of the replayed run to write. */
  public String runId() {
    return from.runId;
  }

  /** The commit replayed. */
  public String version() {
    return from.version;
  }

  /** Directory of the recorded run whose arguments and checkpoints are used. */
  public Optional<Path> replayOf() {
    return Optional.ofNullable(from.replayOf);
  }

  /** Arguments for a version with no recorded run. */
  public SortedMap<String, String> args() {
    return Collections.unmodifiableSortedMap(from.args);
  }

  /** Name of the main loop; empty: everything is executed. */
  public Optional<String> mainLoop() {
    return Optional.ofNullable(from.mainLoop);
  }

  /** First index of the main loop that is served. */
  public long firstIteration() {
    return from.firstIteration;
  }

  /** Index after the last one that is served, or -1: to the end. */
  public long endIteration() {
    return from.endIteration;
  }

  /** Nested loops to skip wherever the recorded run has a checkpoint at their end. */
  public SortedSet<String> skipLoops() {
    return Collections.unmodifiableSortedSet(from.skipLoops);
  }

  /** Whether the process is halted after the last served iteration. */
  public boolean stopAfterSegment() {
    return from.stopAfterSegment;
  }

  /** Stores the order as a properties file; equal orders give equal bytes. */
  public void write(Path file) {
    StringWriter text = new StringWriter();
    try {
      toProperties().store(text, null);
      String sorted = text.toString()
          .lines()
          .filter(line -> !line.startsWith("#")) // the date
          .sorted()
          .collect(Collectors.joining("\n", "", "\n"));
      Files.writeString(file, sorted);
    } catch (IOException e) {
      throw new ReplayOrderException(file, "cannot be written: " + e.getMessage(), e);
    }
  }

  /** Reads an order that {@link #write} stored. */
  public static ReplayOrder read(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
      return fromProperties(properties);
    } catch (IOException | IllegalArgumentException e) {
      throw new ReplayOrderException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private Properties toProperties() {
    Properties to = new Properties();
    to.setProperty("run", runId());
    to.setProperty("version", version());
    replayOf().ifPresent(path -> to.setProperty("replay-of", path.toString()));
    args().forEach((name, value) -> to.setProperty("arg." + name, value));
    mainLoop().ifPresent(name -> to.setProperty("main-loop", name));
    to.setProperty("first", Long.toString(firstIteration()));
    to.setProperty("end", Long.toString(endIteration()));
    skipLoops().forEach(name -> to.setProperty("skip." + name, "true"));
    to.setProperty("stop", Boolean.toString(stopAfterSegment()));
    return to;
  }

  private static ReplayOrder fromProperties(Properties from) {
    Builder order = builder(required(from, "run"), required(from, "version"));
    if (from.getProperty("replay-of") != null) {
      order.replayOf(Path.of(from.getProperty("replay-of")));
    }
    if (from.getProperty("main-loop") != null) {
      order.mainLoop(from.getProperty("main-loop"));
    }
    for (String key : from.stringPropertyNames()) {
      if (key.startsWith("arg.")) {
        order.arg(key.substring("arg.".length()), from.getProperty(key));
      } else if (key.startsWith("skip.")) {
        order.skipLoop(key.substring("skip.".length()));
      }
    }
    order.segment(Long.parseLong(required(from, "first")), Long.parseLong(required(from, "end")));
    order.stopAfterSegment(Boolean.parseBoolean(required(from, "stop")));
    return order.build();
  }

  private static String required(Properties from, String key) {
    String value = from.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }

  /** Collects an order; whatever is not said is: everything is executed, to the end. */
  public static final class Builder {
    private final String runId;
    private final String version;
    private Path replayOf;
    private final SortedMap<String, String> args = new TreeMap<>();
    private String mainLoop;
    private long firstIteration;
    private long endIteration = -1;
    private final SortedSet<String> skipLoops = new TreeSet<>();
    private boolean stopAfterSegment;

    private Builder(String runId, String version) {
      this.runId = runId;
      this.version = version;
    }

    private Builder(Builder from) {
      this(from.runId, from.version);
      replayOf = from.replayOf;
      args.putAll(from.args);
      mainLoop = from.mainLoop;
      firstIteration = from.firstIteration;
      endIteration = from.endIteration;
      skipLoops.addAll(from.skipLoops);
      stopAfterSegment = from.stopAfterSegment;
    }

    /** Directory of the recorded run. */
    public Builder replayOf(Path directory) {
      replayOf = directory;
      return this;
    }

    /** An argument, for a version with no recorded run. */
    public Builder arg(String name, String value) {
      args.put(name, value);
      return this;
    }

    /** Name of the main loop. */
    public Builder mainLoop(String name) {
      mainLoop = name;
      return this;
    }

    /** Serves the indices from {@code first} up to before {@code end}; -1: to the end. */
    public Builder segment(long first, long end) {
      firstIteration = first;
      endIteration = end;
      return this;
    }

    /** Skips nested loops of this name wherever that is possible. */
    public Builder skipLoop(String name) {
      skipLoops.add(name);
      return this;
    }

    /** Halts the process after the last served iteration. */
    public Builder stopAfterSegment(boolean stop) {
      stopAfterSegment = stop;
      return this;
    }

    /** The finished order. */
    public ReplayOrder build() {
      return new ReplayOrder(new Builder(this));
    }
  }
}
