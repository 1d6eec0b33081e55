package dev.flor.cli.demo;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.SourceReadException;
import dev.flor.cli.io.UsageException;
import dev.flor.testdata.RecordedCommit;
import dev.flor.testdata.RecordedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The demo, act by act. */
final class Demo {
  private static final String NAME = "grad_norm";

  private final RecordedHistory history = RecordedHistory.digits();
  private final DemoStage stage;
  private final Path marker;

  Demo(FlorCommands flor, Caller caller, Path repository) {
    this.stage = new DemoStage(flor, caller, repository);
    this.marker = repository.resolve(".flor").resolve("demo");
  }

  ExitCode play() {
    boolean again = Files.exists(marker);
    if (again) {
      stage.say("The repository " + stage.repository() + " is there from last time.");
    } else {
      requireEmpty(stage.repository());
      makeHistory();
      Outputs.write(marker, "made by flor demo\n");
    }
    showEdit();
    int last = history.commits().size() - 1;
    String range = "main~" + last + ",main~" + last + "..main";
    stage.say("Where does the statement go in each of the " + (last + 1)
        + " versions? (Nothing is run yet.)");
    stage.flor("propagate", NAME, "--commits", range, "--diff");
    stage.say("Run what it needs, from the checkpoints of the recorded runs, and compare.");
    DemoChecks checks = new DemoChecks(stage, history, NAME);
    int code = stage.flor("replay", NAME, "--commits", range, "--yes");
    checks.replayed(code, again);
    stage.say("The new values beside those that were logged then.");
    checks.shown(stage.flor("dataframe", NAME, "loss", "lr"));
    return checks.verdict();
  }

  /** The commits in the order of the weeks; where the author ran the program, flor records it. */
  private void makeHistory() {
    stage.say(
        "Five weeks of work in " + stage.repository() + ": commits, and runs that flor records.");
    history.initialise(stage.repository());
    for (RecordedCommit commit : history.commits()) {
      stage.typed("git commit -m \"" + commit.subject() + "\"");
      commit.commitIn(stage.repository());
      if (commit.recorded()) {
        int code = stage.flor("run");
        if (code != 0) {
          throw new IllegalStateException("the demo's program ended with " + code);
        }
      }
    }
    history.probe().writeTo(stage.repository());
  }

  private void showEdit() {
    stage.say("Today the question comes up: how long was the gradient? No version ever logged it.");
    stage.typed("git diff");
    GitProcess.output(stage.repository(), "diff").lines().forEach(stage::print);
  }

  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> some = files.limit(1).toList();
      if (!some.isEmpty()) {
        throw new UsageException(
            folder + " is not empty, and not a repository that flor demo made",
            "name a folder that does not exist yet");
      }
    } catch (IOException e) {
      throw new SourceReadException(folder, e);
    }
  }
}
