package dev.flor.cli;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --json FILE} between two folders; {@code --json} alone, to stdout, everywhere else. */
final class JsonTarget implements IParameterConsumer {
  static final String STDOUT = "-";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's interface
  public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
    boolean folders = command.findOption("--from").getValue() != null
        || rest.contains("--from")
        || rest.contains("--onto");
    boolean named =
        !rest.isEmpty() && (rest.peek().equals(STDOUT) || !rest.peek().startsWith("-"));
    option.setValue(folders && named ? rest.pop() : STDOUT);
  }
}
