package dev.flor.cli.demo;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Outputs;
import dev.flor.cli.io.ReportWriteException;
import dev.flor.cli.io.RootCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flor demo}: the whole of flor on a real history, and a check that it is as it should be. */
@Command(
    name = "demo",
    description = {
      "Make a repository with five weeks of work on a network that reads digits, record runs,",
      "then ask every version for a value that none of them logged."
    })
public final class DemoCommand implements Callable<Integer> {
  private final RootCommand root;
  private final FlorCommands flor;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Make the repository in DIR and leave it there; go on with it if it is there.")
  private Path keep;

  public DemoCommand(RootCommand root, FlorCommands flor) {
    this.root = root;
    this.flor = flor;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    if (keep != null) {
      return new Demo(flor, caller, caller.directory().resolve(keep).normalize())
          .play()
          .number();
    }
    Path scratch = scratch();
    try {
      return new Demo(flor, caller, scratch.resolve("digits")).play().number();
    } finally {
      Outputs.delete(scratch);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("flor-demo").toRealPath();
    } catch (IOException e) {
      throw new ReportWriteException(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }
}
