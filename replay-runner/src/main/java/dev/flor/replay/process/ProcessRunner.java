package dev.flor.replay.process;

import dev.flor.FlorException;
import dev.flor.replay.project.ReplayInterruptedException;
import dev.flor.replay.project.WorkspaceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs programs as processes of their own and takes them and their children down when it must. */
public final class ProcessRunner implements AutoCloseable {
  /** What a program may know of the environment: no tokens, no keys. */
  private static final Set<String> ALLOWED =
      Set.of("PATH", "HOME", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USER");

  private final Map<String, String> environment;
  private final List<String> alsoAllowed;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final Set<Kin> marked = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::killAll, "flor-kill-children");

  private final Semaphore places;

  /**
   * Runs programs.
   *
   * @param jobs how many at once, of those with their output in a file
   */
  public ProcessRunner(Map<String, String> environment, int jobs) {
    this(environment, List.of(), jobs);
  }

  /** The same, where programs may know some more variables; a name may end in {@code *}. */
  public ProcessRunner(Map<String, String> environment, List<String> alsoAllowed, int jobs) {
    this.environment = environment;
    this.alsoAllowed = alsoAllowed;
    this.places = new Semaphore(jobs);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** How a process ended. */
  public sealed interface Ended {
    record Exited(int code) implements Ended {}

    record TimedOut() implements Ended {}
  }

  /** Runs with its output in {@code log}, an empty input and only the harmless part of the environment. */
  public Ended run(Program program, Path log, Duration timeout) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    }
    try {
      return runNow(program, log, timeout);
    } finally {
      places.release();
    }
  }

  private Ended runNow(Program program, Path log, Duration timeout) {
    ProcessBuilder builder = new ProcessBuilder(program.command())
        .directory(program.directory().toFile())
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    Kin kin = Kin.of(UUID.randomUUID().toString());
    Map<String, String> variables = allowed(environment, alsoAllowed);
    variables.putAll(program.variables());
    variables.put(Kin.VARIABLE, kin.mark());
    marked.add(kin);
    try {
      return watch(builder, variables, process -> logged(process, kin, log, timeout));
    } finally {
      kin.kill();
      marked.remove(kin);
    }
  }

  private static Ended logged(Process process, Kin kin, Path log, Duration timeout)
      throws InterruptedException {
    try (CappedLog output = new CappedLog(log)) {
      Pump pump = Pump.start(process.getInputStream(), output);
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      kill(process);
      kin.kill();
      Optional<IOException> fault = pump.await();
      if (fault.isPresent()) {
        throw fault.get();
      }
      return ended ? new Ended.Exited(process.exitValue()) : new Ended.TimedOut();
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + log, e);
    }
  }

  /**
   * Runs with this process's own input and environment, however long it takes; what it prints goes to
   * {@code attached}, and its end to {@code tail}. Returns its exit code.
   */
  public int runAttached(Program program, Attached attached, OutputTail tail) {
    ProcessBuilder builder = new ProcessBuilder(program.command())
        .directory(program.directory().toFile())
        .redirectInput(ProcessBuilder.Redirect.INHERIT);
    return watch(builder, environment, process -> attached.handOn(process, tail));
  }

  private interface Waiting<T> {
    T on(Process process) throws InterruptedException;
  }

  /** Waits for the process and leaves nothing of it behind, whatever happens meanwhile. */
  private <T> T watch(ProcessBuilder builder, Map<String, String> variables, Waiting<T> waiting) {
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = start(builder);
    running.add(process);
    try {
      return waiting.on(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    } finally {
      kill(process);
      running.remove(process);
    }
  }

  private static File nothing() {
    return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProcessException(builder.command().get(0), e);
    }
  }

  /**
   * What a replayed program gets to see of an environment.
   *
   * @param also names of further variables; one may end in {@code *}
   */
  public static Map<String, String> allowed(Map<String, String> environment, List<String> also) {
    Map<String, String> kept = new TreeMap<>();
    environment.forEach((name, value) -> {
      if (ALLOWED.contains(name)
          || name.startsWith("LC_")
          || also.stream().anyMatch(allowed -> matches(allowed, name))) {
        kept.put(name, value);
      }
    });
    return kept;
  }

  private static boolean matches(String allowed, String name) {
    return allowed.endsWith("*")
        ? name.startsWith(allowed.substring(0, allowed.length() - 1))
        : name.equals(allowed);
  }

  private void killAll() {
    running.forEach(ProcessRunner::kill);
    marked.forEach(Kin::kill);
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.toHandle().destroyForcibly(); // the process itself would close its streams, unread
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook is what is running, and it does what close does.
      killAll();
    }
  }

  /** A process could not be started or spoken to. */
  static final class ProcessException extends FlorException {
    private static final long serialVersionUID = 1L;

    ProcessException(String what, IOException cause) {
      super(
          "cannot run " + what + ": " + cause.getMessage(),
          "check that JAVA_HOME names a working JDK",
          cause);
    }
  }
}
