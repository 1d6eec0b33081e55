package dev.flor.cli.propagate;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code --json FILE} between two folders, where FILE has a dot or a slash: a word with neither is the name of a statement. {@code --json}
 * alone, to stdout, everywhere else.
 */
public final class JsonTarget implements IParameterConsumer {
  static final String STDOUT = "-";
  private static final String JOINED = "--json=";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's interface
  public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
    boolean folders = command.findOption("--onto").getValue() != null || rest.contains("--onto");
    boolean named = !rest.isEmpty() && isFile(rest.peek());
    option.setValue(folders && named ? rest.pop() : STDOUT);
  }

  private static boolean isFile(String word) {
    return word.equals(STDOUT) || (!word.startsWith("-") && word.matches(".*[./\\\\].*"));
  }

  /** What is joined to the option by {@code =} is a file, whatever it is called. */
  public static String[] joined(String... args) {
    String[] plain = args.clone();
    for (int i = 0; i < plain.length; i++) {
      if (plain[i].startsWith(JOINED) && !isFile(plain[i].substring(JOINED.length()))) {
        plain[i] = JOINED + "./" + plain[i].substring(JOINED.length());
      }
    }
    return plain;
  }
}
