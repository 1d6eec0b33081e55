package dev.flor.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who ran what, where and when: the head of a journal. */
public final class RunInfo {
  private final Map<String, String> fields;

  private RunInfo(Map<String, String> fields) {
    this.fields = new LinkedHashMap<>(fields);
  }

  /** Starts the description of a run. */
  public static Builder builder(String runId) {
    return new Builder().put("run", runId);
  }

  static RunInfo of(Map<String, String> fields) {
    return new RunInfo(fields);
  }

  Map<String, String> fields() {
    return new LinkedHashMap<>(fields);
  }

  /** Time-sortable and unique. */
  public String runId() {
    return text("run");
  }

  /** Whether this is a replay and not the user's own run. */
  public boolean replayed() {
    return Boolean.parseBoolean(text("replayed"));
  }

  /** Id of the recorded run that this one replays. */
  public Optional<String> replayOf() {
    return find("replay-of");
  }

  /** The commit that was HEAD at the start. */
  public Optional<String> head() {
    return find("head");
  }

  /** The source snapshot's commit, or, for a replay, the version replayed. */
  public Optional<String> version() {
    return find("version");
  }

  /** Main class or command. */
  public String program() {
    return text("program");
  }

  /** Name of the machine. */
  public String host() {
    return text("host");
  }

  /** Version of the JDK. */
  public String jdk() {
    return text("jdk");
  }

  /** Process id. */
  public long pid() {
    return number("pid");
  }

  /** When the run began. */
  public Instant started() {
    return Instant.ofEpochMilli(number("started"));
  }

  private Optional<String> find(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  private String text(String key) {
    return fields.getOrDefault(key, "");
  }

  private long number(String key) {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      return 0; // a journal of another writer: unknown, as the format says
    }
  }

  /** Collects what is known of a run. */
  public static final class Builder {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Builder() {}

    /** Says that it is a replay of {@code version}, and of which recorded run if of one. */
    public Builder replay(Optional<String> replayOf, String version) {
      put("replayed", "true").put("version", version);
      replayOf.ifPresent(id -> put("replay-of", id));
      return this;
    }

    /** The commit that is HEAD. */
    public Builder head(String commit) {
      return put("head", commit);
    }

    /** Main class or command. */
    public Builder program(String program) {
      return put("program", program);
    }

    /** The machine and the JDK. */
    public Builder on(String host, String jdk) {
      return put("host", host).put("jdk", jdk);
    }

    /** The process. */
    public Builder process(long pid, Instant started) {
      return put("pid", Long.toString(pid)).put("started", Long.toString(started.toEpochMilli()));
    }

    /** The finished description. */
    public RunInfo build() {
      return new RunInfo(fields);
    }

    private Builder put(String key, String value) {
      fields.put(key, value);
      return this;
    }
  }
}
