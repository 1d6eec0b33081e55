package dev.flor.cli.io;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who called, and from where: what a command takes from the world around it. Tests pass their own.
 *
 * @param directory where the command was given
 * @param terminals which of the streams 0, 1 and 2 are terminals, as digits
 * @param environment the environment variables
 */
public record Caller(
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    String terminals,
    Map<String, String> environment) {

  /** The launcher asks the shell which streams are terminals, and tells it in a property. */
  public static Caller ofThisProcess() {
    return new Caller(
        Path.of("").toAbsolutePath(),
        System.in,
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        System.getProperty("flor.terminals", ""),
        System.getenv());
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(file), autoFlush, StandardCharsets.UTF_8);
  }

  public Caller in(Path other) {
    return new Caller(directory.resolve(other).normalize(), in, out, err, terminals, environment);
  }

  /** Whether a person can be asked: both the question and the answer reach a terminal. */
  public boolean canAsk() {
    return terminals.contains("0") && terminals.contains("2");
  }

  public boolean dataGoToTerminal() {
    return terminals.contains("1");
  }

  public boolean messagesGoToTerminal() {
    return terminals.contains("2");
  }

  public boolean colour() {
    String wish = environment.getOrDefault("NO_COLOR", "");
    return dataGoToTerminal() && wish.isEmpty() && !"dumb".equals(environment.get("TERM"));
  }
}
