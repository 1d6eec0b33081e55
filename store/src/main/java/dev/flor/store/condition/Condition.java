package dev.flor.store.condition;

import dev.flor.store.condition.Words.Kind;
import dev.flor.store.condition.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * A condition on rows: {@code lr < 0.01 and (kind = 'a' or "my name" is null)}. Only this language: it is never
 * made into SQL.
 */
public final class Condition {
  /** Says of a row whether something holds. */
  private interface Test {
    Truth of(Object[] row);
  }

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  /** What is understood, and tested, part within part must have room on the stack. */
  private static final int MOST_PARTS = 1_000;

  private final Words words;
  private final ToIntFunction<String> columns;
  private int parts;

  private Condition(String text, ToIntFunction<String> columns) {
    this.words = new Words(text, "the condition");
    this.columns = columns;
  }

  /**
   * Understands a condition.
   *
   * @param columns finds the place of a column by its heading
   */
  public static Predicate<Object[]> parse(String text, ToIntFunction<String> columns) {
    Condition condition = new Condition(text, columns);
    Test test = condition.either();
    if (condition.words.peek().kind() != Kind.END) {
      throw condition.words.wrong("'" + condition.words.peek().text() + "' is too much");
    }
    return row -> test.of(row) == Truth.TRUE;
  }

  private Test either() {
    Test first = both();
    while (words.takes("OR")) {
      Test left = first;
      Test right = both();
      first = row -> left.of(row).or(right.of(row));
    }
    return first;
  }

  private Test both() {
    Test first = negated();
    while (words.takes("AND")) {
      Test left = first;
      Test right = negated();
      first = row -> left.of(row).and(right.of(row));
    }
    return first;
  }

  private Test negated() {
    boolean not = false;
    while (words.takes("NOT")) {
      not = !not;
    }
    Test test = single();
    return not ? row -> test.of(row).not() : test;
  }

  private Test single() {
    if (++parts > MOST_PARTS) {
      throw words.wrong("it has more than " + MOST_PARTS + " parts");
    }
    if (words.takes("(")) {
      Test inner = either();
      words.expect(")");
      return inner;
    }
    Function<Object[], Object> left = operand();
    if (words.takes("IS")) {
      boolean not = words.takes("NOT");
      words.expect("NULL");
      return row -> Truth.of((left.apply(row) == null) != not);
    }
    boolean not = words.takes("NOT");
    if (words.takes("IN")) {
      return negatedIf(not, in(left));
    }
    if (words.takes("LIKE")) {
      return negatedIf(not, like(left));
    }
    if (not) {
      throw words.wrong("'" + words.peek().text() + "' stands where IN or LIKE should");
    }
    return comparison(left);
  }

  private static Test negatedIf(boolean not, Test test) {
    return not ? row -> test.of(row).not() : test;
  }

  private Test comparison(Function<Object[], Object> left) {
    if (!COMPARISONS.contains(words.peek().text()) || words.peek().kind() != Kind.SIGN) {
      return row -> left.apply(row) instanceof Boolean truth ? Truth.of(truth) : Truth.UNKNOWN;
    }
    String sign = words.take().text();
    IntPredicate holds =
        switch (sign) {
          case "=" -> order -> order == 0;
          case "<>", "!=" -> order -> order != 0;
          case "<" -> order -> order < 0;
          case "<=" -> order -> order <= 0;
          case ">" -> order -> order > 0;
          default -> order -> order >= 0;
        };
    boolean unequal = sign.equals("<>") || sign.equals("!=");
    Function<Object[], Object> right = operand();
    return row -> compared(left.apply(row), right.apply(row), holds, unequal);
  }

  /**
   * Things of different kinds, such as a number and a text, are unequal, and neither is the greater one; so is NaN to
   * every number, itself included, as in Java.
   */
  private static Truth compared(Object one, Object other, IntPredicate holds, boolean unequal) {
    if (one == null || other == null) {
      return Truth.UNKNOWN;
    }
    boolean ordered =
        CellOrder.areComparable(one, other) && !CellOrder.isNaN(one) && !CellOrder.isNaN(other);
    return Truth.of(ordered ? holds.test(CellOrder.compare(one, other)) : unequal);
  }

  private Test in(Function<Object[], Object> left) {
    List<Function<Object[], Object>> options = new ArrayList<>();
    words.expect("(");
    do {
      options.add(operand());
    } while (words.takes(","));
    words.expect(")");
    return row -> {
      Truth any = Truth.FALSE;
      for (Function<Object[], Object> option : options) {
        any = any.or(compared(left.apply(row), option.apply(row), order -> order == 0, false));
      }
      return any;
    };
  }

  private Test like(Function<Object[], Object> left) {
    Word word = words.take();
    if (word.kind() != Kind.TEXT) {
      throw words.wrong("LIKE takes a text in single quotes");
    }
    StringBuilder regex = new StringBuilder();
    word.text()
        .codePoints()
        .forEach(c ->
            regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return row -> left.apply(row) instanceof String text
        ? Truth.of(pattern.matcher(text).matches())
        : Truth.UNKNOWN;
  }

  private Function<Object[], Object> operand() {
    Word word = words.take();
    switch (word.kind()) {
      case NUMBER -> {
        Object number = number(word.text());
        return row -> number;
      }
      case TEXT -> {
        return row -> word.text();
      }
      case NAME, QUOTED_NAME -> {
        String upper = word.text().toUpperCase(Locale.ROOT);
        if (word.kind() == Kind.NAME && (upper.equals("TRUE") || upper.equals("FALSE"))) {
          return row -> upper.equals("TRUE");
        }
        int column = columns.applyAsInt(word.text());
        return row -> row[column];
      }
      default ->
        throw words.wrong("'" + word.text() + "' stands where a name, a number or a text should");
    }
  }

  private static Object number(String text) {
    if (text.matches("[-+]?\\d{1,18}")) {
      return Long.parseLong(text);
    }
    return text.matches("[-+]?\\d+") ? whole(text) : (Object) Double.parseDouble(text);
  }

  private static Object whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return Double.parseDouble(text); // beyond all longs
    }
  }
}
