package dev.flor.cli.demo;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Paint;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the demo is played: types commands, runs them, and watches that they leave git alone. */
final class DemoStage {
  private final FlorCommands flor;
  private final Caller caller;
  private final Path repository;
  private final Paint paint;
  private final List<String> trespasses = new ArrayList<>();

  DemoStage(FlorCommands flor, Caller caller, Path repository) {
    this.flor = flor;
    this.repository = repository;
    Map<String, String> environment = new LinkedHashMap<>(caller.environment());
    environment.remove("FLOR_HOME");
    this.caller = new Caller(
        repository, caller.in(), caller.out(), caller.err(), caller.terminals(), environment);
    this.paint = new Paint(caller.colour());
  }

  Path repository() {
    return repository;
  }

  /** A heading of one line that says what is seen next. */
  void say(String line) {
    print("");
    print(paint.bold("# " + line));
  }

  void print(String line) {
    PrintStream out = caller.out();
    out.println(line);
    out.flush();
  }

  void typed(String command) {
    print(paint.bold("$ " + command));
  }

  /** Runs a flor command as typed, and returns its exit code. */
  int flor(String... words) {
    typed("flor " + String.join(" ", words));
    GitState before = GitState.of(repository);
    int code = flor.run(caller, words);
    if (!GitState.of(repository).equals(before)) {
      trespasses.add("flor " + String.join(" ", words));
    }
    return code;
  }

  /** The commands after which git's status, index, HEAD or branches were not as before. */
  List<String> trespasses() {
    return List.copyOf(trespasses);
  }

  Caller caller() {
    return caller;
  }
}
