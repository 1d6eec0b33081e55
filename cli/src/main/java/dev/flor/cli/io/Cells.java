package dev.flor.cli.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Cells of a view as text. */
final class Cells {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Cells() {}

  /** For people: nothing for null, six digits of a double, no line breaks. */
  static String readable(Object cell) {
    if (cell instanceof Double number) {
      return sixDigits(number);
    }
    return LINE_END.matcher(exact(cell)).replaceAll(" ");
  }

  /** For programs: the shortest text that reads back as the same value. */
  static String exact(Object cell) {
    return cell == null ? "" : cell.toString();
  }

  static boolean isNumber(Object cell) {
    return cell instanceof Number;
  }

  private static String sixDigits(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number) || number == 0) {
      return Double.toString(number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(SIX_DIGITS).stripTrailingZeros();
    boolean handy = rounded.precision() - rounded.scale() > -5 && rounded.scale() > -10;
    if (!handy) {
      return rounded.toString();
    }
    String plain = rounded.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
