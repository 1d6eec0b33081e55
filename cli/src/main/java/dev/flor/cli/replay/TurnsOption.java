package dev.flor.cli.replay;

import dev.flor.cli.io.UsageException;
import dev.flor.replay.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which turns of the main loop are wanted: {@code --turns epoch=3,7..9}, or {@code --epoch 3,7..9} for short. */
public final class TurnsOption {
  private static final Pattern SHORT = Pattern.compile("--([A-Za-z_][\\w-]*)(?:=(.*))?");

  /** What was meant for a list of turns, whether or not it is one. */
  private static final Pattern MEANT = Pattern.compile("[0-9][0-9.,\\s]*");

  @Option(
      names = "--turns",
      paramLabel = "LOOP=TURNS",
      description = {
        "Values of these turns of the main loop only, such as epoch=3,7..9,20.. (from 0).",
        "For short: --LOOP TURNS, as in --epoch 3,7..9."
      })
  private String turns;

  Optional<Turns> turns() {
    if (turns == null) {
      return Optional.empty();
    }
    int at = turns.indexOf('=');
    Optional<Turns> parsed =
        at < 1 ? Optional.empty() : Turns.parse(turns.substring(0, at), turns.substring(at + 1));
    if (parsed.isEmpty()) {
      throw new UsageException(
          turns + " is not understood as turns",
          "turns count from 0, and ranges go upwards: epoch=3,7..9 or epoch=20..");
    }
    return parsed;
  }

  /** Options that a command does not have, and whose value is a list of turns, spelled out. */
  public static String[] spelledOut(CommandLine line, String... args) {
    CommandLine command = args.length == 0 ? null : line.getSubcommands().get(args[0]);
    if (command == null || !command.getCommandSpec().optionsMap().containsKey("--turns")) {
      return args;
    }
    Map<String, ?> known = command.getCommandSpec().optionsMap();
    List<String> spelled = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      Matcher option = SHORT.matcher(args[i]);
      boolean unknown = option.matches() && !known.containsKey("--" + option.group(1));
      boolean apart = unknown && option.group(2) == null;
      String value =
          !unknown ? "" : !apart ? option.group(2) : i + 1 < args.length ? args[i + 1] : "";
      if (unknown && MEANT.matcher(value).matches()) {
        spelled.add("--turns=" + option.group(1) + "=" + value);
        i += apart ? 1 : 0;
      } else {
        spelled.add(args[i]);
      }
    }
    return spelled.toArray(String[]::new);
  }
}
