package dev.flor.replay;

import dev.flor.journal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition on what a run has logged, such as {@code lr < 0.01 and optimiser = adam}. */
public final class Condition {
  private static final Pattern PART =
      Pattern.compile("\\s*([^\\s<>=!]+)\\s*(<=|>=|!=|==?|<|>)\\s*(\"[^\"]*\"|'[^']*'|\\S+)\\s*");

  private final String text;
  private final List<Comparison> comparisons;

  private Condition(String text, List<Comparison> comparisons) {
    this.text = text;
    this.comparisons = comparisons;
  }

  private record Comparison(String name, String operator, String operand) {
    boolean holds(Optional<Value> found) {
      if (found.isEmpty()) {
        return false;
      }
      Optional<Double> left = number(found.get().text());
      Optional<Double> right = number(operand);
      if (left.isPresent() && right.isPresent()) {
        return holds(left.get(), right.get());
      }
      int order = found.get().text().compareTo(operand);
      return holds(order, 0);
    }

    /** Nothing is smaller, larger or equal to what is no number. */
    private boolean holds(double left, double right) {
      return switch (operator) {
        case "<" -> left < right;
        case "<=" -> left <= right;
        case ">" -> left > right;
        case ">=" -> left >= right;
        case "!=" -> left != right;
        default -> left == right;
      };
    }
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty(); // then it is compared as a text
    }
  }

  /** What was written; empty if it is not understood. */
  public static Optional<Condition> parse(String text) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String part : text.split("(?i)\\s+and\\s+|&&", -1)) {
      Matcher written = PART.matcher(part);
      if (!written.matches()) {
        return Optional.empty();
      }
      String operand = written.group(3);
      boolean quoted =
          operand.length() > 1 && (operand.startsWith("\"") || operand.startsWith("'"));
      comparisons.add(new Comparison(
          written.group(1),
          written.group(2),
          quoted ? operand.substring(1, operand.length() - 1) : operand));
    }
    return Optional.of(new Condition(text.strip(), comparisons));
  }

  /** The names it is about, in the order in which they are written. */
  public List<String> names() {
    return comparisons.stream().map(Comparison::name).distinct().toList();
  }

  /** Whether it holds of what was found under each name; of what was not found, nothing holds. */
  boolean holds(Function<String, Optional<Value>> values) {
    return comparisons.stream().allMatch(one -> one.holds(values.apply(one.name())));
  }

  @Override
  public String toString() {
    return text;
  }
}
