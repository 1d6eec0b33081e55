package dev.flor.cli.propagate;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.project.OpenProject;
import dev.flor.history.RefChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code flor undo}: takes the last write of refs back. */
@Command(
    name = "undo",
    description = "Take back the refs that the last propagate --apply-to-refs wrote.")
public final class UndoCommand implements Callable<Integer> {
  private final RootCommand root;

  public UndoCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    try (OpenProject open = OpenProject.of(caller)) {
      List<RefChange> undone =
          open.history().undo(HindsightRefs.folder(open.project().florDir()));
      undone.forEach(change -> caller.out().println(HindsightRefs.line(change)));
      caller
          .err()
          .println(
              undone.isEmpty()
                  ? "nothing to take back"
                  : HindsightRefs.counted(undone.size()) + " taken back");
    }
    return ExitCode.DONE.number();
  }
}
