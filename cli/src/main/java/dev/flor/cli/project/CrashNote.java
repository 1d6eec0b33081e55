package dev.flor.cli.project;

import dev.flor.journal.JournalReader;
import dev.flor.journal.RunDirectory;
import dev.flor.replay.process.OutputTail;
import java.io.PrintStream;
import java.nio.file.Path;

/** Says of a run whose process died where it was, and what it printed last. */
final class CrashNote {
  private static final int LINES = 10;

  private CrashNote() {}

  /** Of a replay nothing: flor itself ended it, or has said so. */
  static void say(Path florDir, String runId, PrintStream err) {
    LastPlace last = new LastPlace();
    Path directory = florDir.resolve("runs").resolve(runId);
    JournalReader.read(RunDirectory.of(directory).journal(), 0, last);
    if (last.ofReplay()) {
      return;
    }
    err.println("note: run " + runId + " crashed " + last.place());
    for (String line : OutputTail.lastLines(florDir, runId, LINES)) {
      err.println("  | " + line);
    }
  }
}
