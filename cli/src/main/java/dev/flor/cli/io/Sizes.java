package dev.flor.cli.io;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 500m}, {@code 10g}; a thousand and twenty-four of each is one of the next. */
public final class Sizes {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})\\s*([bkmgt]?)");
  private static final String UNITS = "bkmgt";

  private Sizes() {}

  public static OptionalLong parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      return OptionalLong.empty();
    }
    int power = written.group(2).isEmpty() ? 0 : UNITS.indexOf(written.group(2));
    return OptionalLong.of(Long.parseLong(written.group(1)) << (10 * power));
  }

  public static String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double rest = bytes;
    int power = 0;
    while (rest >= 1024 && power < UNITS.length() - 1) {
      rest /= 1024;
      power++;
    }
    String unit = UNITS.substring(power, power + 1).toUpperCase(Locale.ROOT) + "B";
    return String.format(Locale.ROOT, "%.1f %s", rest, unit);
  }
}
