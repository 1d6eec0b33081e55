package dev.flor.cli.project;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.ReportWriteException;
import dev.flor.cli.io.RootCommand;
import dev.flor.history.History;
import dev.flor.journal.FlorDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flor init}: a commented flor.toml and the folder that git ignores. */
@Command(
    name = "init",
    description =
        "Make a repository a flor project: write flor.toml, if there is none, and .flor/.")
public final class InitCommand implements Callable<Integer> {
  private final RootCommand root;

  public InitCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    try (History history = History.open(caller.directory())) {
      Path top = history.root();
      ProjectSurvey survey = ProjectSurvey.of(history.workingTree());
      say(survey, caller.err());
      Path config = top.resolve(ConfigFile.NAME);
      if (Files.exists(config)) {
        ConfigFile.in(top);
        caller.err().println("kept " + ConfigFile.NAME + ", which is there already");
      } else {
        Outputs.write(config, survey.config());
        caller.err().println("wrote " + ConfigFile.NAME + "; commit it with your code");
      }
      Path folder = FlorFolder.of(caller.in(top));
      made(folder);
      caller.err().println("made " + folder.getFileName() + "/, which git ignores");
    }
    return ExitCode.DONE.number();
  }

  private static void made(Path folder) {
    try {
      FlorDirectory.made(folder);
    } catch (IOException e) {
      throw new ReportWriteException(folder, e);
    }
  }

  private static void say(ProjectSurvey survey, PrintStream err) {
    err.println("build tool: " + survey.tool());
    List<String> mains = survey.mains();
    err.println(
        mains.isEmpty()
            ? "main class: none found; say it in " + ConfigFile.NAME
            : "main class: " + String.join(", ", mains));
  }
}
